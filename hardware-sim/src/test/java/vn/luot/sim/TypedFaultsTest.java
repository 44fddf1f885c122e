package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.SimKeypad;
import vn.luot.sim.device.SimModbusDisplay;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.SimScanner;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

class TypedFaultsTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void breaksAndMendsThePrinterAndItsLine() throws IOException {
        var printer = new SimPrinter();
        try (var wire = new Wire(new TcpPort(0), printer)) {
            var typed = typed(printer.switches(), wire, TypedFaults.OtherWords.NONE);

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
            typed(printer.switches(), wire, TypedFaults.OtherWords.NONE).obey("PAPER");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("PAPER_OUT", "UNPLUGGED");
        assertThat(printer.faults()).isEmpty();
    }

    @Test
    void breaksAndMendsDisplays() throws IOException {
        var displays = List.of(new SimModbusDisplay(3), new SimModbusDisplay(4));
        try (var wire = new Wire(new TcpPort(0), new Bus(displays))) {
            var typed = typed(ModbusCommand.faultsOf(displays), wire, TypedFaults.OtherWords.NONE);

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

    @Test
    void pressesTheKeysOfAKeypadAndBreaksIt() throws IOException {
        var keypad = new SimKeypad(1);
        var keys = new TypedFaults.OtherWords("keys: next", word -> KeypadCommand.isPressed(keypad, word));
        try (var wire = new Wire(new TcpPort(0), keypad)) {
            var typed = typed(keypad.switches(), wire, keys);

            typed.obey("next");
            assertThat(keypad.waits()).isTrue();
            typed.obey("+SILENT");
            assertThat(keypad.switches().get(0).isOn().getAsBoolean()).isTrue();
            typed.obey("nxt");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("CRC_ERROR", "SILENT", "UNPLUGGED", "keys: next");
    }

    @Test
    void holdsBeforeAScannerWhatIsNoFault() throws IOException {
        var codes = new ArrayList<String>();
        try (var wire = new Wire(new TcpPort(0), new SimScanner())) {
            var typed = typed(List.of(), wire, new TypedFaults.OtherWords("codes", codes::add));

            typed.obey("?");
            typed.obey("+NOISE");
            typed.obey("+84912345678");
            assertThat(wire.noise()).isTrue();
        }

        assertThat(codes).containsExactly("+84912345678");
    }

    private TypedFaults typed(List<FaultSwitch> own, Wire wire, TypedFaults.OtherWords others) {
        return new TypedFaults(own, wire, others, new PrintStream(screen, true, StandardCharsets.UTF_8));
    }
}
