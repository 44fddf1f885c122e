package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.desk.HardwareApi;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareView;
import vn.luot.protocol.message.StepKind;

/** What works and what does not, from the device to whoever looks after it. */
class HardwareTest {
    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void staffSeeAtOnceThatAPrinterHasNoPaperAndVisitorsDoNot() {
        try (var clerk = FeedListener.of(hub.as(Role.CLERK), "view=hall");
                var board = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            assertThat(clerk.hall().hardware()).isEmpty();
            assertThat(board.hall().hardware()).isNull();

            report("OUT");

            var step = clerk.step();
            assertThat(step.kind()).isEqualTo(StepKind.HARDWARE_CHANGED);
            assertThat(step.hardware().condition()).isEqualTo(HardwareCondition.OUT);
            assertThat(step.hardware().detail()).isEqualTo("Thay cuộn giấy mới");
            assertThat(board.step().hardware()).isNull();
        }
    }

    @Test
    void aDeviceThatFallsSilentHasLostItsPrinterUntilItSpeaksAgain() {
        try (var clerk = FeedListener.of(hub.as(Role.CLERK), "view=hall")) {
            clerk.hall();
            report("OK");
            clerk.step();

            assertThat(clerk.step().hardware().condition()).isEqualTo(HardwareCondition.GONE);

            report("OK");
            assertThat(clerk.step().hardware().condition()).isEqualTo(HardwareCondition.OK);
        }
        var alarm = status().alarms().get(0);
        assertThat(alarm.condition()).isEqualTo(HardwareCondition.GONE);
        assertThat(alarm.raised()).isNotNull();
        assertThat(alarm.cleared()).isNotNull();
    }

    @Test
    void aDeviceThatDiedIsMissedWithinFiveSecondsOfItsLastWord() {
        assertThat(HardwareReport.SILENCE_MILLIS + HardwareApi.LOOK_MILLIS).isLessThanOrEqualTo(5_000);
        assertThat(HardwareReport.SILENCE_MILLIS)
                .as("two words may be lost on the way")
                .isGreaterThan(2 * HardwareReport.BEAT_MILLIS);
    }

    @Test
    void aRestartedHubStillKnowsWhatIsWrong() {
        report("JAM");

        hub = hub.restarted();

        assertThat(status().hardware()).extracting(HardwareView::condition).containsExactly(HardwareCondition.JAM);
        assertThat(status().alarms())
                .hasSize(1)
                .allSatisfy(alarm -> assertThat(alarm.cleared()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'parts':[{'type':'PRINTER','condition':'OK'}]} | FIELD_INVALID",
                "{'parts':[{'name':'a;b','type':'PRINTER','condition':'OK'}]} | FIELD_INVALID",
                "{'parts':[{'name':'p','condition':'OK'}]} | FIELD_INVALID",
                "{'parts':[{'name':'p','type':'PRINTER'}]} | FIELD_INVALID",
                "{'parts':[{'name':'p','type':'OVEN','condition':'OK'}]} | FIELD_INVALID",
                "{'parts':[{'name':'p','type':'PRINTER','condition':'OK','detail':'a\\u0007'}]} | TEXT_INVALID",
                "{'parts':[{'name':'p','type':'PRINTER','condition':'OK'},{'name':'p','type':'BOARD','condition':'OK'}]}"
                        + " | FIELD_INVALID",
                "{'parts':[ | BAD_JSON"
            })
    void refusesAReportThatMakesNoSense(String body, String code) {
        hub.as(Role.KIOSK).post("/api/hardware", body.replace('\'', '"')).problem(400, code);
    }

    private void report(String condition) {
        var answer = hub.as(Role.KIOSK)
                .post(
                        "/api/hardware",
                        "{\"parts\":[{\"name\":\"printer\",\"type\":\"PRINTER\",\"condition\":\"" + condition
                                + "\",\"detail\":\"Thay cuộn giấy mới\"}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private HardwareStatus status() {
        return hub.as(Role.MANAGER).get("/api/hardware").as(HardwareStatus.class);
    }
}
