package vn.luot.kiosk;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.ErrandDone;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.picture.QrPicture;

/**
 * The kiosk's page on its own screen, and nothing for anybody else: it listens on the loopback address only, and knows
 * its own page from a foreign one by Host and Origin.
 */
final class KioskServer {
    private static final Logger LOG = LoggerFactory.getLogger(KioskServer.class);

    private static final int LONGEST_BODY = 4_096;
    private static final int LONGEST_QR = 200;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    /** To whoever is told of every scan from now on. */
    private static final String GREETING = "{}";

    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");
    private static final String POLICY = "default-src 'self'; connect-src 'self' ws:; img-src 'self' data: blob:;"
            + " media-src 'self' blob:; frame-ancestors 'none'";

    /** What the page asks for beside tickets. */
    interface Calls {
        /** @param isNeeded false when nobody needs a person any more */
        void ring(boolean isNeeded);

        /** The holder of the ticket with this token says that it has priority. */
        Future<Void> askPriority(String token);

        /** A scanner typed this code into the page. */
        CompletableFuture<ScanView> scan(String code);
    }

    private final Context loop;
    private final Function<Touch, CompletableFuture<TakeResult>> take;
    private final Calls calls;
    private final OpeningPage opening = new OpeningPage();
    private final Set<ServerWebSocket> listeners = new HashSet<>();
    private final Map<ServerWebSocket, ErrandDone.Screen> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private String state;

    /** @param take what a touch sets off */
    KioskServer(Vertx vertx, PageState first, Function<Touch, CompletableFuture<TakeResult>> take, Calls calls) {
        this.loop = vertx.getOrCreateContext();
        this.take = take;
        this.calls = calls;
        this.state = Json.text(first);
        this.server = vertx.createHttpServer().requestHandler(routes(vertx));
    }

    Future<Integer> listen(int port) {
        return server.listen(port, "127.0.0.1").map(HttpServer::actualPort);
    }

    Future<Void> close() {
        return server.close();
    }

    /**
     * Sends the page what it draws; from any thread. {@code fresh} is asked in the page's own context, so that the state that
     * was true last also arrives last.
     */
    void show(Supplier<PageState> fresh) {
        loop.runOnContext(now -> {
            var text = Json.text(fresh.get());
            if (text.equals(state)) return;
            state = text;
            pages.keySet().forEach(page -> page.writeTextMessage(text));
        });
    }

    /** What the screen shows, as its page told last; from any thread. */
    ErrandDone.Screen screen() {
        return pages.values().stream().max(Comparator.naturalOrder()).orElse(ErrandDone.Screen.DARK);
    }

    /** Tells the page of a code that it did not ask for; from any thread. */
    void scanned(ScanView scanned) {
        loop.runOnContext(now -> listeners.forEach(page -> page.writeTextMessage(Json.text(scanned))));
    }

    private Router routes(Vertx vertx) {
        var router = Router.router(vertx);
        router.route().handler(KioskServer::onlyOwnPage);
        router.get("/").handler(this::open);
        router.get("/page").handler(this::page);
        router.post("/take")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(this::take);
        router.post("/bell").handler(context -> ring(context, true));
        router.delete("/bell").handler(context -> ring(context, false));
        router.post("/priority")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(this::askPriority);
        router.get("/scans").handler(this::listener);
        router.post("/scan")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(this::scan);
        router.get("/qr").handler(KioskServer::qr);
        router.get("/lib/lit-html/*").handler(files("META-INF/resources/webjars/lit-html/3.2.1"));
        router.get("/lib/*").handler(files("web/lib"));
        router.get("/*").handler(files("web/kiosk"));
        return router;
    }

    /** Not cached: a kiosk that was updated overnight shows the new page in the morning. */
    private static StaticHandler files(String folder) {
        return StaticHandler.create(folder).setCachingEnabled(false);
    }

    /** A page of another site, opened on this PC, could reach this port; its Host or Origin gives it away. */
    private static void onlyOwnPage(RoutingContext context) {
        var request = context.request();
        var authority = request.authority();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var isOwn = authority != null
                && OWN_HOSTS.contains(authority.host())
                && (origin == null ? isOnlyReading(context) : origin.equals("http://" + authority));
        if (!isOwn) {
            refuse(
                    context,
                    403,
                    "FOREIGN_PAGE",
                    "Chỉ trang của kiosk được dùng cổng này",
                    "For the kiosk's own page only");
            return;
        }
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        context.next();
    }

    private static boolean isOnlyReading(RoutingContext context) {
        var request = context.request();
        return request.method().name().equals("GET") && !request.headers().contains(HttpHeaders.UPGRADE);
    }

    /** Not cached, as no file of it is; see {@link #files}. */
    private void open(RoutingContext context) {
        loop.runOnContext(now -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(opening.with(state)));
    }

    private void page(RoutingContext context) {
        context.request()
                .toWebSocket()
                .onSuccess(page -> loop.runOnContext(now -> {
                    pages.put(page, ErrandDone.Screen.IDLE);
                    page.textMessageHandler(told -> screen(told).ifPresent(screen -> pages.replace(page, screen)));
                    page.closeHandler(closed -> loop.runOnContext(then -> pages.remove(page)));
                    page.writeTextMessage(state);
                }));
    }

    private static Optional<ErrandDone.Screen> screen(String told) {
        return Stream.of(ErrandDone.Screen.values())
                .filter(screen -> screen.name().equals(told))
                .findFirst();
    }

    private void listener(RoutingContext context) {
        context.request()
                .toWebSocket()
                .onSuccess(page -> loop.runOnContext(now -> {
                    listeners.add(page);
                    page.closeHandler(closed -> loop.runOnContext(then -> listeners.remove(page)));
                    page.writeTextMessage(GREETING);
                }));
    }

    /** The body is the code itself; it may be a citizen's card, and so is in no log. */
    private void scan(RoutingContext context) {
        var code = context.body().asString(StandardCharsets.UTF_8.name());
        if (code == null || code.isBlank()) {
            refuse(context, 400, "FIELD_INVALID", "Không có mã", "There is no code");
            return;
        }
        calls.scan(code).thenAccept(view -> loop.runOnContext(now -> answer(context, 200, view)));
    }

    private void take(RoutingContext context) {
        var touch = touch(context);
        if (touch == null) {
            refuse(context, 400, "BAD_JSON", "Yêu cầu không đúng mẫu", "The request has the wrong form");
            return;
        }
        take.apply(touch).thenAccept(result -> loop.runOnContext(now -> answer(context, 200, result)));
    }

    private void ring(RoutingContext context, boolean isNeeded) {
        calls.ring(isNeeded);
        context.response().setStatusCode(204).end();
    }

    /** The body is the ticket's token alone. */
    private void askPriority(RoutingContext context) {
        var token = context.body().asString();
        if (token == null || !TOKEN.matcher(token).matches()) {
            refuse(context, 400, "FIELD_INVALID", "Không có mã phiếu", "There is no token");
            return;
        }
        calls.askPriority(token)
                .onSuccess(noted -> context.response().setStatusCode(204).end())
                .onFailure(fault -> refuse(
                        context,
                        502,
                        "NOT_NOTED",
                        "Xin nói với cán bộ hướng dẫn để được ưu tiên",
                        "Please tell a member of staff that you have priority"));
    }

    private static Touch touch(RoutingContext context) {
        if (context.body().buffer() == null) return null;
        try {
            var touch = Json.read(context.body().buffer().getBytes(), Touch.class);
            return touch != null && touch.isWellFormed() ? touch : null;
        } catch (IOException e) {
            // What the page sent is not repeated: it may hold what a scanner read.
            LOG.warn("A touch of a wrong form");
            return null;
        }
    }

    private static void qr(RoutingContext context) {
        var content = context.queryParam("text");
        if (content.size() != 1 || content.get(0).isEmpty() || content.get(0).length() > LONGEST_QR) {
            refuse(context, 400, "FIELD_INVALID", "text: 1 đến 200 ký tự", "text: 1 to 200 characters");
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml").end(QrPicture.svg(content.get(0)));
    }

    private static void refuse(RoutingContext context, int status, String code, String vi, String en) {
        answer(context, status, new Problem("about:blank", code, status, code, vi, en, "kiosk"));
    }

    private static void answer(RoutingContext context, int status, Object body) {
        if (context.response().closed()) return;
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, status < 400 ? "application/json" : "application/problem+json")
                .end(Json.text(body));
    }
}
