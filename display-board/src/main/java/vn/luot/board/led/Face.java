package vn.luot.board.led;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a board is to show: rows from top to bottom, in Vietnamese; none to stay dark. */
public record Face(List<Row> rows) {
    public static final Face DARK = new Face(List.of());

    /** Every dot and every segment, whatever the board has; long enough for any. */
    public static final Face ALL_LIT = still("█".repeat(16));

    /** How a row is shown. */
    public enum Manner {
        STILL,
        BLINKS,
        /** Runs through, when it is longer than the board. */
        TRAVELS
    }

    public record Row(String text, Manner manner) {
        private Row between() {
            return manner == Manner.BLINKS ? new Row("", manner) : this;
        }
    }

    public Face {
        rows = List.copyOf(rows);
    }

    /** Rows separated by {@code \n} that hold still. */
    public static Face still(String text) {
        if (text.isEmpty()) return DARK;
        return new Face(Arrays.stream(text.split("\n", -1))
                .map(row -> new Row(row, Manner.STILL))
                .toList());
    }

    /** All rows, separated by {@code \n}. */
    public String text() {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
    }

    /** For boards with room for one row; empty to stay dark. */
    String first() {
        return rows.isEmpty() ? "" : rows.get(0).text();
    }

    public boolean blinks() {
        return rows.stream().anyMatch(row -> row.manner() == Manner.BLINKS);
    }

    /** This face while what blinks on it is dark. */
    public Face between() {
        return new Face(rows.stream().map(Row::between).toList());
    }
}
