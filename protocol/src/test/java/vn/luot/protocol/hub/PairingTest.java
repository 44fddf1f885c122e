package vn.luot.protocol.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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
    private final StringWriter shown = new StringWriter();
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

    @Test
    void showsACodeWaitsAndKeepsTheTokenForItsOwnerOnly() throws Exception {
        answers = new ArrayDeque<>(List.of(
                new Said(201, CODES),
                new Said(202, ""),
                new Said(200, "{\"name\":\"K5\",\"role\":\"KIOSK\",\"token\":\"T0KEN\"}")));
        var file = folder.resolve("deep/k5.token");

        new Pairing(new PrintWriter(shown, true), Duration.ofMillis(1)).into(file, vertx, hub.address());

        assertThat(Files.readString(file)).isEqualTo("T0KEN\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(shown.toString())
                .contains("BCDF-GHJK")
                .contains("K5 (KIOSK)")
                .doesNotContain("T0KEN");
    }

    @Test
    void showsANewCodeWhenOneIsTooOldOrTheHubIsAway() throws Exception {
        answers = new ArrayDeque<>(List.of(
                new Said(503, ""),
                new Said(201, CODES),
                new Said(410, GONE),
                new Said(201, CODES.replace("BCDF", "ZZZZ")),
                new Said(200, "{\"name\":\"K5\",\"role\":\"KIOSK\",\"token\":\"T0KEN\"}")));
        var file = folder.resolve("k5.token");

        new Pairing(new PrintWriter(shown, true), Duration.ofMillis(1)).into(file, vertx, hub.address());

        assertThat(shown.toString()).contains("BCDF-GHJK").contains("ZZZZ-GHJK").contains("the hub is away");
    }
}
