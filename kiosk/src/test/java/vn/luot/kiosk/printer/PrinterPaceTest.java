package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.HardwareReport;

class PrinterPaceTest {
    private static final Duration STAFF_KNOWS = Duration.ofSeconds(5);
    private static final int COMMAND_BYTES = 8;
    private static final int QUESTION_BYTES = 12;

    /** Also when the first report of it was lost: the next beat says it again. */
    @Test
    void aPrinterThatFellSilentIsKnownWithinFiveSeconds() {
        var noticed = Printer.BETWEEN_LOOKS.plus(Dialogue.ANSWER_TIME);

        assertThat(noticed.plusMillis(HardwareReport.BEAT_MILLIS)).isLessThan(STAFF_KNOWS);
    }

    /** The longest that is sent without a question, and the question. */
    @Test
    void alsoInTheMiddleOfADrawnTicketOnASlowLine() {
        var line = LineAddress.parse("serial:/dev/ttyUSB0@9600");
        var piece = Math.max(line.within(Printer.BETWEEN_ANSWERS), EscPosTicket.LARGEST_PICTURE + COMMAND_BYTES);

        var noticed = line.onTheWire(piece + QUESTION_BYTES).plus(Dialogue.ANSWER_TIME);

        assertThat(noticed.plusMillis(HardwareReport.BEAT_MILLIS)).isLessThan(STAFF_KNOWS);
    }
}
