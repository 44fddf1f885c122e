package vn.luot.hub;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.Failure;
import vn.luot.hub.http.Failures;
import vn.luot.hub.http.FairShare;
import vn.luot.hub.http.Pages;
import vn.luot.hub.http.SlowSenders;
import vn.luot.hub.http.Unreadable;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.FolderLock;

/**
 * A hub whose folder is empty: it shows nothing but the page that sets up a new centre, to whoever knows the code of its
 * console. Once the centre is made, the hub itself takes over the port.
 */
public final class FirstRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
    private static final long LARGEST_BODY = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 10;

    private final HubConfig config;
    private final PrintWriter console;
    private final Vertx vertx = Hub.web();
    private final HttpServer server;
    private final SetupCode code;
    private final FolderLock lock;
    private final CompletableFuture<Hub> hub = new CompletableFuture<>();
    private Router router;
    private int port;

    private FirstRun(HubConfig config, PrintWriter console, HttpServerOptions options, FolderLock lock) {
        this.config = config;
        this.console = console;
        this.lock = lock;
        this.server = vertx.createHttpServer(options);
        this.code = new SetupCode(
                fresh -> console.println("Mã cài đặt, dùng một lần / set-up code, for one use: " + fresh));
    }

    static boolean isDue(HubConfig config) {
        return Files.notExists(HubSetup.file(config.data()));
    }

    /**
     * @param console where the address and the code are printed
     * @throws CannotStart when the folder cannot be written, or the port is taken
     */
    public static FirstRun start(HubConfig config, PrintWriter console) {
        try {
            Files.createDirectories(config.data());
        } catch (IOException e) {
            throw new CannotStart(
                    "không ghi được vào thư mục " + config.data() + ", hãy kiểm tra quyền",
                    "the folder cannot be written; check its permissions",
                    e);
        }
        // Before the hub makes its certificates in the folder.
        var lock = FolderLock.of(config.data());
        var firstRun = new FirstRun(config, console, options(config, lock), lock);
        firstRun.open();
        return firstRun;
    }

    /** The administrator's password comes this way, so it must be as safe as the hub will be. */
    private static HttpServerOptions options(HubConfig config, FolderLock lock) {
        try {
            return WebOptions.of(config);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void open() {
        var slow = new SlowSenders(vertx, config.limits().patience());
        router = router(slow);
        server.connectionHandler(slow::opened);
        server.invalidRequestHandler(new Unreadable());
        try {
            await(server.requestHandler(router).listen().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException e) {
            close();
            throw new CannotStart(
                            "không mở được cổng " + config.port()
                                    + ": chương trình khác đang dùng? Hãy chọn cổng khác với --port",
                            "the port cannot be opened, another program may use it; choose another with --port",
                            e)
                    .about("port");
        }
        port = server.actualPort();
        console.println("Thư mục " + config.data() + " còn trống: hãy tạo trung tâm bằng trình duyệt tại"
                + " / the folder is empty: set up the centre in a browser at");
        addresses().forEach(host -> console.println("  " + at(host) + "/setup/"));
        console.flush();
    }

    private String at(String host) {
        return config.scheme() + "://" + host + ":" + port;
    }

    /** Where browsers may find this machine. */
    private List<String> addresses() {
        if (!config.host().equals("0.0.0.0")) return List.of(config.host());
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .map(address -> address.isLoopbackAddress() ? "localhost" : address.getHostAddress())
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            LOG.debug("the machine does not tell its addresses", e);
            return List.of("localhost");
        }
    }

    private Router router(SlowSenders slow) {
        var routes = Router.router(vertx);
        routes.route().handler(slow);
        routes.route().handler(new FairShare(token -> Optional.empty(), config.limits()));
        routes.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        routes.get("/").handler(call -> call.redirect("/setup/"));
        var newCentre = new NewCentre(config, vertx);
        anyone(routes, HttpMethod.GET, "/api/setup", newCentre::sample);
        knowing(routes, "/api/setup/code", Call::answerNothing);
        knowing(routes, "/api/setup/check", newCentre::check);
        knowing(routes, "/api/setup", call -> newCentre.make(call, this::handOver));
        new Pages("").serve(routes);
        var failures = new Failures();
        routes.route().failureHandler(failures);
        List.of(404, 405, 400, 413, 500).forEach(status -> routes.errorHandler(status, failures));
        return routes;
    }

    private static void anyone(Router routes, HttpMethod method, String path, Consumer<Call> answer) {
        routes.route(method, path).handler(call -> answer.accept(new Call(call)));
    }

    /** Only for who knows the code, which stands where a device's token would: no foreign page can send that header. */
    private void knowing(Router routes, String path, Consumer<Call> answer) {
        routes.post(path).handler(call -> {
            check(call);
            answer.accept(new Call(call));
        });
    }

    private void check(RoutingContext call) {
        var known = Door.token(call.request()).filter(code::is);
        if (known.isPresent()) return;
        throw new Failure(
                401,
                "WRONG_SETUP_CODE",
                "Mã cài đặt không đúng. Hãy xem lại mã trên màn hình của máy chủ.",
                "The set-up code is not right. Look at the console of the hub again.");
    }

    /** The answer is out; the port goes from this page to the hub. */
    private void handOver() {
        new Thread(this::becomeHub, "first-run").start();
    }

    private void becomeHub() {
        try {
            close();
            hub.complete(Hub.start(config.at(port)));
            console.println("Trung tâm đã sẵn sàng / the centre is ready: " + at("localhost") + "/admin/");
            console.flush();
        } catch (RuntimeException e) {
            LOG.error("The centre is set up, but its hub did not start; start the program again", e);
            hub.completeExceptionally(e);
        }
    }

    /** The hub that took over, once there is one. */
    CompletableFuture<Hub> hub() {
        return hub;
    }

    public int port() {
        return port;
    }

    /** All addresses, as they were laid. */
    Router addressesLaid() {
        return router;
    }

    /** Lets go of the port and the folder; also of the hub that took over. */
    @Override
    public void close() {
        if (hub.isDone() && !hub.isCompletedExceptionally()) {
            hub.join().close();
            return;
        }
        try {
            await(server.close().toCompletionStage().toCompletableFuture());
            await(vertx.close().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException e) {
            LOG.warn("The page of the first run did not close cleanly", e);
        }
        lock.close();
    }

    private static void await(CompletableFuture<?> coming) throws ExecutionException {
        try {
            coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
