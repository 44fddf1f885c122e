package vn.luot.protocol.hub;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;
import vn.luot.protocol.message.StepView;

/**
 * A device's link to the hub: follows one view of the hall over the feed, for ever reconnecting, and asks by HTTP.
 *
 * <p>Methods may be called from any thread. The listener is called on one Vert.x context: the caller's of the
 * constructor, or a new one of the calling thread.
 */
public final class HubLink {
    /** Whom a link tells. Each state is told once, when it begins. */
    public interface Listener {
        /** The link is up, and this is the hall now: draw it, speak nothing. Again after every {@link #lost}. */
        void connected(HallView hall);

        /**
         * @param after the hall after {@code step}
         * @param live false for a step of the past, sent again after a reconnect: drawn, never spoken
         */
        void stepped(HallView after, StepView step, boolean live);

        /** The hub is there, and this is its time; every few seconds while the link is up. */
        default void beat(OffsetDateTime at) {}

        /** Staff ask this kiosk to do something now; only kiosks are asked. */
        default void asked(FeedMessage.Errand errand) {}

        /** The link is down, or could not be made; {@code reason} is for the technician. The link keeps trying. */
        void lost(String reason);

        /** The hub does not talk to this device, a wrong token for example. The link asks again every few seconds. */
        void refused(FeedMessage.Refused refusal);

        /**
         * The hub does not let this device in until somebody types this code there; again for each new code. Over with
         * {@link #connected}.
         */
        default void pairing(String code) {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(HubLink.class);
    /** The hub's beat comes every 5 s; two may be late. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    /** Refusals that a new token ends. */
    private static final Set<String> TOKEN_REFUSED = Set.of("NOT_SIGNED_IN", "DEVICE_REVOKED");

    private static final int CONNECT_MILLIS = 3_000;
    private static final int CLOSING_SECONDS = 1;
    private static final int FIRST_PAUSE_MILLIS = 200;
    /** A screen is right within two seconds after the hub is back, however long it was away. */
    private static final int LAST_PAUSE_MILLIS = 1_500;

    private static final int REFUSED_PAUSE_MILLIS = 3_000;
    /** A hall of 99 counters and some hundred services is about 100 kB. */
    private static final int LARGEST_MESSAGE = 4 << 20;

    private final Vertx vertx;
    private final Context context;
    private final HubAddress hub;
    private final DeviceToken token;
    private final String view;
    private final Listener listener;
    /** So that the hub can tell two programs with one token apart. */
    private final String program = UUID.randomUUID().toString();

    private final Duration silence;
    private final Following following;
    private final Requests requests;
    // In a field, because Vert.x closes a client that nobody holds.
    private final WebSocketClient sockets;

    // What follows is touched on the context only.
    private boolean closed;
    private WebSocket socket;
    private long timer = -1;
    private int pause = FIRST_PAUSE_MILLIS;
    /** Absent while the hub lets the device in. */
    private Pairing pairing;

    /**
     * @param hub such as {@code http://192.168.1.2:8080}
     * @param token the device's; when the hub does not take it and it is kept in a file, the device asks to be paired
     * @param view "hall", "board", "counter/3", "tablet/3" or "kiosk"
     * @throws IllegalArgumentException when {@code hub} is no http or https address, in Vietnamese and English
     */
    public HubLink(Vertx vertx, URI hub, DeviceToken token, String view, Listener listener) {
        this(vertx, hub, token, view, SILENCE, listener);
    }

    /** With a token that stays as it is. */
    public HubLink(Vertx vertx, URI hub, String token, String view, Listener listener) {
        this(vertx, hub, DeviceToken.of(token), view, listener);
    }

    HubLink(Vertx vertx, URI hub, DeviceToken token, String view, Duration silence, Listener listener) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.hub = HubAddress.of(hub);
        this.token = token;
        this.view = view;
        this.listener = listener;
        this.silence = silence;
        following = new Following(listener);
        requests = new Requests(vertx, this.hub, token, program);
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxFrameSize(LARGEST_MESSAGE)
                .setMaxMessageSize(LARGEST_MESSAGE)
                .setClosingTimeout(CLOSING_SECONDS));
    }

    /** Begins to follow the hall. */
    public void start() {
        context.runOnContext(now -> connect());
    }

    /**
     * Asks the hub to do something. The answer is null when the hub answered without a body.
     *
     * @param key the idempotency key, the same for every retry; null where the hub asks for none
     * @param body what becomes the JSON body; null for none
     * @return fails with {@link HubProblem} when the hub said no, with {@link HubAway} when the outcome is unknown
     */
    public <T> Future<T> post(String path, String key, Object body, Class<T> answer) {
        return onContext(() -> ask(HttpMethod.POST, path, key, body, answer));
    }

    /** @return fails with {@link HubProblem} when the hub said no, with {@link HubAway} when it is away */
    public <T> Future<T> get(String path, Class<T> answer) {
        return onContext(() -> ask(HttpMethod.GET, path, null, null, answer));
    }

    /** Ends the link; the listener hears nothing afterwards. */
    public Future<Void> close() {
        return onContext(() -> {
            closed = true;
            socket = null;
            vertx.cancelTimer(timer);
            if (pairing != null) pairing.stop();
            return Future.join(sockets.close(), requests.close()).mapEmpty();
        });
    }

    private <T> Future<T> ask(HttpMethod method, String path, String key, Object body, Class<T> answer) {
        if (closed) return Future.failedFuture(new HubAway("đã đóng / closed", null));
        return requests.send(method, path, key, body, answer);
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        var answer = Promise.<T>promise();
        context.runOnContext(
                now -> Future.succeededFuture().compose(go -> work.get()).onComplete(answer));
        return answer.future();
    }

    private void connect() {
        if (closed) return;
        var since = following
                .since()
                .map(known -> "&since=" + known.seq() + "&epoch=" + known.epoch())
                .orElse("");
        var feed = "/feed?view=" + URLEncoder.encode(view, StandardCharsets.UTF_8) + since;
        sockets.connect(hub.aim(new WebSocketConnectOptions(), feed).setTimeout(CONNECT_MILLIS))
                .onSuccess(this::opened)
                .onFailure(
                        failure -> lose("không nối được tới hub / cannot connect to the hub: " + WhyAway.of(failure)));
    }

    private void opened(WebSocket opened) {
        if (closed) return;
        socket = opened;
        opened.textMessageHandler(text -> {
            if (socket == opened) heard(text);
        });
        opened.closeHandler(gone -> {
            if (socket == opened) lose("hub đã ngắt / the hub hung up (" + opened.closeStatusCode() + ")");
        });
        opened.exceptionHandler(failure -> LOG.debug("feed", failure));
        opened.writeTextMessage(Json.text(new FeedMessage.Hello(ProtocolVersion.NOW, token.text(), program)));
        awaitNext();
    }

    private void awaitNext() {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(
                silence.toMillis(),
                late -> lose("hub im lặng quá " + silence.toSeconds() + " giây / the hub is silent for more than "
                        + silence.toSeconds() + " s"));
    }

    private void heard(String text) {
        awaitNext();
        try {
            understood(Json.readLeniently(text, FeedMessage.class));
        } catch (IOException e) {
            LOG.warn("The hub's feed is not understood; beginning again with a snapshot", e);
            following.forget();
            lose("không hiểu dữ liệu của hub / the hub's feed is not understood");
        }
    }

    private void understood(FeedMessage message) {
        if (message instanceof FeedMessage.Refused) {
            pause = REFUSED_PAUSE_MILLIS;
            hangUp();
        }
        following.heard(message);
        if (message instanceof FeedMessage.Refused refusal) askToBePaired(refusal);
        if (following.isConnected()) begins();
    }

    private void begins() {
        pause = FIRST_PAUSE_MILLIS;
        if (pairing != null) pairing.stop();
        pairing = null;
    }

    /** While it does, the link goes on trying: the hub may change its mind, a restored one for example. */
    private void askToBePaired(FeedMessage.Refused refusal) {
        if (pairing != null || !token.canBeAnother() || !TOKEN_REFUSED.contains(refusal.code())) return;
        pairing = new Pairing(vertx, requests, listener::pairing);
        pairing.start()
                .compose(fresh -> vertx.executeBlocking(() -> {
                    token.becomes(fresh);
                    return fresh;
                }))
                .onFailure(fault ->
                        LOG.error("The new token cannot be kept: this device is lost at its next start", fault))
                .onComplete(kept -> pairing = null);
    }

    private void lose(String reason) {
        if (closed) return;
        hangUp();
        following.lost(reason);
    }

    /** Lets go of the socket and tries again after a pause, a random one: all devices lose a hub at the same moment. */
    private void hangUp() {
        var old = socket;
        socket = null;
        if (old != null) old.close();
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1), over -> connect());
        pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
    }
}
