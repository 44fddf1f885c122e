package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a technician writes as a frame: it is refused with words, or every text becomes some bytes of it. */
class FrameTemplateFuzzTest {
    private static final String[] PARTS = {
        "01",
        "3A",
        "FF",
        "{address}",
        "{address:2}",
        "{address:3}",
        "{address:hex}",
        "{text}",
        "{text:6}",
        "{hi}",
        "{lo}",
        "{digits:4}",
        "{bcd:2}",
        "{sum8}",
        "{sum8:1}",
        "{xor}",
        "{xor:20}",
        "{crc16}",
        "{crc16:3}",
        "{",
        "x"
    };

    @FuzzTest
    void writesOrSaysWhatIsWrong(FuzzedDataProvider made) {
        var frame = new StringBuilder();
        for (var parts = made.consumeInt(0, 9); parts > 0; parts--) {
            frame.append(made.pickValue(PARTS)).append(' ');
        }
        var text = made.consumeString(40);
        if (made.consumeBoolean()) frame.append(made.consumeRemainingAsString());
        FrameTemplate template;
        try {
            template = new FrameTemplate(frame.toString(), null, null);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(" / ");
            return;
        }

        assertThat(template.bytes(1, text)).isNotNull();
        assertThat(template.bytes(1, "A012")).isNotEmpty();
    }
}
