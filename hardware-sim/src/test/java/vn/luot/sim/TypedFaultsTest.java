package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

class TypedFaultsTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void breaksAndMendsThePrinterAndItsLine() throws IOException {
        var printer = new SimPrinter();
        try (var wire = new Wire(new TcpPort(0), printer)) {
            var typed = new TypedFaults(printer, wire, new PrintStream(screen, true, StandardCharsets.UTF_8));

            typed.obey("+PAPER_OUT");
            typed.obey("+not_reading");
            assertThat(printer.faults()).containsExactly(PrinterFault.PAPER_OUT);
            assertThat(wire.reading()).isFalse();

            typed.obey("-PAPER_OUT");
            typed.obey("-NOT_READING");
            assertThat(printer.faults()).isEmpty();
            assertThat(wire.reading()).isTrue();
        }
    }

    @Test
    void answersWhatItDoesNotKnowWithWhatItKnows() throws IOException {
        var printer = new SimPrinter();
        try (var wire = new Wire(new TcpPort(0), printer)) {
            new TypedFaults(printer, wire, new PrintStream(screen, true, StandardCharsets.UTF_8)).obey("PAPER");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("PAPER_OUT", "UNPLUGGED");
        assertThat(printer.faults()).isEmpty();
    }
}
