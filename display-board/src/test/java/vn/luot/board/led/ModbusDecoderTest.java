package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.board.led.ModbusResponse.Refused;
import vn.luot.board.led.ModbusResponse.Values;
import vn.luot.board.led.ModbusResponse.WroteMany;
import vn.luot.board.led.ModbusResponse.WroteOne;

class ModbusDecoderTest {
    private static final String WROTE_SIX = "01 10 00 00 00 06 40 0B";

    private final EmbeddedChannel codec = new EmbeddedChannel(new ModbusDecoder());

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of("01 10 00 00 00 06 40 0B", new WroteMany(1, 0, 6)),
                Arguments.of("11 10 00 01 00 02 12 98", new WroteMany(0x11, 1, 2)),
                Arguments.of("11 06 00 01 00 03 9A 9B", new WroteOne(0x11, 1, 3)),
                Arguments.of("11 03 06 AE 41 56 52 43 40 49 AD", new Values(0x11, List.of(0xAE41, 0x5652, 0x4340))),
                Arguments.of("01 90 02 CD C1", new Refused(1, 0x10, 2)),
                Arguments.of("01 83 02 C0 F1", new Refused(1, 3, 2)));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void readsAResponse(String frame, ModbusResponse response) {
        assertThat(Hex.decoded(codec, Hex.bytes(frame))).containsExactly(response);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void readsAResponseSplitAnywhere(String frame, ModbusResponse response) {
        var bytes = Hex.bytes(frame);

        for (var split = 1; split < bytes.length; split++) {
            var head = Arrays.copyOf(bytes, split);
            var tail = Arrays.copyOfRange(bytes, split, bytes.length);
            assertThat(Hex.decoded(codec, head, tail)).as("split at %d", split).containsExactly(response);
        }
    }

    @ParameterizedTest
    @MethodSource("responses")
    void waitsForTheRestOfATruncatedResponse(String frame, ModbusResponse response) {
        var bytes = Hex.bytes(frame);

        for (var length = 0; length < bytes.length; length++) {
            var fresh = new EmbeddedChannel(new ModbusDecoder());
            assertThat(Hex.decoded(fresh, Arrays.copyOf(bytes, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void dropsAResponseWithAnyBitDamaged() {
        for (var bit = 0; bit < 8 * Hex.bytes(WROTE_SIX).length; bit++) {
            var damaged = Hex.bytes(WROTE_SIX);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            var fresh = new EmbeddedChannel(new ModbusDecoder());

            assertThat(Hex.decoded(fresh, damaged)).as("bit %d", bit).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FF", // noise as the driver is enabled
                "00 00 00 00 00 00 00 00 00",
                "01 03 F8", // looks like the head of a long answer
                "01 10 00 00 00 06 40 0C", // damaged
                "01 10 00 00 00", // cut short
                "01 10 00 00 00 06 0C 00 20 00 20 00 41 00 30 00 31 00 32 00 00", // echo of a request
            })
    void findsTheResponseBehindGarbage(String garbage) {
        assertThat(Hex.decoded(codec, Hex.bytes(garbage), Hex.bytes(WROTE_SIX)))
                .containsExactly(new WroteMany(1, 0, 6));
    }

    @Test
    void findsEveryResponseBetweenGarbage() {
        var stream = Hex.bytes("FF " + WROTE_SIX + " 01 10 7F " + WROTE_SIX + " 01 90 02 CD C1 55");

        assertThat(Hex.decoded(codec, stream))
                .containsExactly(new WroteMany(1, 0, 6), new WroteMany(1, 0, 6), new Refused(1, 0x10, 2));
    }

    @Test
    void forgetsGarbageThatNeverBecomesAResponse() {
        var noise = new byte[10_000];
        Arrays.fill(noise, (byte) 0x03);

        assertThat(Hex.decoded(codec, noise, Hex.bytes(WROTE_SIX))).containsExactly(new WroteMany(1, 0, 6));
    }
}
