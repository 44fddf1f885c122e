package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimModbusDisplayTest {
    private final SimModbusDisplay display = new SimModbusDisplay(3);
    private final Heard heard = Heard.from(display);

    @ParameterizedTest
    @CsvSource({
        "03 06 00 00 00 41,                                        'A     '",
        "03 06 00 05 00 37,                                        '     7'",
        "03 10 00 02 00 04 08 00 41 00 30 00 31 00 32,             '  A012'",
        "00 10 00 02 00 04 08 00 41 00 30 00 31 00 32,             '  A012'",
        "04 06 00 00 00 41,                                        '      '",
        "03 06 00 06 00 41,                                        '      '",
        "03 06 00 00 00 07,                                        '      '",
        "03 10 00 04 00 04 08 00 41 00 30 00 31 00 32,             '      '",
    })
    void showsWhatItIsTold(String request, String text) {
        display.receive(Frames.withCrc(request));

        assertThat(display.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "03 03 00 00 00 02,                            03 03 04 00 20 00 20",
        "03 06 00 00 00 41,                            03 06 00 00 00 41",
        "03 10 00 02 00 02 04 00 41 00 30,             03 10 00 02 00 02",
        "00 06 00 00 00 41,                            ''",
        "04 06 00 00 00 41,                            ''",
        "03 06 00 06 00 41,                            03 86 02",
        "03 06 00 00 00 07,                            03 86 03",
        "03 10 00 04 00 04 08 00 41 00 30 00 31 00 32, 03 90 02",
        "03 03 00 04 00 04,                            03 83 02",
        "03 11,                                        03 91 01",
    })
    void answers(String request, String answer) {
        display.receive(Frames.withCrc(request));
        display.silence();

        assertThat(heard.hex()).isEqualTo(answer.isEmpty() ? "" : Hex.text(Frames.withCrc(answer)));
    }

    @Test
    void knowsTheChecksumOfTheStandard() {
        display.receive(Hex.bytes("03 03 00 00 00 06 C4 2A"));

        assertThat(heard.hex()).startsWith("03 03 0C");
    }

    @Test
    void saysNothingToABrokenFrameAndUnderstandsTheNext() {
        display.receive(Hex.bytes("03 06 00 00 00 41 00 00"));
        display.receive(Hex.bytes("03 06 00"));
        display.silence();

        display.receive(Frames.withCrc("03 06 00 00 00 42"));

        assertThat(display.text()).isEqualTo("B     ");
        assertThat(display.misunderstood()).hasSize(2).allMatch(fault -> fault.startsWith("wrong checksum"));
    }

    @Test
    void hearsOnlyItselfOnABus() {
        var four = new SimModbusDisplay(4);
        var bus = new Bus(List.of(display, four));
        var answers = Heard.from(bus);

        bus.receive(Frames.withCrc("04 06 00 00 00 41"));
        bus.receive(Frames.withCrc("03 06 00 00 00 42"));

        assertThat(display.text() + four.text()).isEqualTo("B     A     ");
        assertThat(answers.hex())
                .isEqualTo(Hex.text(Frames.withCrc("04 06 00 00 00 41")) + " "
                        + Hex.text(Frames.withCrc("03 06 00 00 00 42")));
    }

    @Test
    void canBeSilentGarbledAndWithoutMains() {
        display.silent(true);
        display.receive(Frames.withCrc("03 06 00 00 00 41"));
        assertThat(heard.hex() + display.text()).isEqualTo("      ");

        display.silent(false);
        display.garbling(true);
        display.receive(Frames.withCrc("03 06 00 00 00 41"));
        assertThat(heard.hex())
                .startsWith("03 06 00 00 00 41")
                .isNotEqualTo(Hex.text(Frames.withCrc("03 06 00 00 00 41")));
        assertThat(display.text()).isEqualTo("A     ");

        display.powerCycle();
        assertThat(display.text()).isBlank();
    }

    /** Modbus requests written without their checksum. */
    private static final class Frames {
        static byte[] withCrc(String hex) {
            var bytes = Hex.bytes(hex);
            var crc = crc(bytes);
            return Hex.bytes("%s %02X %02X".formatted(hex, crc & 0xFF, crc >> 8));
        }

        /** By the definition, as a division of polynomials; the display's own is by shifting bits. */
        private static int crc(byte[] bytes) {
            var remainder = BigInteger.ZERO;
            for (var b : bytes) {
                remainder = remainder.shiftLeft(8).or(BigInteger.valueOf(reversed(b & 0xFF, 8)));
            }
            remainder = remainder.shiftLeft(16).xor(BigInteger.valueOf(0xFFFF).shiftLeft(8 * bytes.length));
            var divisor = BigInteger.valueOf(0x18005);
            while (remainder.bitLength() > 16) remainder = remainder.xor(divisor.shiftLeft(remainder.bitLength() - 17));
            return reversed(remainder.intValue(), 16);
        }

        private static int reversed(int value, int bits) {
            return Integer.reverse(value) >>> (32 - bits);
        }
    }
}
