package vn.luot.kiosk.printer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The letters of Vietnamese, and text made fit for a device. */
final class Vietnamese {
    private static final String WITH_MARKS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

    /** The 134 letters outside ASCII: 67 small ones in the order of the dictionary, then their capitals. */
    static final List<String> LETTERS = Stream.of(WITH_MARKS, WITH_MARKS.toUpperCase(Locale.ROOT))
            .flatMap(letters -> letters.codePoints().mapToObj(Character::toString))
            .toList();

    /** Stands for a character that must not, or cannot, be printed. */
    static final char REPLACEMENT = '?';

    private Vietnamese() {}

    /**
     * Composed letters, and a visible mark for every control and invisible character: a printer would execute the one,
     * and a person could hide words with the other.
     */
    static String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> isVisible(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
