package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.luot.sim.device.SimVendorBoard.Sheet;

/** Whatever comes over the wire, a device goes on, and understands the next good frame after a silence. */
class AnyBytesTest {
    private static final int SEEDS = 500;

    /** Bytes that frames are made of come more often than others. */
    private static final byte[] TELLING = {
        0, 0, 0, 0, 0, 1, 2, 3, 4, 7, 'Z', '0', '1', 'A', 'E', 'I', '$', 'P', 0x1B, 0x14
    };

    static Stream<Arguments> devices() {
        return Stream.of(
                device("alpha", () -> {
                    var sign = new SimAlphaSign("01");
                    return new Tried(
                            sign,
                            "00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62 42 04",
                            () -> sign.lit().text());
                }),
                device("modbus", () -> {
                    var display = new SimModbusDisplay(3);
                    return new Tried(
                            display,
                            "03 06 00 05 00 42 18 18",
                            () -> display.text().strip());
                }),
                device("keypad", () -> {
                    var keypad = new SimKeypad(5);
                    return new Tried(
                            keypad,
                            "02 05 50 07 00 20 20 20 20 20 42 9C",
                            () -> keypad.text().strip());
                }),
                device("vendor number", () -> {
                    var board = new SimVendorBoard(Sheet.NUMBER_SUM8, 5);
                    return new Tried(board, "05 03 E7 EF", () -> board.text().equals("999") ? "B" : board.text());
                }));
    }

    private record Tried(Device device, String showsB, Supplier<String> text) {}

    private static Arguments device(String name, Supplier<Tried> fresh) {
        return Arguments.of(name, fresh);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void survivesAnyBytes(String name, Supplier<Tried> fresh) {
        for (var seed = 0; seed < SEEDS; seed++) {
            var tried = fresh.get();
            tried.device().connect(answer -> {});

            tried.device().receive(noise(new Random(seed)));
            tried.device().silence();
            tried.device().receive(Hex.bytes(tried.showsB()));

            assertThat(tried.text().get()).as("%s, seed %d", name, seed).endsWith("B");
        }
    }

    private static byte[] noise(Random dice) {
        var noise = new byte[dice.nextInt(300)];
        for (var at = 0; at < noise.length; at++) {
            noise[at] = dice.nextBoolean() ? TELLING[dice.nextInt(TELLING.length)] : (byte) dice.nextInt(256);
        }
        return noise;
    }
}
