package vn.luot.board.led;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.board.led.Face.Manner;
import vn.luot.board.led.Face.Row;

/** A {@link Face} as the text of a text file: rows that hold still fill the sign, and what travels goes below them. */
final class AlphaText {
    private static final String ESCAPE = "\u001B";
    private static final String FILL = "0", ABOVE = "\"", BELOW = "&";
    private static final String HOLD = "b", ROTATE = "a";
    private static final String BLINK = "\u00071", NO_BLINK = "\u00070";
    private static final String NEW_ROW = "\r";

    private AlphaText() {}

    /** @param words a row's text as the sign's letters, and its calls of pictures */
    static String of(Face face, Function<Row, String> words) {
        var still = face.rows().stream()
                .filter(row -> row.manner() != Manner.TRAVELS)
                .toList();
        var travelling = face.rows().stream()
                .filter(row -> row.manner() == Manner.TRAVELS)
                .toList();
        if (travelling.isEmpty()) return group(FILL, HOLD, still, words);
        if (still.isEmpty()) return group(FILL, ROTATE, travelling, words);
        return group(ABOVE, HOLD, still, words) + group(BELOW, ROTATE, travelling, words);
    }

    private static String group(String position, String mode, List<Row> rows, Function<Row, String> words) {
        return rows.stream()
                .map(row -> row.manner() == Manner.BLINKS ? BLINK + words.apply(row) + NO_BLINK : words.apply(row))
                .collect(Collectors.joining(NEW_ROW, ESCAPE + position + mode, ""));
    }
}
