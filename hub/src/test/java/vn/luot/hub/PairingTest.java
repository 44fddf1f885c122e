package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;

/** A device that shows a code, and a technician who types it. */
class PairingTest {
    @TempDir
    private Path data;

    private RunningHub hub;
    private Caller technician;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data);
        technician = hub.as(Role.TECHNICIAN);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private JsonNode ask() {
        return hub.nobody().post("/api/pairing", null).as(JsonNode.class);
    }

    private Answer fetch(JsonNode asked) {
        return hub.nobody()
                .post(
                        "/api/pairing/token",
                        "{\"deviceCode\":\"" + asked.get("deviceCode").asText() + "\"}");
    }

    private Answer confirm(String code, String name) {
        return technician.post(
                "/api/pairing/confirm", "{\"userCode\":\"" + code + "\",\"role\":\"KIOSK\",\"name\":\"" + name + "\"}");
    }

    @Test
    void letsInTheDeviceThatShowsTheCode() {
        var asked = ask();
        assertThat(asked.get("userCode").asText()).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(fetch(asked).status()).isEqualTo(202);

        // However it is typed.
        var typed = asked.get("userCode").asText().toLowerCase().replace('-', ' ');
        assertThat(confirm(typed, "K5").status()).isEqualTo(204);
        var letIn = fetch(asked).as(JsonNode.class);

        assertThat(letIn.get("name").asText()).isEqualTo("K5");
        var kiosk = hub.stranger(letIn.get("token").asText(), false);
        assertThat(kiosk.get("/api/plan").status()).isEqualTo(200);
        fetch(asked).problem(410, "CODE_EXPIRED");
        confirm(asked.get("userCode").asText(), "K6").problem(410, "CODE_EXPIRED");
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var early = ask();
        hub.clock().set("2026-11-23T08:09");
        assertThat(fetch(early).status()).isEqualTo(202);
        hub.clock().set("2026-11-23T08:10");

        confirm(early.get("userCode").asText(), "K5").problem(410, "CODE_EXPIRED");
        fetch(early).problem(410, "CODE_EXPIRED");
    }

    @Test
    void whoTypesTenWrongCodesMustWait() {
        var asked = ask();
        for (var i = 0; i < 10; i++) confirm("BBBB-BBBB", "K5").problem(404, "CODE_UNKNOWN");

        confirm(asked.get("userCode").asText(), "K5").problem(429, "TOO_MANY_TRIES");
        hub.clock().set("2026-11-23T08:11");
        technician = hub.as(Role.ADMIN);
        assertThat(confirm(ask().get("userCode").asText(), "K5").status()).isEqualTo(204);
    }

    @Test
    void aNameThatIsTakenDoesNotUseUpTheCode() {
        hub.as(Role.KIOSK);
        var asked = ask();

        confirm(asked.get("userCode").asText(), "KIOSK").problem(409, "NAME_TAKEN");
        assertThat(confirm(asked.get("userCode").asText(), "K5").status()).isEqualTo(204);
    }

    @Test
    void givesNothingToWhoGuesses() {
        hub.nobody().post("/api/pairing/token", "{\"deviceCode\":\"x\"}").problem(410, "CODE_EXPIRED");
        hub.nobody().post("/api/pairing/token", "{}").problem(400, "FIELD_INVALID");
        for (var i = 0; i < 10; i++) ask();
        hub.nobody().post("/api/pairing", null).problem(429, "TOO_MANY_TRIES");
    }

    @Test
    void tellsWhoScansTicketsToWait() {
        for (var i = 0; i < 20; i++) hub.nobody().get("/api/tickets/" + i).problem(404, "TICKET_NOT_FOUND");

        hub.nobody().get("/api/tickets/x").problem(429, "TOO_MANY_TRIES");
        hub.nobody().get("/api/tickets/x/why").problem(429, "TOO_MANY_TRIES");
        // Everybody in the hall may share one address: a real ticket is shown all the same.
        hub.openDay();
        var ticket = hub.as(Role.KIOSK).take("land");
        assertThat(hub.nobody().get("/api/tickets/" + ticket.token()).status()).isEqualTo(200);
    }
}
