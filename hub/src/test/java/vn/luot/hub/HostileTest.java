package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.http.Limits;
import vn.luot.hub.http.Share;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage.Beat;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;
import vn.luot.protocol.message.StepKind;

/** Senders who mean no good, on real connections: they are turned away, and everybody else is served. */
class HostileTest {
    private static final Limits IMPATIENT = new Limits(
            Limits.NONE.bearer(), Limits.NONE.address(), new Share(0, 50), Duration.ofSeconds(1), Limits.USUAL.idle());

    @TempDir
    private Path data;

    private RunningHub hub;
    private String board;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data, IMPATIENT);
        board = hub.as(Role.BOARD).token().orElseThrow();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Wire wire() {
        return new Wire(hub.port());
    }

    /** Somebody else, on a connection of their own. */
    private void assertOthersAreServed() {
        try (var wire = wire()) {
            assertThat(wire.say("GET /api/hall?view=board HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + board + "\r\n\r\n")
                            .heard())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    // Slow senders.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTT",
                "GET /api/hall HTTP/1.1\r\nHost: localhost\r\n",
                "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n{",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET /health/li"
            })
    void closesTheConnectionOfWhoeverDripsARequestIn(String beginning) {
        try (var slow = wire().say(beginning)) {
            if (!beginning.isEmpty()) {
                Await.until(() -> {
                    assertOthersAreServed();
                    return !slow.tries(new byte[] {'x'});
                });
            }

            assertThat(slow.heard()).doesNotContain(" 500 ");
        }
    }

    @Test
    void letsAListenerBeQuietForAsLongAsItLikes() {
        try (var listener = FeedListener.of(hub.as(Role.BOARD), "view=board");
                var slow = wire().say("GET / HTTP/1.1\r\n")) {
            listener.hall();
            // Who came later and was silent as long is gone.
            slow.heard();

            // More beats than it can have missed reading.
            for (var i = 0; i < 100; i++) assertThat(listener.next()).isInstanceOf(Beat.class);
        }
    }

    // Malformed requests.

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no request line           | HELLO\\r\\n\\r\\n                                                                   | 400
            two lengths               | POST /api/session HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 2\\r\\nContent-Length: 3\\r\\n\\r\\n{} | 400
            a length that is none     | POST /api/session HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: two\\r\\n\\r\\n{} | 400
            length and chunks         | POST /api/session HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400
            another version           | GET /health/live HTTP/9.9\\r\\nHost: localhost\\r\\n\\r\\n                            | 400 501 505
            a wrong host              | GET /health/live HTTP/1.1\\r\\nHost: evil.example\\r\\nConnection: close\\r\\n\\r\\n  | 421
            a host that is none       | GET /health/live HTTP/1.1\\r\\nHost: ::1:8080\\r\\nConnection: close\\r\\n\\r\\n | 400 421
            two hosts                 | GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nHost: evil.example\\r\\nConnection: close\\r\\n\\r\\n | 400 421
            a wrong absolute address  | GET http://evil.example/ HTTP/1.1\\r\\nHost: evil.example\\r\\nConnection: close\\r\\n\\r\\n | 400 421
            no host                   | GET /health/live HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n                         | 400 421
            headers without end       | GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nX: LONG\\r\\n\\r\\n              | 431
            """)
    void refusesARequestThatIsNone(String what, String request, String statuses) {
        try (var wire = wire()) {
            wire.say(request.replace("\\r\\n", "\r\n").replace("LONG", "x".repeat(20_000)));

            assertThat(wire.heard())
                    .as(what)
                    .matches(Pattern.compile("HTTP/\\S+ (" + statuses.replace(' ', '|') + ") .*", Pattern.DOTALL));
        }
        assertOthersAreServed();
    }

    @Test
    void answersNothingGoodToABodyOfBadChunks() {
        try (var wire = wire().say("POST /api/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "zz\r\n{}\r\n0\r\n\r\n")) {
            assertThat(wire.heard()).doesNotContain(" 200 ").doesNotContain(" 500 ");
        }
        assertOthersAreServed();
    }

    // On the feed.

    private Wire listener() {
        var wire = wire().say("GET /feed?view=board HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n");
        assertThat(wire.head()).startsWith("HTTP/1.1 101 ");
        return wire;
    }

    /** A frame of a client, whose mask changes nothing. */
    private static byte[] frame(int kind, byte[] content) {
        return ByteBuffer.allocate(6 + content.length)
                .put((byte) (0x80 | kind))
                .put((byte) (0x80 | content.length))
                .putInt(0)
                .put(content)
                .array();
    }

    private static final int TEXT = 1;
    private static final int BYTES = 2;
    private static final int PING = 9;

    /** A listener who was let in, and has heard the hall. */
    private Wire member() {
        var wire = listener();
        wire.say(frame(TEXT, Json.bytes(new Hello(ProtocolVersion.NOW, board))));
        assertThat(wire.upTo("\"snapshot\"")).endsWith("\"snapshot\"");
        return wire;
    }

    /** As many as a network card sends in one go, without a pause between them. */
    private static byte[] thousand(byte[] frame) {
        var all = ByteBuffer.allocate(1_000 * frame.length);
        while (all.hasRemaining()) all.put(frame);
        return all.array();
    }

    @Test
    void endsAListenerThatPingsWithoutEnd() {
        var pings = thousand(frame(PING, "there?".getBytes(StandardCharsets.US_ASCII)));
        try (var flood = member();
                var other = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            other.hall();
            flood.say(pings);

            // The frame that closes, and its code 1008 (03 F0).
            assertThat(flood.heard()).contains("\u0088\u0013\u0003\u00F0TOO_MANY_REQUESTS");
            hub.openDay();
            assertThat(other.step().kind()).isEqualTo(StepKind.DAY_OPENED);
        }
        assertOthersAreServed();
    }

    @Test
    void endsAListenerThatTalksWithoutEnd() {
        var talk = thousand(frame(TEXT, Json.bytes(new Hello(ProtocolVersion.NOW, board))));
        try (var chatty = member();
                var other = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            other.hall();
            chatty.say(talk);
            assertOthersAreServed();
            hub.openDay();

            assertThat(other.step().kind()).isEqualTo(StepKind.DAY_OPENED);
            // Code 4400 (11 30): whoever was let in has nothing more to say.
            assertThat(chatty.heard()).contains("\u0088\u000B\u0011\u0030BAD_HELLO");
        }
        assertOthersAreServed();
    }

    @Test
    void closesOnAFrameThatWouldFillTheMemory() {
        try (var vast = listener()) {
            // Sixteen gigabytes to come.
            vast.say(ByteBuffer.allocate(14)
                    .put((byte) (0x80 | BYTES))
                    .put((byte) (0x80 | 127))
                    .putLong(16L << 30)
                    .putInt(0)
                    .array());

            // The frame that closes, and its code 1009 (03 F1).
            assertThat(vast.heard()).startsWith("\u0088\u0013\u0003\u00F1").endsWith("MESSAGE_TOO_LARGE");
        }
        assertOthersAreServed();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFF, 0x8F, 0x01, 0x83})
    void closesOnBytesThatAreNoFrame(int first) {
        try (var garbage = listener()) {
            garbage.say(new byte[] {(byte) first, 0x05, 1, 2, 3, 4, 5, 6, 7, 8});

            // Code 1002 (03 EA).
            assertThat(garbage.heard()).startsWith("\u0088\r\u0003\u00EANOT_A_FRAME");
        }
        assertOthersAreServed();
    }
}
