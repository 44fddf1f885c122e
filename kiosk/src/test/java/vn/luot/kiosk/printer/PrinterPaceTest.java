package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.HardwareReport;

class PrinterPaceTest {
    private static final Duration STAFF_KNOWS = Duration.ofSeconds(5);

    /** Also when the first report of it was lost: the next beat says it again. */
    @Test
    void aPrinterThatFellSilentIsKnownWithinFiveSeconds() {
        var noticed = Printer.BETWEEN_LOOKS.plus(Dialogue.ANSWER_TIME);

        assertThat(noticed.plusMillis(HardwareReport.BEAT_MILLIS)).isLessThan(STAFF_KNOWS);
    }
}
