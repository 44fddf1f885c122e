package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTest {
    @Test
    void knowsAll134Letters() {
        assertThat(Vietnamese.LETTERS).hasSize(134);
        assertThat(Set.copyOf(Vietnamese.LETTERS)).hasSize(134);
        assertThat(Vietnamese.LETTERS).allMatch(letter -> letter.length() == 1 && letter.charAt(0) > 0x7F);
    }

    @Test
    void composesWhatWasTypedInParts() {
        for (var letter : Vietnamese.LETTERS) {
            var inParts = Normalizer.normalize(letter, Normalizer.Form.NFD);

            assertThat(Vietnamese.printable(inParts)).isEqualTo(letter);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x00", "0x07", "0x0A", "0x10", "0x1B", "0x1D", "0x7F", "0x85", "0x9B", "0x200B", "0x202E", "0x2028", "0xFEFF"
    })
    void showsAMarkWhereAControlOrInvisibleCharacterStood(String code) {
        var text = "Đất" + Character.toString(Integer.decode(code)) + "đai";

        assertThat(Vietnamese.printable(text)).isEqualTo("Đất?đai");
    }

    @Test
    void showsAMarkForHalfACharacter() {
        assertThat(Vietnamese.printable("A\uD83D")).isEqualTo("A?");
    }
}
