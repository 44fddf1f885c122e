package vn.luot.kiosk.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Breaks words into lines that fit. */
final class Wrap {
    private Wrap() {}

    /** Lines at most {@code columns} characters wide. */
    static List<String> at(int columns, String text) {
        return where(line -> line.codePointCount(0, line.length()) <= columns, text);
    }

    /** Lines that all satisfy {@code fits}, as far as a single character does; never an empty list. */
    static List<String> where(Predicate<String> fits, String text) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split(" +")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (fits.test(longer)) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) lines.add(line);
            line = word;
            while (!fits.test(line) && line.length() > 1) {
                var head = longestHead(fits, line);
                lines.add(head);
                line = line.substring(head.length());
            }
        }
        lines.add(line);
        return lines;
    }

    private static String longestHead(Predicate<String> fits, String word) {
        var end = word.length() - 1;
        while (end > 1 && !fits.test(word.substring(0, end))) end--;
        // A character of two code units is never cut in half.
        if (end > 1 && Character.isHighSurrogate(word.charAt(end - 1))) end--;
        return word.substring(0, end);
    }
}
