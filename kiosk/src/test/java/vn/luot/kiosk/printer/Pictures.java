package vn.luot.kiosk.printer;

import java.util.ArrayList;
import java.util.List;

/** The raster pictures (GS v 0) in a ticket's bytes, read without the printer code of the kiosk. */
final class Pictures {
    /** @param mode of GS v 0: 0 as it is, 3 doubled */
    record Picture(int mode, int width, int height, String art) {}

    private Pictures() {}

    static List<Picture> of(byte[] bytes) {
        var pictures = new ArrayList<Picture>();
        for (var i = 0; i + 8 <= bytes.length; i++) {
            if (bytes[i] == 0x1D && bytes[i + 1] == 'v' && bytes[i + 2] == '0') {
                var columns = (bytes[i + 4] & 0xFF) + 256 * (bytes[i + 5] & 0xFF);
                var rows = (bytes[i + 6] & 0xFF) + 256 * (bytes[i + 7] & 0xFF);
                pictures.add(new Picture(bytes[i + 3], columns * 8, rows, art(bytes, i + 8, columns, rows)));
                i += 7 + columns * rows;
            }
        }
        return pictures;
    }

    private static String art(byte[] bytes, int from, int columns, int rows) {
        var art = new StringBuilder();
        for (var y = 0; y < rows; y++) {
            for (var x = 0; x < columns * 8; x++) {
                var dot = bytes[from + y * columns + x / 8] >> (7 - x % 8) & 1;
                art.append(dot == 1 ? '#' : '.');
            }
            art.append('\n');
        }
        return art.toString();
    }
}
