package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.SimModbusDisplay;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

class TypedFaultsTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void breaksAndMendsThePrinterAndItsLine() throws IOException {
        var printer = new SimPrinter();
        try (var wire = new Wire(new TcpPort(0), printer)) {
            var typed = new TypedFaults(
                    PrinterCommand.faultsOf(printer), wire, new PrintStream(screen, true, StandardCharsets.UTF_8));

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
            new TypedFaults(
                            PrinterCommand.faultsOf(printer),
                            wire,
                            new PrintStream(screen, true, StandardCharsets.UTF_8))
                    .obey("PAPER");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("PAPER_OUT", "UNPLUGGED");
        assertThat(printer.faults()).isEmpty();
    }

    @Test
    void breaksAndMendsDisplays() throws IOException {
        var displays = List.of(new SimModbusDisplay(3), new SimModbusDisplay(4));
        try (var wire = new Wire(new TcpPort(0), new Bus(displays))) {
            var typed = new TypedFaults(
                    ModbusCommand.faultsOf(displays), wire, new PrintStream(screen, true, StandardCharsets.UTF_8));

            typed.obey("+SILENT_4");
            typed.obey("+SAME_ADDRESS");
            typed.obey("+CRC_ERROR");
            assertThat(displays).extracting(SimModbusDisplay::silent).containsExactly(false, true);
            assertThat(displays).extracting(SimModbusDisplay::dialled).containsExactly(3, 3);
            assertThat(displays).allMatch(SimModbusDisplay::garbling);

            typed.obey("-SILENT_4");
            typed.obey("-SAME_ADDRESS");
            typed.obey("-CRC_ERROR");
            assertThat(displays).noneMatch(SimModbusDisplay::silent);
            assertThat(displays).extracting(SimModbusDisplay::dialled).containsExactly(3, 4);
            assertThat(displays).noneMatch(SimModbusDisplay::garbling);
        }
    }
}
