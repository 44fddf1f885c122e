package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Cp1258Test {
    private static final int PAGE = 52;

    @ParameterizedTest
    @CsvSource({
        "á,   E1",
        "ạ,   61 F2",
        "ế,   EA EC",
        "Ỉ,   49 D2",
        "Ẫ,   C2 DE",
        "ờ,   F5 CC",
        "Ự,   DD F2",
        "đ,   F0",
        "Đ,   D0",
    })
    void splitsOffTheToneWhereThePageHasNotTheLetter(String letter, String hex) {
        assertThat(hex(letter)).isEqualTo("1B7434" + hex.replace(" ", ""));
    }

    @Test
    void writesAll134LettersSoThatTheyReadTheSame() {
        assertThat(Vietnamese.LETTERS)
                .allSatisfy(letter -> assertThat(read(letter)).isEqualTo(letter));
    }

    @Test
    void choosesThePageOnceAndOnlyForVietnamese() {
        assertThat(hex("A0")).isEqualTo("4130");
        assertThat(hex("ăâ")).isEqualTo("1B7434E3E2");
    }

    @Test
    void replacesWhatThePageLacks() {
        assertThat(hex("漢\u0007\u0090ﬁ")).isEqualTo("3F3F3F3F");
    }

    private static String read(String letter) {
        var bytes = new Cp1258(PAGE).encode(letter);
        var text = new String(Arrays.copyOfRange(bytes, 3, bytes.length), Charset.forName("windows-1258"));
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(new Cp1258(PAGE).encode(text));
    }
}
