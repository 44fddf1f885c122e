package vn.luot.board.led;

import java.util.List;

/**
 * A picture of dots.
 *
 * @param rows of '1' (lit) and '0', equally long, at least one
 */
record DotPicture(List<String> rows) {
    DotPicture {
        rows = List.copyOf(rows);
        var width = rows.get(0).length();
        if (rows.stream().anyMatch(row -> row.length() != width)) {
            throw new IllegalArgumentException("rows of different lengths");
        }
    }

    int height() {
        return rows.size();
    }

    int width() {
        return rows.get(0).length();
    }
}
