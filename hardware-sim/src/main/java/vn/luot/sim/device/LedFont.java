package vn.luot.sim.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The letters of a matrix sign, 5×7 dots each and a dark column between them. It has no small letters, and no Vietnamese. */
final class LedFont {
    static final int HEIGHT = 7;
    private static final Map<Character, String[]> ROWS = read();

    private LedFont() {}

    /** One letter a line: the letter, then its seven rows of five dots. */
    private static Map<Character, String[]> read() {
        try (var file = new BufferedReader(new InputStreamReader(
                LedFont.class.getResourceAsStream("/fonts/dots-5x7.txt"), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> line.charAt(0) < 0x80)
                    .collect(Collectors.toMap(
                            line -> line.charAt(0), line -> line.substring(2).split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean has(char letter) {
        return ROWS.containsKey(Character.toUpperCase(letter));
    }

    /** Seven rows of '1' and '0'; a letter it does not have is lit all over. */
    static List<String> dots(String text) {
        return IntStream.range(0, HEIGHT)
                .mapToObj(row -> text.chars()
                        .mapToObj(letter ->
                                has((char) letter) ? ROWS.get(Character.toUpperCase((char) letter))[row] : "11111")
                        .collect(Collectors.joining("0")))
                .toList();
    }
}
