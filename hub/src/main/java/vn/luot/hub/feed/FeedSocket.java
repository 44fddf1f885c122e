package vn.luot.hub.feed;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.Devices;
import vn.luot.hub.access.Neighbourhood;
import vn.luot.hub.desk.View;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.Failure;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.http.Share;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.FeedMessage.Refused;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** The door of the feed: a listener says hello and who it is, and is let in or told why not. */
public final class FeedSocket implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedSocket.class);
    private static final long HELLO_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = 2_000;
    private static final Buffer ARE_YOU_THERE = Buffer.buffer("there?");
    private static final short GOING_AWAY = 1001;
    private static final short TOO_MUCH = 1008;
    private static final short BAD_MESSAGE = 4400;
    private static final short NOT_SIGNED_IN = 4401;
    private static final short NOT_ALLOWED = 4403;
    private static final short TWICE = 4409;
    private static final short OTHER_VERSION = 4426;

    private final Vertx vertx;
    private final Door door;
    private final OneKiosk oneKiosk;
    private final Feed feed;
    private final Share frames;

    /** By the hash of the token that let them in. */
    private final Map<String, Set<ServerWebSocket>> letIn = new ConcurrentHashMap<>();

    /** @param frames how much a listener may send */
    public FeedSocket(Vertx vertx, Door door, OneKiosk oneKiosk, Feed feed, Share frames) {
        this.vertx = vertx;
        this.door = door;
        this.oneKiosk = oneKiosk;
        this.feed = feed;
        this.frames = frames;
        door.whenEnded(this::letOut);
    }

    private void letOut(String hash) {
        var sockets = letIn.remove(hash);
        if (sockets != null) sockets.forEach(socket -> refuse(socket, NOT_SIGNED_IN, notSignedIn()));
    }

    private void remember(String hash, ServerWebSocket socket) {
        letIn.computeIfAbsent(hash, first -> ConcurrentHashMap.newKeySet()).add(socket);
    }

    private void forget(String hash, ServerWebSocket socket) {
        letIn.computeIfPresent(hash, (same, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    @Override
    public void handle(RoutingContext context) {
        if (!context.request().canUpgradeToWebSocket()) {
            context.fail(400);
            return;
        }
        if (Door.isForeign(context.request())) {
            context.fail(Failure.foreignOrigin());
            return;
        }
        var view = View.parse(context.queryParam("view").stream().findFirst().orElse(""));
        var since = context.queryParam("since").stream().findFirst().flatMap(FeedSocket::number);
        var epoch = context.queryParam("epoch").stream().findFirst().flatMap(FeedSocket::number);
        var session = Door.session(context.request());
        context.request()
                .toWebSocket()
                .onSuccess(socket -> awaitHello(socket, view, since(since, epoch), session))
                .onFailure(fault -> LOG.debug("no web socket", fault));
    }

    /**
     * @param since the last step the listener knows; -1 when it knows none
     * @param epoch of the life of the store that took it
     */
    private record Known(long since, int epoch) {}

    private static Known since(Optional<Long> since, Optional<Long> epoch) {
        return new Known(since.orElse(-1L), epoch.orElse(-1L).intValue());
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private void awaitHello(ServerWebSocket socket, Optional<View> view, Known known, Optional<String> session) {
        var late = vertx.setTimer(HELLO_MILLIS, due -> refuse(socket, BAD_MESSAGE, noHello()));
        socket.exceptionHandler(fault -> broken(socket, fault));
        socket.closeHandler(closed -> vertx.cancelTimer(late));
        socket.shutdownHandler(stopped -> socket.close(GOING_AWAY, "the hub stops"));
        limit(socket);
        socket.textMessageHandler(text -> {
            if (vertx.cancelTimer(late)) {
                greeted(socket, text, view, known, session);
            } else {
                refuse(socket, BAD_MESSAGE, noHello());
            }
        });
        socket.binaryMessageHandler(bytes -> refuse(socket, BAD_MESSAGE, noHello()));
    }

    /** Whoever sends what cannot be a frame, or is too large, is told so before the connection ends. */
    private static void broken(ServerWebSocket socket, Throwable fault) {
        LOG.debug("a listener's socket", fault);
        if (socket.isClosed()) return;
        if (isTooLarge(fault)) {
            socket.close((short) WebSocketCloseStatus.MESSAGE_TOO_BIG.code(), "MESSAGE_TOO_LARGE");
        } else if (fault instanceof CorruptedWebSocketFrameException) {
            socket.close((short) WebSocketCloseStatus.PROTOCOL_ERROR.code(), "NOT_A_FRAME");
        }
    }

    private static boolean isTooLarge(Throwable fault) {
        return fault instanceof CorruptedWebSocketFrameException frame
                ? frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)
                // A message in many frames: Vert.x says nothing else this way.
                : fault instanceof IllegalStateException;
    }

    /** Pings are answered by themselves, and answers that nobody reads would fill the memory. */
    private void limit(ServerWebSocket socket) {
        var left = frames.full(System::nanoTime);
        socket.frameHandler(frame -> {
            if (!left.takes() && !socket.isClosed()) socket.close(TOO_MUCH, "TOO_MANY_REQUESTS");
        });
    }

    private void greeted(
            ServerWebSocket socket, String text, Optional<View> view, Known known, Optional<String> session) {
        var hello = hello(text);
        if (hello.isEmpty()) {
            refuse(socket, BAD_MESSAGE, noHello());
            return;
        }
        if (!ProtocolVersion.isUnderstood(hello.get().version())) {
            refuse(socket, OTHER_VERSION, otherVersion());
            return;
        }
        var token = Optional.ofNullable(hello.get().token()).or(() -> session);
        if (token.isEmpty()) {
            refuse(socket, NOT_SIGNED_IN, notSignedIn());
            return;
        }
        door.look(token.get())
                .onSuccess(actor -> admit(socket, token.get(), hello.get().program(), actor, view, known))
                .onFailure(fault -> socket.close(BAD_MESSAGE));
    }

    private static Optional<Hello> hello(String text) {
        try {
            return Optional.ofNullable(Json.read(text, FeedMessage.class))
                    .filter(Hello.class::isInstance)
                    .map(Hello.class::cast);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void admit(
            ServerWebSocket socket,
            String token,
            String program,
            Optional<Actor> actor,
            Optional<View> view,
            Known known) {
        if (actor.isEmpty()) {
            door.whyNot(token).onSuccess(why -> refuse(socket, NOT_SIGNED_IN, refused(why)));
        } else if (view.isEmpty()) {
            refuse(socket, BAD_MESSAGE, noSuchView());
        } else if (!view.get().isFor(actor.get().role())) {
            refuse(socket, NOT_ALLOWED, notAllowed());
        } else if (actor.get().role() == Role.KIOSK) {
            oneKiosk.admit(actor.get().name(), program, pinged(socket)).onSuccess(first -> {
                if (first) {
                    join(socket, token, view.get(), known);
                } else {
                    door.cloned(actor.get(), token);
                    refuse(socket, TWICE, refused(Failure.kioskTwice()));
                }
            });
        } else {
            if (Devices.isDevice(actor.get().role())) noticeElsewhere(socket, token, actor.get());
            join(socket, token, view.get(), known);
        }
    }

    /**
     * A screen may be open twice on its machine, and may come back from another address while its old socket looks open. One that
     * answers from elsewhere bears a token that somebody copied; which of the two is right nobody can tell here.
     */
    private void noticeElsewhere(ServerWebSocket socket, String token, Actor device) {
        for (var other : letIn.getOrDefault(Access.hash(token), Set.of())) {
            if (!Neighbourhood.areTwoMachines(address(other), address(socket))) continue;
            pinged(other).answers().onSuccess(there -> {
                if (there) door.cloned(device, token);
            });
        }
    }

    private static String address(ServerWebSocket socket) {
        return socket.remoteAddress().hostAddress();
    }

    private OneKiosk.Feed pinged(ServerWebSocket socket) {
        return new OneKiosk.Feed() {
            @Override
            public boolean isClosed() {
                return socket.isClosed();
            }

            @Override
            public Future<Boolean> answers() {
                var answer = Promise.<Boolean>promise();
                socket.pongHandler(pong -> answer.tryComplete(true));
                socket.writePing(ARE_YOU_THERE).onFailure(gone -> answer.tryComplete(false));
                vertx.setTimer(ANSWER_MILLIS, late -> answer.tryComplete(false));
                return answer.future();
            }

            @Override
            public Future<Void> tell(String message) {
                return socket.writeTextMessage(message);
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    private void join(ServerWebSocket socket, String token, View view, Known known) {
        var hash = Access.hash(token);
        remember(hash, socket);
        // It may have ended between the look and the note.
        if (door.isKnown(token)) feed.join(ear(socket, hash), view, known.since(), known.epoch());
        else letOut(hash);
    }

    private Ear ear(ServerWebSocket socket, String hash) {
        return new Ear() {
            @Override
            public boolean isClosed() {
                return socket.isClosed();
            }

            @Override
            public void whenClosed(Runnable told) {
                socket.closeHandler(closed -> {
                    forget(hash, socket);
                    told.run();
                });
            }

            @Override
            public Future<Void> tell(String frame) {
                return socket.writeTextMessage(frame);
            }

            @Override
            public void close(short code, String reason) {
                socket.close(code, reason);
            }
        };
    }

    private static void refuse(ServerWebSocket socket, short code, Refused refused) {
        if (socket.isClosed()) return;
        socket.writeTextMessage(Json.text(refused));
        socket.close(code, refused.code());
    }

    private static Refused refused(Failure why) {
        return new Refused(why.code(), why.messageVi(), why.messageEn());
    }

    private static Refused noHello() {
        return new Refused(
                "BAD_HELLO",
                "Thiết bị không chào đúng cách. Hãy cập nhật phần mềm của thiết bị.",
                "The listener did not say hello properly. Update the device's software.");
    }

    private static Refused otherVersion() {
        return new Refused(
                "UPGRADE_REQUIRED",
                "Phiên bản không hợp nhau. Hãy tải lại trang hoặc cập nhật thiết bị.",
                "The versions do not fit. Reload the page or update the device.");
    }

    private static Refused notSignedIn() {
        return new Refused(
                "NOT_SIGNED_IN",
                "Chưa đăng nhập, hoặc mã thiết bị không còn hiệu lực. Hãy đăng nhập lại hoặc nhập mã mới.",
                "Not signed in, or the device token is no longer valid. Sign in again or give the device a new token.");
    }

    private static Refused noSuchView() {
        return new Refused(
                "VIEW_UNKNOWN",
                "Không có màn hình này. Hãy kiểm tra địa chỉ trang.",
                "There is no such view. Check the page's address.");
    }

    private static Refused notAllowed() {
        return new Refused(
                "ROLE_NOT_ALLOWED", "Vai trò này không được xem màn hình này.", "This role may not look at this view.");
    }
}
