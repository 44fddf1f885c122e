package vn.luot.sim.device;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures that outlast the printer's power ({@code GS ( L}, functions 64, 66, 67 and 69). */
final class GraphicsMemory {
    /** @param bits row by row */
    record Graphic(int bytesARow, int rows, byte[] bits) {}

    /** @param wide printed dots for one dot across, {@code high} for one down */
    record Named(Graphic graphic, int wide, int high) {}

    private final Map<String, Graphic> graphics = new LinkedHashMap<>();

    private int writes;

    /** Function 64: the keys as a block; a real printer sends it in parts of 40 keys. */
    byte[] keyList() {
        var keys = String.join("", graphics.keySet());
        var block = new byte[keys.length() + 4];
        block[0] = 0x37;
        block[1] = 0x72;
        block[2] = 0x40;
        for (var i = 0; i < keys.length(); i++) block[3 + i] = (byte) keys.charAt(i);
        return block;
    }

    /** @param c the whole command; answers whether it could be carried out */
    boolean write(byte[] c) {
        if (c.length < 9) return false;
        writes++;
        return switch (c[6]) {
            case 'B' -> graphics.remove(key(c, 7)) != null;
            case 'C' -> define(c);
            default -> false;
        };
    }

    private boolean define(byte[] c) {
        if (c.length < 16 || c[7] != '0' || c[10] != 1 || c[15] != '1') return false;
        int bytesARow = (EscPosFrames.word(c, 11) + 7) / 8, rows = EscPosFrames.word(c, 13);
        if (c.length != 16 + bytesARow * rows || rows == 0) return false;
        var bits = Arrays.copyOfRange(c, 16, c.length);
        graphics.put(key(c, 8), new Graphic(bytesARow, rows, bits));
        return true;
    }

    /** Function 69: what is to be printed. */
    Optional<Named> named(byte[] c) {
        if (c.length != 11 || !isScale(c[9]) || !isScale(c[10])) return Optional.empty();
        return Optional.ofNullable(graphics.get(key(c, 7))).map(graphic -> new Named(graphic, c[9], c[10]));
    }

    private static boolean isScale(byte times) {
        return times == 1 || times == 2;
    }

    /** How often it was written; it wears out. */
    int writes() {
        return writes;
    }

    private static String key(byte[] c, int at) {
        return "" + (char) c[at] + (char) c[at + 1];
    }
}
