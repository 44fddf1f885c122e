package vn.luot.board.led;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Vietnamese in dots, for signs that have no such letters: capitals of 5×7 dots, above them two rows for a vowel's hat and
 * two for its tone, below them one for the heavy tone. {@code █} lights its whole place.
 */
final class DotLetters {
    /** Rows of a picture with letters. */
    static final int HEIGHT = 13;

    private static final int BODY = 4;
    private static final int BODY_HEIGHT = 7;
    private static final int HEAVY = HEIGHT - 1;
    private static final String DARK = "00000";
    private static final String BLOCK = "█";

    private static final char CIRCUMFLEX = '\u0302', BREVE = '\u0306', HORN = '\u031B', HEAVY_TONE = '\u0323';

    /** Two rows each. */
    private static final Map<Character, String[]> MARKS = Map.of(
            '\u0301',
            new String[] {"00010", "00100"},
            '\u0300',
            new String[] {"01000", "00100"},
            '\u0309',
            new String[] {"00110", "00100"},
            '\u0303',
            new String[] {"01101", "10110"},
            CIRCUMFLEX,
            new String[] {"00100", "01010"},
            BREVE,
            new String[] {"10001", "01110"});

    private static final Map<String, String[]> LETTERS = read();

    private DotLetters() {}

    /** One letter a line: the letter, then its seven rows of five dots. */
    private static Map<String, String[]> read() {
        try (var file = new BufferedReader(new InputStreamReader(
                DotLetters.class.getResourceAsStream("/fonts/dots-5x7.txt"), StandardCharsets.UTF_8))) {
            return file.lines()
                    .collect(Collectors.toMap(
                            line -> line.substring(0, 1),
                            line -> line.substring(2).split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code text} in capitals; at least one letter. */
    static DotPicture picture(String text) {
        var rows = new ArrayList<StringBuilder>();
        for (var row = 0; row < HEIGHT; row++) rows.add(new StringBuilder());
        for (var letter : letters(text)) {
            var dots = dots(letter);
            for (var row = 0; row < HEIGHT; row++) rows.get(row).append(dots[row]);
        }
        return new DotPicture(rows.stream().map(StringBuilder::toString).toList());
    }

    /** Letters, each with the marks that follow it when it is taken apart. */
    private static List<String> letters(String text) {
        var apart = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
        var letters = new ArrayList<String>();
        for (var at = 0; at < apart.length(); at++) {
            var end = at + 1;
            while (end < apart.length() && Character.getType(apart.charAt(end)) == Character.NON_SPACING_MARK) end++;
            letters.add(apart.substring(at, end));
            at = end - 1;
        }
        return letters;
    }

    /** The rows of one letter, with the dark column behind it. */
    private static String[] dots(String letter) {
        var rows = new String[HEIGHT];
        Arrays.fill(rows, letter.equals(BLOCK) ? "111111" : DARK + "0");
        if (letter.equals(BLOCK)) return rows;
        var body = LETTERS.getOrDefault(letter.substring(0, 1), LETTERS.get("?"));
        for (var row = 0; row < BODY_HEIGHT; row++) rows[BODY + row] = body[row] + "0";
        var above = BODY - 2;
        for (var mark : inOrder(letter.substring(1))) {
            if (mark == HEAVY_TONE) rows[HEAVY] = "00100" + rows[HEAVY].substring(5);
            else if (mark == HORN) widen(rows);
            else if (MARKS.containsKey(mark)) above = put(MARKS.get(mark), rows, above);
        }
        return rows;
    }

    /** Hats before tones, whichever way they were typed: a tone stands on the hat. */
    private static List<Character> inOrder(String marks) {
        return marks.chars()
                .mapToObj(mark -> (char) mark)
                .sorted((one, other) -> Boolean.compare(isHat(other), isHat(one)))
                .toList();
    }

    private static boolean isHat(char mark) {
        return mark == CIRCUMFLEX || mark == BREVE || mark == HORN;
    }

    /** Puts a mark into two rows, and says where the next one goes. */
    private static int put(String[] mark, String[] rows, int above) {
        for (var row = 0; row < 2; row++)
            rows[above + row] = mark[row] + rows[above + row].substring(mark[row].length());
        return above - 2;
    }

    /** The horn stands at the upper right, in two columns of its own. */
    private static void widen(String[] rows) {
        for (var row = 0; row < HEIGHT; row++) {
            var horn = row == BODY - 1 ? "11" : row == BODY ? "10" : "00";
            rows[row] = rows[row].substring(0, 5) + horn + "0";
        }
    }
}
