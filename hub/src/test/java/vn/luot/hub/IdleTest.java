package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.http.Limits;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage.Beat;

/** Connections on which nothing happens; the patience with slow senders is not what closes them here. */
class IdleTest {
    private static final Duration IDLE = Duration.ofMillis(700);
    private static final Limits LIMITS =
            new Limits(Limits.USUAL.bearer(), Limits.USUAL.address(), Limits.USUAL.frames(), Duration.ofHours(1), IDLE);

    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data, LIMITS);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /health/li",
                "GET /health/live HTTP/1.1\r\nHost: local",
                "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n{",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void closesAConnectionThatFallsSilentAndNotBefore(String said) {
        var start = System.nanoTime();
        try (var silent = new Wire(hub.port()).say(said)) {
            assertThat(silent.heard()).doesNotContain(" 500 ");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(IDLE, Limits.USUAL.idle());
    }

    /** It has nothing to say; that the hub speaks to it is enough. */
    @Test
    void keepsAListenerThatOnlyListens() {
        try (var listener = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            listener.hall();
            for (var i = 0; i < 3; i++) {
                // Whoever came later and was silent as long is gone.
                try (var silent = new Wire(hub.port())) {
                    silent.heard();
                }
            }

            // More beats than it can have missed reading.
            for (var i = 0; i < 50; i++) assertThat(listener.next()).isInstanceOf(Beat.class);
        }
    }
}
