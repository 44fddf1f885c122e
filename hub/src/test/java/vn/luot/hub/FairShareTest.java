package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.http.Limits;
import vn.luot.hub.http.Share;
import vn.luot.hub.queue.Role;

/** Who asks without end is turned away; everybody else is served. */
class FairShareTest {
    private static final int MOST = 60;
    /** More than the hub has workers for what waits. */
    private static final int CROWD = 30;
    /** Nothing comes back within a test, however long it takes. */
    private static final Share SMALL = new Share(0, MOST);

    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.in(
                data, new Limits(SMALL, SMALL, Limits.USUAL.frames(), Limits.USUAL.patience(), Limits.USUAL.idle()));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void turnsAwayADeviceThatAsksWithoutEndAndServesTheOthers() {
        var kiosk = hub.as(Role.KIOSK);
        // Until the hub has seen its token, it is one of many at an address.
        kiosk.get("/api/plan");
        for (var i = 0; i < MOST; i++)
            assertThat(kiosk.get("/api/plan").status()).isEqualTo(200);

        var refused = kiosk.get("/api/plan");

        var problem = refused.problem(429, "TOO_MANY_REQUESTS");
        assertThat(problem.messageVi()).startsWith("Quá nhiều yêu cầu");
        assertThat(refused.header("Retry-After")).hasValue("1");
        assertThat(hub.as(Role.BOARD).get("/api/plan").status()).isEqualTo(200);
        assertThat(hub.nobody().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void turnsAwayAnAddressWhateverTokensItMakesUpAndServesItsDevices() {
        var board = hub.as(Role.BOARD);
        board.get("/api/plan");
        for (var i = 0; i < MOST; i++)
            hub.stranger("made-up-" + i + "-".repeat(30), i % 2 == 0).get("/health/live");

        hub.nobody().get("/health/live").problem(429, "TOO_MANY_REQUESTS");
        hub.nobody().get("/clerk/").problem(429, "TOO_MANY_REQUESTS");

        assertThat(board.get("/api/plan").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/tickets/TOKEN",
        "GET,  /api/tickets/TOKEN/why",
        "POST, /api/tickets/TOKEN/push-back",
        "POST, /api/tickets/TOKEN/leave",
        "POST, /api/tickets/TOKEN/rating"
    })
    void turnsAwayWhoeverGuessesTickets(String method, String path) {
        hub.openDay();
        var ticket = hub.as(Role.KIOSK).take("land");
        var answers = IntStream.range(0, 21)
                .mapToObj(i -> guess(method, path.replace("TOKEN", "guess-" + i + "-".repeat(16))))
                .toList();

        answers.subList(0, 20).forEach(answer -> answer.problem(404, "TICKET_NOT_FOUND"));
        answers.get(20).problem(429, "TOO_MANY_TRIES");
        assertThat(answers.get(20).header("Retry-After")).isPresent();
        assertThat(hub.nobody().get("/api/tickets/" + ticket.token()).status()).isEqualTo(200);
    }

    @Test
    void countsEachAddressForItself() {
        for (var i = 0; i <= MOST; i++) hub.nobody().get("/health/live");
        hub.nobody().get("/health/live").problem(429, "TOO_MANY_REQUESTS");

        assertThat(statusFrom("127.0.0.1")).isEqualTo("HTTP/1.1 429 ");
        assertThat(statusFrom("127.0.0.2")).isEqualTo("HTTP/1.1 200 ");
    }

    @Test
    void believesNobodyWhoSaysThatTheyComeFromElsewhere() {
        for (var i = 0; i <= MOST; i++) hub.nobody().get("/health/live");

        for (var claim : List.of("X-Forwarded-For: 10.9.8.7", "Forwarded: for=10.9.8.7", "X-Real-IP: 10.9.8.7")) {
            assertThat(statusFrom("127.0.0.1", claim + "\r\n")).as(claim).isEqualTo("HTTP/1.1 429 ");
        }
    }

    /** To look at a password takes long, and is done for one at a time: here, for as long as others ask. */
    @Test
    void keepsNobodyWaitingBehindACrowdThatGuessesPasswords() throws Exception {
        var crowd = Executors.newFixedThreadPool(CROWD);
        var under = new CountDownLatch(CROWD);
        var answered = new AtomicInteger();
        try {
            synchronized (Class.forName("vn.luot.hub.access.PasswordHash")) {
                for (var i = 0; i < CROWD; i++) {
                    var name = "nobody-" + i;
                    crowd.execute(() -> {
                        under.countDown();
                        hub.signIn(name, "a guess").problem(401, "WRONG_CREDENTIALS");
                        answered.incrementAndGet();
                    });
                }
                assertThat(under.await(60, TimeUnit.SECONDS)).isTrue();

                // Until the last of the crowd is surely there.
                for (var i = 0; i < MOST - CROWD; i++) {
                    hub.stranger("x".repeat(43), false).get("/api/plan").problem(401, "NOT_SIGNED_IN");
                }
                assertThat(answered).hasValue(0);
            }
        } finally {
            crowd.shutdown();
            assertThat(crowd.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(answered).hasValue(CROWD);
    }

    private String statusFrom(String address) {
        return statusFrom(address, "");
    }

    private String statusFrom(String address, String headers) {
        try (var wire = new Wire(hub.port(), address)) {
            return wire.say("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                    .heard()
                    .substring(0, 13);
        }
    }

    private Answer guess(String method, String path) {
        var body = path.endsWith("rating") ? "{\"score\":5}" : null;
        return hub.nobody().send(method, path, body, "Idempotency-Key", Caller.freshKey());
    }
}
