package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever a printer, or a mouse on its port, sends: the decoder goes on, and where the bytes are cut does not matter. */
class StatusDecoderFuzzTest {
    private static final byte[] FINE = {0x16, 0x12, 0x12, 0x12};

    @FuzzTest
    void hearsAPrinterAfterAnyNoise(byte[] noise) {
        var heard = decoded(noise, FINE);

        for (var cut = 0; cut < Math.min(noise.length, 40); cut++) {
            var pieces = decoded(Arrays.copyOf(noise, cut), Arrays.copyOfRange(noise, cut, noise.length), FINE);
            assertThat(pieces).isEqualTo(heard);
        }
        assertThat(heard.size()).isLessThanOrEqualTo(noise.length + FINE.length);
        assertThat(heard.subList(heard.size() - FINE.length, heard.size())).isEqualTo(decoded(FINE));
    }

    private static List<StatusMessage> decoded(byte[]... pieces) {
        var channel = new EmbeddedChannel(new StatusDecoder());
        for (var piece : pieces) channel.writeInbound(Unpooled.wrappedBuffer(piece));
        List<StatusMessage> heard = new ArrayList<>();
        for (StatusMessage m = channel.readInbound(); m != null; m = channel.readInbound()) heard.add(m);
        channel.finish();
        return heard;
    }
}
