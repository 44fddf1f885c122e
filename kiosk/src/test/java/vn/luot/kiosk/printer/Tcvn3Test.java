package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Tcvn3Test {
    private static final int SMALL_PAGE = 30;
    private static final int CAPITAL_PAGE = 31;

    /** Letter and byte, typed from TCVN 5712:1993 and not from the encoder. */
    private static final String STANDARD = """
            à B5 ả B6 ã B7 á B8 ạ B9  ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6  â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB
            è CC ẻ CE ẽ CF é D0 ẹ D1  ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6  ì D7 ỉ D8 ĩ DC í DD ị DE
            ò DF ỏ E1 õ E2 ó E3 ọ E4  ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9  ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE
            ù EF ủ F1 ũ F2 ú F3 ụ F4  ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9  ỳ FA ỷ FB ỹ FC ý FD ỵ FE  đ AE
            """;

    record Code(String letter, int code) {}

    private static List<Code> standard() {
        var words = STANDARD.strip().split("\\s+");
        var codes = new ArrayList<Code>();
        for (var i = 0; i < words.length; i += 2) codes.add(new Code(words[i], Integer.parseInt(words[i + 1], 16)));
        return codes;
    }

    @Test
    void writesEverySmallLetterAsTheStandardSays() {
        assertThat(standard()).hasSize(67);
        for (var letter : standard()) {
            assertThat(encoded(letter.letter()))
                    .as(letter.letter())
                    .isEqualTo(hex(0x1B, 't', SMALL_PAGE, letter.code()));
        }
    }

    @Test
    void writesEveryCapitalAtThePlaceOfItsSmallLetterButForThree() {
        for (var letter : standard()) {
            var capital = letter.letter().toUpperCase(Locale.ROOT);
            var code = switch (capital) {
                case "Ă" -> 0xA1;
                case "Â" -> 0xA2;
                case "Đ" -> 0xA7;
                default -> letter.code();
            };

            assertThat(encoded(capital)).as(capital).isEqualTo(hex(0x1B, 't', CAPITAL_PAGE, code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A012, 41303132",
        "Nộp hồ sơ, 4E1B741EE97020 68E520 73AC",
        "Đất đai, 1B741FA7 1B741ECA74 20AE6169",
        "ĐẤT ĐAI, 1B741FA7CA54 20A74149",
        "5–6 «a», 352D36 20226122",
        "a…, 612E"
    })
    void changesThePageOnlyWhenALetterNeedsIt(String text, String bytes) {
        assertThat(encoded(text)).isEqualTo(bytes.replace(" ", ""));
    }

    @Test
    void staysOnThePageFromOneLineToTheNext() {
        var encoder = new Tcvn3(SMALL_PAGE, CAPITAL_PAGE);
        encoder.encode("ộ");

        assertThat(encoder.encode("ế")).containsExactly(0xD5);
    }

    @Test
    void neverSendsAControlByteOfTheText() {
        for (var c = 0; c < 0x20; c++) {
            assertThat(encoded("a" + (char) c + "b")).isEqualTo("613F62");
        }
        assertThat(encoded("中😀")).isEqualTo("3F3F");
    }

    private static String encoded(String text) {
        return HexFormat.of().withUpperCase().formatHex(new Tcvn3(SMALL_PAGE, CAPITAL_PAGE).encode(text));
    }

    private static String hex(int... bytes) {
        var text = new StringBuilder();
        for (var b : bytes) text.append(String.format("%02X", b));
        return text.toString();
    }
}
