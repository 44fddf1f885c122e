package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaEncoderTest {
    @ParameterizedTest
    @CsvSource({
        // address, text, SOH Z address STX write label ESC position mode, text, ETX checksum EOT
        "01, A012,      00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62, 41 30 31 32,             03 30 31 46 37 04",
        "00, A,         00 00 00 00 00 01 5A 30 30 02 41 30 1B 30 62, 41,                      03 30 31 36 34 04",
        "FF, A012 > 3,  00 00 00 00 00 01 5A 46 46 02 41 30 1B 30 62, 41 30 31 32 20 3E 20 33, 03 30 32 41 38 04",
        "01, '',        00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62, '',                      03 30 31 32 33 04",
    })
    void writesThePriorityFileWithItsChecksum(String address, String text, String head, String body, String tail) {
        var codec = new EmbeddedChannel(new AlphaEncoder());

        var frame = Hex.encoded(codec, shown(address, text));

        assertThat(frame).isEqualTo((head + " " + body + " " + tail).replace("  ", " "));
    }

    @Test
    void putsRowsUnderEachOther() {
        var codec = new EmbeddedChannel(new AlphaEncoder());

        var frame = Hex.encoded(codec, shown("01", "A\nB"));

        assertThat(frame).contains("62 41 0D 42 03");
    }

    @Test
    void letsNoControlByteOrForeignLetterReachABoard() {
        assertThat(Ascii.of("A\u0003\u0004\u001BĐ\u0000é~Ω")).isEqualTo("A???D?e~?");
    }

    @Test
    void pausesAfterStartOfText() {
        try (var sign = new AlphaSign("01", 7)) {
            var parts = sign.draw(Face.still("A012"));

            assertThat(parts).hasSize(2);
            assertThat(Hex.dump(parts.get(0))).isEqualTo("00 00 00 00 00 01 5A 30 31 02");
            assertThat(Hex.dump(parts.get(1))).isEqualTo("41 30 1B 30 62 41 30 31 32 03 30 31 46 37 04");
        }
    }

    private static AlphaFrame shown(String address, String text) {
        return AlphaFrame.show(address, AlphaText.of(Face.still(text), Face.Row::text));
    }
}
