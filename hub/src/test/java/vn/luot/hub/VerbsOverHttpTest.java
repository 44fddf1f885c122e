package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Json;

/** Each verb of the clerk's, asked of a real hub. */
class VerbsOverHttpTest {
    private static final String PASSWORD = "cau-mat-khau-dai-cua-lan";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Hub hub;
    private String clerk;
    private String kiosk;

    @BeforeEach
    void start() throws Exception {
        var clock = Clock.fixed(Halls.MORNING, Halls.ZONE);
        var setup = HubSetup.init(data.resolve("hub"), Plans.huongTra(), clock);
        setup.access().addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);
        kiosk = setup.access().addDevice(Role.KIOSK, "K1");
        hub = Hub.start(new HubConfig(data.resolve("hub"), "127.0.0.1", 0, Optional.empty(), "", clock));
        clerk = ((SignIn.SignedIn) setup.access().signIn("lan", PASSWORD, "127.0.0.1")).token();
        assertThat(post(clerk, "/api/day/open", "").statusCode()).isEqualTo(200);
        act("open", "");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aVisitIsHeldResumedTransferredAndCalledAgain() throws Exception {
        var id = take("key-of-the-first-1-2");
        act("next", "");
        assertThat(act("hold", "{\"why\": \"thiếu giấy\"}").path("ticket").isMissingNode())
                .isTrue();
        assertThat(act("resume", "{\"ticket\": " + id + "}").at("/ticket/state").asText())
                .isEqualTo("SERVING");
        act("transfer", "{\"service\": \"dat-dai.nhan\", \"why\": \"nhầm dịch vụ\"}");

        var again = act("next", "");

        assertThat(again.at("/ticket/number").asText()).isEqualTo("D001");
        assertThat(again.at("/ticket/service").asText()).isEqualTo("dat-dai.nhan");
    }

    @Test
    void theCallTellsWhyInBothLanguages() throws Exception {
        var waits = json(issue("key-of-the-first-1-2")).path("token").asText();
        var token = json(issue("key-of-the-second-12")).path("token").asText();
        var second = json(issue("key-of-the-second-12")).path("id").asLong();
        assertThat(problem("call", "{\"ticket\": " + second + "}")).isEqualTo("400 WHY_NEEDED");
        act("call", "{\"ticket\": " + second + ", \"why\": \"đi cùng người ốm\"}");

        assertThat(json(get("/api/tickets/" + token + "/why")).path("vi").asText())
                .isEqualTo("Số D002 được gọi vào quầy 1 vì cán bộ gọi ngoài thứ tự, lý do: đi cùng người ốm."
                        + " Đến trước mà chưa được gọi: D001.");
        assertThat(json(get("/api/tickets/" + waits + "/why")).path("en").asText())
                .isEqualTo("D001 has not been called yet.");
        assertThat(get("/api/tickets/nonsense/why").statusCode()).isEqualTo(404);
    }

    @Test
    void missedReturnedReprintedAndCancelled() throws Exception {
        var id = take("key-of-the-first-1-2");
        act("next", "");
        act("no-show", "");
        act("return", "{\"ticket\": " + id + "}");
        act("reprint", "{\"ticket\": " + id + "}");
        act("further", "{\"ticket\": " + id + ", \"service\": \"dat-dai.nhan\"}");
        act("cancel", "{\"ticket\": " + id + ", \"why\": \"về trước\"}");

        assertThat(problem("cancel", "{\"ticket\": " + id + "}")).isEqualTo("409 ILLEGAL_TRANSITION");
        assertThat(post(clerk, "/api/counters/1/next", "").statusCode()).isEqualTo(204);
    }

    @Test
    void aPauseHasAReasonAndEndsByOpening() throws Exception {
        assertThat(problem("pause", "")).isEqualTo("400 WHY_NEEDED");
        assertThat(act("pause", "{\"why\": \"họp\"}").path("state").asText()).isEqualTo("PAUSED");
        assertThat(problem("next", "")).isEqualTo("409 COUNTER_PAUSED");
        assertThat(act("open", "").path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void somebodyWithoutATicketIsServedAndFinishedWithAnOutcome() throws Exception {
        var walkIn = send(clerk, "/api/counters/1/walk-in", "{\"service\": \"dat-dai.nop\"}", "key-of-the-walk-in-1");

        assertThat(json(walkIn).at("/ticket/state").asText()).isEqualTo("SERVING");
        assertThat(problem("finish", "{\"outcome\": \"Xong!\"}")).isEqualTo("400 FIELD_INVALID");
        assertThat(act("finish", "{\"outcome\": \"received\", \"files\": 3}")
                        .at("/toRate/files")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aVoidedKeyGetsNoNumber() throws Exception {
        assertThat(send(kiosk, "/api/tickets/void", "", "key-never-answered-1").statusCode())
                .isEqualTo(204);

        assertThat(json(issue("key-never-answered-1")).path("code").asText()).isEqualTo("VOIDED");
    }

    private long take(String key) throws IOException, InterruptedException {
        return json(issue(key)).path("id").asLong();
    }

    private HttpResponse<String> issue(String key) throws IOException, InterruptedException {
        return send(kiosk, "/api/tickets", "{\"service\": \"dat-dai.nop\"}", key);
    }

    private JsonNode act(String verb, String body) throws IOException, InterruptedException {
        var answer = post(clerk, "/api/counters/1/" + verb, body);
        assertThat(answer.statusCode()).as("%s: %s", verb, answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String problem(String verb, String body) throws IOException, InterruptedException {
        var answer = post(clerk, "/api/counters/1/" + verb, body);
        return answer.statusCode() + " " + json(answer).path("code").asText();
    }

    private HttpResponse<String> post(String token, String path, String body) throws IOException, InterruptedException {
        return send(token, path, body, Caller.freshKey());
    }

    private HttpResponse<String> send(String token, String path, String body, String key)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + hub.port() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }
}
