package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;

/** Whatever comes from a line of displays: the decoder goes on, and where the bytes are cut does not matter. */
class ModbusDecoderFuzzTest {
    private static final int LONGEST_FRAME = 260;

    @FuzzTest
    void hearsADisplayAfterAnyNoise(byte[] noise) {
        var whole = Hex.decoded(new EmbeddedChannel(new ModbusDecoder()), noise);

        for (var cut = 0; cut < Math.min(noise.length, 20); cut++) {
            var head = Arrays.copyOf(noise, cut);
            var tail = Arrays.copyOfRange(noise, cut, noise.length);
            assertThat(Hex.decoded(new EmbeddedChannel(new ModbusDecoder()), head, tail))
                    .isEqualTo(whole);
        }
        // What began in the noise may swallow what follows, but not more than one frame is long.
        var channel = new EmbeddedChannel(new ModbusDecoder());
        Hex.decoded(channel, noise, new byte[LONGEST_FRAME]);
        assertThat(Hex.decoded(channel, Hex.bytes("01 10 00 00 00 06 40 0B")))
                .contains(new ModbusResponse.WroteMany(1, 0, 6));
        channel.finishAndReleaseAll();
    }
}
