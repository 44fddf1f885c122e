package vn.luot.sim.device;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** Which letter a printer prints for a byte; every maker gives these pages numbers of his own. */
enum CodePage {
    CP437,
    TCVN3_LOWER,
    TCVN3_CAPITALS,
    WINDOWS_1258;

    /** The small Vietnamese letters in the order of the standard, and the bytes they sit at. */
    private static final String LETTERS = "ăâêôơưđ" + "àảãáạ" + "ằẳẵắ" + "ặầẩẫấậ" + "è" + "ẻẽéẹềểễếệìỉ" + "ĩíịò"
            + "ỏõóọồổỗốộờởỡớợù" + "ủũúụừửữứựỳỷỹýỵ";

    private static final int[] BYTES = {
        0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, // ă â ê ô ơ ư đ
        0xB5, 0xB6, 0xB7, 0xB8, 0xB9, // à
        0xBB, 0xBC, 0xBD, 0xBE, // ằ
        0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, // ặ ầ
        0xCC, // è
        0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, // ẻ ề ì
        0xDC, 0xDD, 0xDE, 0xDF, // ĩ ò
        0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, // ỏ ồ ờ ù
        0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, // ủ ừ ỳ
    };

    private static final Charset IBM437 = Charset.forName("IBM437");

    private static final Charset CP1258 = Charset.forName("windows-1258");

    /** The letter for a byte; empty where the page has none. */
    Optional<Character> letter(byte b) {
        if (b >= 0x20) return Optional.of((char) b);
        return switch (this) {
            case CP437 -> Optional.of(new String(new byte[] {b}, IBM437).charAt(0));
            case TCVN3_LOWER -> vietnamese(b);
            case TCVN3_CAPITALS -> capital(b);
            case WINDOWS_1258 ->
                Optional.of(new String(new byte[] {b}, CP1258).charAt(0)).filter(letter -> letter > 0x9F);
        };
    }

    /** Where the small letters are, but for three; the public tables agree on these two, and most on the place of Đ. */
    private static Optional<Character> capital(byte b) {
        return switch (b & 0xFF) {
            case 0xA1 -> Optional.of('Ă');
            case 0xA2 -> Optional.of('Â');
            case 0xA7 -> Optional.of('Đ');
            case 0xA8, 0xA9, 0xAE -> Optional.empty();
            default ->
                vietnamese(b)
                        .map(letter ->
                                letter.toString().toUpperCase(Locale.ROOT).charAt(0));
        };
    }

    private static Optional<Character> vietnamese(byte b) {
        for (var i = 0; i < BYTES.length; i++) if (BYTES[i] == (b & 0xFF)) return Optional.of(LETTERS.charAt(i));
        return Optional.empty();
    }
}
