package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.luot.sim.device.SimVendorBoard.Sheet;

/** Whatever a driver sends: each simulated board and keypad goes on, and shows the next good frame after a silence. */
class SimBoardsFuzzTest {
    @FuzzTest
    void showsTheNextFrameAfterAnyBytes(byte[] noise) {
        var sign = new SimAlphaSign("01");
        shows(
                sign,
                noise,
                "00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62 42 04",
                () -> sign.lit().text());
        var display = new SimModbusDisplay(3);
        shows(display, noise, "03 06 00 05 00 42 18 18", display::text);
        var keypad = new SimKeypad(5);
        shows(keypad, noise, "02 05 50 07 00 20 20 20 20 20 42 9C", keypad::text);
        Stream.of(Sheet.values()).forEach(sheet -> tell(new SimVendorBoard(sheet, 5), noise));
    }

    private static void shows(Device device, byte[] noise, String showsB, Supplier<String> text) {
        tell(device, noise);
        device.receive(Hex.bytes(showsB));
        assertThat(text.get().strip()).endsWith("B");
    }

    private static void tell(Device device, byte[] noise) {
        device.connect(answer -> {});
        device.receive(noise);
        device.silence();
    }
}
