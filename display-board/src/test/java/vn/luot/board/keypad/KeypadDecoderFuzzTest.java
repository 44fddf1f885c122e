package vn.luot.board.keypad;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever comes from a line of keypads: the decoder goes on, and where the bytes are cut does not matter. */
class KeypadDecoderFuzzTest {
    private static final byte[] NEXT_PRESSED = ByteBufUtil.decodeHexDump("02054b02010138");
    private static final byte[] SILENCE = new byte[8];

    @FuzzTest
    void hearsAKeypadAfterAnyNoise(byte[] noise) {
        var whole = decoded(noise, SILENCE, NEXT_PRESSED);

        for (var cut = 0; cut < Math.min(noise.length, 20); cut++) {
            var head = Arrays.copyOf(noise, cut);
            var tail = Arrays.copyOfRange(noise, cut, noise.length);
            assertThat(decoded(head, tail, SILENCE, NEXT_PRESSED)).isEqualTo(whole);
        }
        assertThat(whole.get(whole.size() - 1)).isEqualTo(new KeypadFrame.Answer(5, 1, 1));
    }

    private static List<KeypadFrame.Answer> decoded(byte[]... pieces) {
        var channel = new EmbeddedChannel(new KeypadDecoder());
        for (var piece : pieces) channel.writeInbound(Unpooled.copiedBuffer(piece));
        var heard = new ArrayList<KeypadFrame.Answer>();
        for (KeypadFrame.Answer a = channel.readInbound(); a != null; a = channel.readInbound()) heard.add(a);
        channel.finishAndReleaseAll();
        return heard;
    }
}
