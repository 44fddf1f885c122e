package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever a driver sends: the simulated printer prints it or says what it did not understand, and goes on. */
class SimPrinterFuzzTest {
    @FuzzTest
    void goesOnAfterAnyBytes(byte[] bytes) {
        var printer = new SimPrinter();
        var heard = Heard.from(printer);
        printer.receive(Arrays.copyOf(bytes, bytes.length / 2));
        printer.receive(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
        printer.silence();
        var before = heard.hex().length();

        printer.receive(new byte[] {0x10, 4, 4});

        assertThat(heard.hex().length()).isGreaterThan(before);
    }
}
