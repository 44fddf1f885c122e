package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.channel.embedded.EmbeddedChannel;

/** Whatever comes from a line of signs: the decoder goes on, and hears the answer that follows. */
class AlphaDecoderFuzzTest {
    @FuzzTest
    void hearsAnAnswerAfterAnyNoise(byte[] noise) {
        var channel = new EmbeddedChannel(new AlphaDecoder());

        assertThat(Hex.decoded(channel, noise).size()).isLessThanOrEqualTo(noise.length);

        assertThat(Hex.decoded(channel, new byte[] {0x06})).containsExactly(AlphaAnswer.ACK);
        channel.finishAndReleaseAll();
    }
}
