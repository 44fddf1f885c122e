package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareType;
import vn.luot.sim.device.PrinterFault;

/** What breaks in the hall is known to its staff, before a citizen notices. */
@Timeout(300)
class HardwareIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String SERVICE = "dat-dai.nop";

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api clerk;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        clerk = stage.clerk(1);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void thePrintersPaperAndCoverAreKnownAndTheAlarmsHaveTheirTimes() throws Exception {
        var printer = stage.centre.hardware().printer();
        becomes("printer", HardwareCondition.OK);

        printer.set(PrinterFault.PAPER_OUT, true);
        becomes("printer", HardwareCondition.OUT);
        printer.set(PrinterFault.PAPER_OUT, false);
        becomes("printer", HardwareCondition.OK);

        var alarm = status().alarms().stream()
                .filter(any -> any.condition() == HardwareCondition.OUT)
                .findFirst()
                .orElseThrow();
        assertThat(alarm.detail()).isEqualTo("Thay cuộn giấy mới");
        assertThat(alarm.cleared()).isAfterOrEqualTo(alarm.raised());
    }

    @Test
    void aPrinterThatNeverConfirmsIsOutOfServiceWithAnAlarmAndServesAgainByItself() throws Exception {
        var printer = stage.centre.hardware().printer();
        var kiosk = Api.ofTouchscreen(stage.centre.kiosk());
        becomes("printer", HardwareCondition.OK);

        printer.set(PrinterFault.NO_COMPLETION, true);
        Stage.await("three papers in a row were not proved", () -> {
            assertThat(outcome(kiosk)).isNotEqualTo("ISSUED");
            return status().hardware().stream().anyMatch(part -> isOutOfService(part.detail()));
        });
        assertThat(outcome(kiosk)).isEqualTo("NOT_ISSUED");
        printer.set(PrinterFault.NO_COMPLETION, false);
        becomes("printer", HardwareCondition.OK);

        var alarm = status().alarms().stream()
                .filter(any -> isOutOfService(any.detail()))
                .findFirst()
                .orElseThrow();
        assertThat(alarm.condition()).isEqualTo(HardwareCondition.JAM);
        assertThat(alarm.cleared()).isAfterOrEqualTo(alarm.raised());
        stage.takeTicket(SERVICE);
    }

    private static boolean isOutOfService(String detail) {
        return detail != null && detail.startsWith("Ba phiếu liên tiếp không in được");
    }

    private static String outcome(Api kiosk) throws HubProblem, HubAway, InterruptedException {
        return Visitors.touch(kiosk, SERVICE, "vi").at("/outcome").asText();
    }

    @Test
    void aDisplayThatDoesNotAnswerIsGoneAndTheOthersAreNot() throws Exception {
        var display = stage.centre.hardware().display(4);
        var counters = stage.centre.hardware().displays().size();
        Stage.await(SOON, "all boards answer", () -> boards(HardwareCondition.OK) == counters + 1);

        display.silent(true);
        Stage.await(SOON, "one is gone", () -> boards(HardwareCondition.GONE) == 1);
        display.silent(false);

        Stage.await(SOON, "all are back", () -> boards(HardwareCondition.OK) == counters + 1);
    }

    private static void becomes(String name, HardwareCondition condition)
            throws HubProblem, HubAway, InterruptedException {
        Stage.await(
                SOON,
                name + " becomes " + condition,
                () -> status().hardware().stream()
                        .anyMatch(part -> part.name().equals(name) && part.condition() == condition));
    }

    private static long boards(HardwareCondition condition) throws HubProblem, HubAway, InterruptedException {
        return status().hardware().stream()
                .filter(part -> part.type() == HardwareType.BOARD)
                .filter(part -> part.condition() == condition)
                .count();
    }

    private static HardwareStatus status() throws HubProblem, HubAway, InterruptedException {
        return clerk.get("/api/hardware", HardwareStatus.class);
    }
}
