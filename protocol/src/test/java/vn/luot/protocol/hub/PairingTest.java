package vn.luot.protocol.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
    private static final String CODES = "{\"deviceCode\":\"D\",\"userCode\":\"BCDF-GHJK\",\"expiresInSeconds\":600}";
    private static final String GONE =
            "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":410,\"code\":\"CODE_EXPIRED\",\"messageVi\":\"a\","
                    + "\"messageEn\":\"b\",\"traceId\":\"c\"}";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final FakeHub hub = new FakeHub(vertx);
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private Queue<Said> answers;

    private record Said(int status, String body) {}

    @BeforeEach
    void listen() {
        hub.listen();
        hub.answerWith(this::next);
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private void next(HttpServerResponse response) {
        var said = answers.remove();
        response.setStatusCode(said.status()).end(said.body());
    }

    private Pairing pairing() {
        var requests = new Requests(vertx, HubAddress.of(hub.address()), DeviceToken.of(""), "program");
        return new Pairing(vertx, requests, Duration.ofMillis(1), shown::add);
    }

    @Test
    void showsACodeAndWaitsUntilItWasTypedAtTheHub() {
        answers = new ArrayDeque<>(List.of(
                new Said(201, CODES),
                new Said(202, ""),
                new Said(200, "{\"name\":\"K5\",\"role\":\"KIOSK\",\"token\":\"T0KEN\"}")));

        assertThat(pairing().start().await()).isEqualTo("T0KEN");

        assertThat(shown).containsExactly("BCDF-GHJK");
    }

    @Test
    void showsANewCodeWhenOneIsTooOldOrTheHubIsAway() {
        answers = new ArrayDeque<>(List.of(
                new Said(503, ""),
                new Said(201, CODES),
                new Said(503, ""),
                new Said(410, GONE),
                new Said(201, CODES.replace("BCDF", "ZZZZ")),
                new Said(200, "{\"name\":\"K5\",\"role\":\"KIOSK\",\"token\":\"T0KEN\"}")));

        pairing().start().await();

        assertThat(shown).containsExactly("BCDF-GHJK", "ZZZZ-GHJK");
    }

    @Test
    void keepsTheTokenForItsOwnerOnly() throws Exception {
        var file = folder.resolve("deep/k5.token");
        var token = DeviceToken.in(file, true);
        assertThat(token.text()).isEmpty();

        token.becomes("T0KEN");

        assertThat(Files.readString(file)).isEqualTo("T0KEN\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(DeviceToken.in(file, false).text()).isEqualTo("T0KEN");
        assertThat(token.toString()).doesNotContain("T0KEN");
    }
}
