package vn.luot.hub.settings;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.luot.protocol.message.Text;

/** What is asked of words that people write and screens, boards and printers show. */
public final class Words {
    /** Code points of a name or a label. */
    static final int MOST = 100;

    private Words() {}

    /** The same words with every letter and its diacritics composed (NFC), as boards and printers know them. */
    public static String composed(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    /** Nine digits and more, such as those of a citizen's card or a telephone, however they are parted. */
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\+?\\d(?:[ .-]?\\d){8,}");

    public static boolean holdNumberOfAPerson(String words) {
        return NUMBER_OF_A_PERSON.matcher(words).find();
    }

    /** The same words without such numbers: what nobody needs is not kept. */
    public static String withoutNumbersOfPeople(String words) {
        return NUMBER_OF_A_PERSON.matcher(words).replaceAll("•••");
    }

    /** What is wrong with a name or a label and what to do; empty when it may be shown. */
    public static Optional<Text> fault(String words) {
        return fault(words, MOST);
    }

    /** The same for words of at most {@code most} code points. */
    public static Optional<Text> fault(String words, int most) {
        if (words.isBlank()) return Optional.of(new Text("để trống, hãy điền chữ", "is blank: write words"));
        if (words.codePointCount(0, words.length()) > most) {
            return Optional.of(new Text(
                    "dài quá " + most + " ký tự, hãy viết ngắn lại",
                    "is longer than " + most + " characters: shorten"));
        }
        return words.codePoints().filter(Words::isHidden).boxed().findFirst().map(Words::hidden);
    }

    /** Control and format characters, among them those that have no width or turn the direction of writing. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Text hidden(int character) {
        var code = String.format("U+%04X", character);
        return new Text(
                "có ký tự ẩn " + code + ", hãy xoá rồi gõ lại",
                "has the hidden character " + code + ": delete it and type again");
    }
}
