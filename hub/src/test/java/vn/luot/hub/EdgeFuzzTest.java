package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.http.Limits;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Json;

/**
 * Whatever is sent as a body, a token or a code: the hub answers what it is, or in two languages what is wrong with it, and
 * never that it does not know what happened.
 */
class EdgeFuzzTest {
    @TempDir
    private static Path data;

    private static RunningHub hub;

    @BeforeAll
    static void start() {
        hub = RunningHub.in(data, Limits.NONE);
        hub.openDay();
        hub.as(Role.CLERK).press(1, "open");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /** @param sent how it is sent by its first letter, and then what */
    @FuzzTest
    void answersWhateverIsSent(byte[] sent) {
        if (sent.length == 0) return;
        // Jazzer takes it for a finding that anybody connects to anything; here it is the test itself, and only to the
        // hub.
        var allowed = BugDetectors.allowNetworkConnections((host, port) -> port == hub.port());
        try {
            send(sent);
        } finally {
            allowed.close();
        }
    }

    private static void send(byte[] sent) {
        var rest = Arrays.copyOfRange(sent, 1, sent.length);
        switch (sent[0]) {
            case 'T' -> isAnswered(body(Role.KIOSK, "/api/tickets", rest));
            case 'V' -> isAnswered(body(Role.TABLET, "/api/ratings", rest));
            case 'C' -> isAnswered(body(Role.CLERK, "/api/counters/1/call", rest));
            case 'H' -> isAnswered(body(Role.KIOSK, "/api/hardware", rest));
            case 'P' -> isAnswered(hub.nobody().postBytes("/api/pairing/token", rest));
            case 'B' -> isAnswered(body(Role.KIOSK, "/api/tickets", booking(rest)));
            case 'N' ->
                isRefused(hub.nobody()
                        .get("/api/tickets/x" + HexFormat.of().withPrefix("%").formatHex(rest)));
            case 'D' -> isRefused(bearing(rest, false).get("/api/hall?view=board"));
            case 'S' -> isRefused(bearing(rest, true).get("/api/hall?view=board"));
            default -> {}
        }
    }

    private static Answer body(Role role, String path, byte[] body) {
        return hub.as(role).postBytes(path, body, "Idempotency-Key", Caller.freshKey());
    }

    private static byte[] booking(byte[] code) {
        return Json.bytes(Map.of("service", "land", "booking", new String(code, StandardCharsets.ISO_8859_1)));
    }

    /** What cannot stand in a header is left out. */
    private static Caller bearing(byte[] token, boolean isPerson) {
        var text = new String(token, StandardCharsets.ISO_8859_1).replaceAll("[^!-~]", "");
        return new Caller(hub.port(), Optional.of(text), isPerson);
    }

    private static void isAnswered(Answer answer) {
        if (answer.status() >= 300) isRefused(answer);
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        answer.problem(answer.status(), answer.read().code());
    }
}
