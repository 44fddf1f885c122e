package vn.luot.hub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import vn.luot.hub.http.Door;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.FeedMessage.Beat;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.FeedMessage.Live;
import vn.luot.protocol.message.FeedMessage.Refused;
import vn.luot.protocol.message.FeedMessage.Snapshot;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;
import vn.luot.protocol.message.StepView;

/** Somebody who listens to a hub's feed, and remembers all that was heard. */
final class FeedListener implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<FeedMessage> unread = new LinkedBlockingQueue<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private FeedListener(String host, Caller caller, String query, String... headers) {
        var handshake = CLIENT.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) handshake.header(headers[i], headers[i + 1]);
        if (caller.isPerson()) {
            handshake.header("Cookie", Door.SESSION + "=" + caller.token().orElseThrow());
        }
        socket = handshake
                .buildAsync(URI.create("ws://" + host + ":" + caller.port() + "/feed?" + query), this)
                .join();
    }

    /** Connected, and silent so far. */
    static FeedListener silent(Caller caller, String query, String... headers) {
        return new FeedListener("localhost", caller, query, headers);
    }

    /** Has said hello. */
    static FeedListener of(Caller caller, String query) {
        return silent(caller, query).hello(caller);
    }

    /** The same at another address of the hub. */
    static FeedListener at(String host, Caller caller, String query) {
        return new FeedListener(host, caller, query).hello(caller);
    }

    FeedListener hello(Caller caller) {
        var token = caller.isPerson() ? null : caller.token().orElse(null);
        return say(Json.text(new Hello(ProtocolVersion.NOW, token)));
    }

    FeedListener say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    FeedListener say(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** The next message, which must be the whole hall. */
    HallView hall() {
        return next(Snapshot.class).hall();
    }

    /** The next message, which must be a step as it happens. */
    StepView step() {
        var live = next(Live.class);
        assertThat(live.live()).isTrue();
        return live.step();
    }

    /** The next message but beats. */
    <T extends FeedMessage> T next(Class<T> type) {
        var message = next();
        while (message instanceof Beat) message = next();
        assertThat(message).isInstanceOf(type);
        return type.cast(message);
    }

    /** The next message of any kind. */
    FeedMessage next() {
        try {
            var message = unread.poll(PATIENCE_SECONDS, SECONDS);
            assertThat(message).as("nothing came; before: %s", heard).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code that the hub closes with, after it said why. */
    int refusedWith(String code) {
        var refused = next(Refused.class);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.messageVi()).isNotBlank().isNotEqualTo(refused.messageEn());
        assertThat(refused.messageEn()).isNotBlank();
        return closeCode();
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, SECONDS).join();
    }

    /** All that was heard so far, as it was sent. */
    List<String> heard() {
        return heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            hear(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String text) {
        heard.add(text);
        try {
            unread.add(Json.read(text, FeedMessage.class));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
