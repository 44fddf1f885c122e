package vn.luot.board.keypad;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.board.keypad.KeypadFrame.Answer;
import vn.luot.board.keypad.KeypadFrame.Ask;

class KeypadFrameTest {
    private static final byte[] NEXT_PRESSED = ByteBufUtil.decodeHexDump("02054b02010138");

    private final EmbeddedChannel codec = new EmbeddedChannel(new KeypadDecoder());

    @Test
    void asksAndTellsWhatToShow() {
        assertThat(ByteBufUtil.hexDump(new Ask(5, 0, "  A012").bytes())).isEqualTo("020550070020204130313268");
    }

    @ParameterizedTest
    @CsvSource({
        "02054b02010138,                 5, 1, 1",
        "02054b0200002a,                 5, 0, 0",
        "ffff02054b02010138,             5, 1, 1", // noise before it
        "020202054b02010138,             5, 1, 1",
        "02055007002020413031326802054b02010138, 5, 1, 1", // echo of the question
    })
    void findsTheAnswer(String bytes, int address, int press, int key) {
        assertThat(decoded(ByteBufUtil.decodeHexDump(bytes))).containsExactly(new Answer(address, press, key));
    }

    @Test
    void readsAnAnswerSplitAnywhere() {
        for (var split = 1; split < NEXT_PRESSED.length; split++) {
            var head = Arrays.copyOf(NEXT_PRESSED, split);
            var tail = Arrays.copyOfRange(NEXT_PRESSED, split, NEXT_PRESSED.length);
            assertThat(decoded(head, tail)).as("split at %d", split).containsExactly(new Answer(5, 1, 1));
        }
    }

    @Test
    void dropsAnAnswerWithAnyBitDamaged() {
        for (var bit = 0; bit < 8 * NEXT_PRESSED.length; bit++) {
            var damaged = NEXT_PRESSED.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(decoded(damaged)).as("bit %d", bit).isEmpty();
            codec.releaseInbound();
            decoded(new byte[16]);
        }
    }

    @Test
    void findsAnAnswerBehindAnyNoise() {
        for (var seed = 0; seed < 1_000; seed++) {
            var noise = new byte[seed % 40];
            new Random(seed).nextBytes(noise);
            var fresh = new EmbeddedChannel(new KeypadDecoder());
            fresh.writeInbound(Unpooled.wrappedBuffer(noise), Unpooled.wrappedBuffer(NEXT_PRESSED));

            assertThat(messages(fresh)).as("seed %d", seed).endsWith(new Answer(5, 1, 1));
        }
    }

    private List<Object> decoded(byte[]... pieces) {
        for (var piece : pieces) codec.writeInbound(Unpooled.wrappedBuffer(piece));
        return messages(codec);
    }

    private static List<Object> messages(EmbeddedChannel codec) {
        var messages = new ArrayList<Object>();
        for (var message = codec.readInbound(); message != null; message = codec.readInbound()) messages.add(message);
        return messages;
    }
}
