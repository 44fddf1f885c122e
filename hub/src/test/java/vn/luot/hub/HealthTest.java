package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.queue.Role;

class HealthTest {
    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]+\"(,[a-z]+=\"[^\"]+\")*})? -?[0-9.]+");

    @TempDir
    private Path data;

    @Test
    void isWellWhenNothingIsWrong() {
        try (var hub = RunningHub.atWork(data)) {
            assertThat(hub.nobody().get("/health/live").text()).isEqualTo("up\n");
            assertThat(hub.nobody().get("/health/degraded").text()).isEqualTo("well\n");
            assertThat(hub.as(Role.TECHNICIAN)
                            .get("/api/alarms")
                            .as(JsonNode.class)
                            .at("/alarms"))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhoShouldActWhenPaperIsOutAndWhenABoardIsGone() {
        try (var hub = RunningHub.atWork(data)) {
            hub.as(Role.KIOSK).post("/api/hardware", """
                            {"parts":[{"name":"printer","type":"PRINTER","condition":"OUT"},
                             {"name":"clock","type":"CLOCK","condition":"CLOCK_SKEW"}]}""");
            hub.as(Role.BOARD).post("/api/hardware", """
                            {"parts":[{"name":"serial:/dev/ttyUSB1@9600 1","type":"BOARD","condition":"GONE"}]}""");

            var degraded = hub.nobody().get("/health/degraded");
            assertThat(degraded.status()).isEqualTo(503);
            assertThat(degraded.text())
                    .contains("HARDWARE_WAITS HOST\n", "HARDWARE_WAITS TECHNICIAN\n", "HARDWARE_GONE TECHNICIAN\n");
            var alarms = hub.as(Role.HOST).get("/api/alarms").as(JsonNode.class).at("/alarms");
            assertThat(alarms.findValuesAsText("owner")).containsExactlyInAnyOrder("HOST", "TECHNICIAN", "TECHNICIAN");
            assertThat(alarms.findValuesAsText("vi"))
                    .contains("Hết giấy: thay cuộn mới.", "Đồng hồ lệch so với máy chủ: chỉnh lại ngày giờ.");
        }
    }

    @ParameterizedTest
    @CsvSource({"Forwarded, for=203.0.113.9", "X-Forwarded-For, 203.0.113.9", "X-Real-IP, 203.0.113.9"})
    void tellsNobodyWhomAProxyOnItsMachineAsksFor(String header, String whom) {
        try (var hub = RunningHub.atWork(data)) {
            hub.nobody().get("/metrics", header, whom).problem(404, "NOT_FOUND");
            hub.nobody().get("/health/degraded", header, whom).problem(404, "NOT_FOUND");
            assertThat(hub.nobody().get("/health/live", header, whom).text()).isEqualTo("up\n");
        }
    }

    /** This machine by its name in the network is to the hub what another machine is. */
    @Test
    void tellsOtherMachinesOnlyThatItLives() throws Exception {
        var elsewhere = addressInTheNetwork();
        assumeThat(elsewhere).isPresent();
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, RunningHub.plan(), clock);
        try (var hub = Hub.start(new HubConfig(data, "0.0.0.0", 0, Optional.empty(), "", clock))) {
            var at = "http://" + elsewhere.get() + ":" + hub.port();

            assertThat(ask(at + "/metrics").statusCode()).isEqualTo(404);
            assertThat(ask(at + "/health/degraded").statusCode()).isEqualTo(404);
            assertThat(ask(at + "/health/live").body()).isEqualTo("up\n");
            assertThat(ask(at + "/health/ready").body()).isEqualTo("ready\n");
            assertThat(ask("http://127.0.0.2:" + hub.port() + "/metrics").statusCode())
                    .isEqualTo(200);
        }
    }

    private static Optional<String> addressInTheNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private static HttpResponse<String> ask(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    @Test
    void countsForPrometheus() {
        try (var hub = RunningHub.atWork(data)) {
            hub.as(Role.KIOSK).take("land");
            hub.as(Role.KIOSK).take("land");
            hub.as(Role.CLERK).press(1, "next");

            var answer = hub.nobody().get("/metrics");

            assertThat(answer.header("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.text())
                    .contains("luot_ready 1\n")
                    .contains("luot_tickets{state=\"WAITING\"} 1\n")
                    .contains("luot_tickets{state=\"CALLED\"} 1\n")
                    .contains("luot_journal_failures_total 0\n")
                    .contains("# TYPE luot_journal_commits_total counter\n")
                    .containsPattern("luot_http_answers_total\\{status=\"2xx\"} [1-9]");
            assertThat(answer.text().lines().filter(line -> !line.startsWith("#")))
                    .allMatch(SAMPLE.asMatchPredicate());
        }
    }
}
