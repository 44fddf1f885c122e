package vn.luot.sim.device;

import java.util.HexFormat;
import java.util.Locale;

/** Bytes as one writes them in a table. */
final class Hex {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    static byte[] bytes(String hex) {
        return SPACED.parseHex(hex.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
    }

    static String text(byte[] bytes) {
        return SPACED.formatHex(bytes);
    }
}
