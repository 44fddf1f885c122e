package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
