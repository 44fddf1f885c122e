package vn.luot.sim.hall;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import vn.luot.protocol.message.Json;

/**
 * The page that shows the whole simulated hall, and lets one break things and turn the time: it listens on the loopback
 * address only, and knows its own page from a foreign one by Host and Origin.
 */
final class HallServer {
    private static final int REDRAW_MILLIS = 150;
    private static final int LONGEST_BODY = 1_024;
    private static final int FASTEST = 100;
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");

    private final Vertx vertx;
    private final Context loop;
    private final Hardware hardware;
    private final HallTime time;
    private final Crowd crowd;
    private final List<Screen> screens;
    private final Supplier<Scene> scene;
    private final Set<ServerWebSocket> viewers = new HashSet<>();
    private final HttpServer server;
    private final long redrawing;
    private String drawn = "";

    HallServer(
            Vertx vertx, Hardware hardware, HallTime time, Crowd crowd, List<Screen> screens, Supplier<Scene> scene) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.hardware = hardware;
        this.time = time;
        this.crowd = crowd;
        this.screens = List.copyOf(screens);
        this.scene = scene;
        this.server = vertx.createHttpServer().requestHandler(routes(vertx));
        this.redrawing = vertx.setPeriodic(REDRAW_MILLIS, tick -> redraw());
    }

    Future<Integer> listen(int port) {
        return server.listen(port, "127.0.0.1").map(HttpServer::actualPort);
    }

    private Router routes(Vertx vertx) {
        var router = Router.router(vertx);
        router.route().handler(this::guard);
        router.get("/screens").handler(request -> answer(request, screens));
        router.get("/scene").handler(this::watch);
        router.get("/ticket/:number").handler(this::ticket);
        router.post().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        router.post("/speed").handler(this::speed);
        router.post("/switch/:id").handler(this::flip);
        router.post("/clerk/:counter").handler(this::clerk);
        router.get("/lib/lit-html/*").handler(files("META-INF/resources/webjars/lit-html/3.2.1"));
        router.get("/lib/*").handler(files("web/lib"));
        router.get("/*").handler(files("web/sim"));
        return router;
    }

    private static StaticHandler files(String folder) {
        return StaticHandler.create(folder).setCachingEnabled(false);
    }

    /** Shows screens of the demo's other programs in frames, and obeys its own page only. */
    private void guard(RoutingContext request) {
        if (!isOwnPage(request.request())) {
            request.response().setStatusCode(403).end();
            return;
        }
        var frames = screens.stream()
                .map(screen -> origin(screen.address()))
                .distinct()
                .collect(Collectors.joining(" "));
        request.response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; connect-src 'self' ws:; img-src 'self' data: blob:; frame-src " + frames)
                .putHeader("X-Content-Type-Options", "nosniff");
        request.next();
    }

    /** A page of another site, opened on this machine, could reach this port; its Host or Origin gives it away. */
    private static boolean isOwnPage(HttpServerRequest request) {
        var authority = request.authority();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return authority != null
                && OWN_HOSTS.contains(authority.host())
                && (origin == null ? isOnlyReading(request) : origin.equals("http://" + authority));
    }

    private static boolean isOnlyReading(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && !request.headers().contains(HttpHeaders.UPGRADE);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private void watch(RoutingContext request) {
        request.request().toWebSocket().onSuccess(viewer -> {
            viewers.add(viewer);
            viewer.closeHandler(gone -> viewers.remove(viewer));
            viewer.writeTextMessage(Json.text(scene.get()));
        });
    }

    private void redraw() {
        if (viewers.isEmpty()) return;
        var fresh = Json.text(scene.get());
        if (fresh.equals(drawn)) return;
        drawn = fresh;
        viewers.forEach(viewer -> viewer.writeTextMessage(fresh));
    }

    private void ticket(RoutingContext request) {
        var number = request.pathParam("number");
        hardware.printer().tickets().stream()
                .filter(ticket -> number.equals(ticket.number() + ".png"))
                .findFirst()
                .ifPresentOrElse(
                        ticket -> request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                                .end(png(ticket.picture())),
                        () -> request.fail(404));
    }

    private static Buffer png(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("drawing in memory", e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private void speed(RoutingContext request) {
        body(request, Turn.class)
                .filter(Turn::isPossible)
                .ifPresentOrElse(
                        turn -> {
                            time.speed(turn.speed);
                            hardware.speed(turn.speed);
                            done(request);
                        },
                        () -> request.fail(400));
    }

    private void flip(RoutingContext request) {
        var fault = hardware.switches().stream()
                .filter(one -> one.id().equals(request.pathParam("id")))
                .findFirst();
        var flip = body(request, Flip.class);
        if (fault.isEmpty() || flip.isEmpty()) {
            request.fail(fault.isEmpty() ? 404 : 400);
            return;
        }
        loop.executeBlocking(() -> {
                    fault.get().set().accept(flip.get().on);
                    return null;
                })
                .onSuccess(flipped -> done(request))
                .onFailure(request::fail);
    }

    private void clerk(RoutingContext request) {
        var clerk = crowd.clerks().stream()
                .filter(one -> request.pathParam("counter").equals("" + one.counter()))
                .findFirst();
        var flip = body(request, Flip.class);
        if (clerk.isEmpty() || flip.isEmpty()) {
            request.fail(clerk.isEmpty() ? 404 : 400);
            return;
        }
        clerk.get().working(flip.get().on);
        done(request);
    }

    private record Flip(boolean on) {}

    private record Turn(double speed) {
        boolean isPossible() {
            return speed >= 0 && speed <= FASTEST;
        }
    }

    private static <T> Optional<T> body(RoutingContext request, Class<T> type) {
        try {
            var buffer = request.body().buffer();
            return buffer == null ? Optional.empty() : Optional.of(Json.read(buffer.getBytes(), type));
        } catch (IOException notOfThisShape) {
            return Optional.empty();
        }
    }

    private static void done(RoutingContext request) {
        request.response().setStatusCode(204).end();
    }

    private static void answer(RoutingContext request, Object body) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Json.text(body));
    }

    Future<Void> close() {
        vertx.cancelTimer(redrawing);
        return server.close();
    }
}
