package vn.luot.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes Vietnamese as TCVN-3, which has one page for small letters and one for capitals; both hold ASCII. The encoder
 * remembers which page the printer is on and changes it only when a letter needs it, so one encoder writes one ticket.
 */
final class Tcvn3 implements Letters {
    private static final int FIRST = 0xA0;

    /** From 0xA0 on, 16 a row; a dot is a place without a Vietnamese letter. */
    private static final String SMALL = "........ăâêôơưđ."
            + ".....àảãáạ.ằẳẵắ."
            + "......ặầẩẫấậè.ẻẽ"
            + "éẹềểễếệìỉ...ĩíịò"
            + ".ỏõóọồổỗốộờởỡớợù"
            + ".ủũúụừửữứựỳỷỹýỵ.";

    /** Ă, Â and Đ do not stand where their small letters do. */
    private static final String CAPITAL = ".ĂÂ....Đ..ÊÔƠƯ.."
            + ".....ÀẢÃÁẠ.ẰẲẴẮ."
            + "......ẶẦẨẪẤẬÈ.ẺẼ"
            + "ÉẸỀỂỄẾỆÌỈ...ĨÍỊÒ"
            + ".ỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙ"
            + ".ỦŨÚỤỪỬỮỨỰỲỶỸÝỴ.";

    private static final Map<Character, Integer> SMALL_BYTES = bytes(SMALL);
    private static final Map<Character, Integer> CAPITAL_BYTES = bytes(CAPITAL);

    private final int smallPage;
    private final int capitalPage;
    private int page = -1;

    Tcvn3(int smallPage, int capitalPage) {
        this.smallPage = smallPage;
        this.capitalPage = capitalPage;
    }

    @Override
    public byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length() + 6);
        text.codePoints().forEach(c -> write(c, out));
        return out.toByteArray();
    }

    private void write(int c, ByteArrayOutputStream out) {
        if (c < 0x80) {
            out.write(c < 0x20 || c == 0x7F ? Vietnamese.REPLACEMENT : c);
        } else if (Character.isBmpCodePoint(c) && SMALL_BYTES.containsKey((char) c)) {
            write(SMALL_BYTES.get((char) c), smallPage, out);
        } else if (Character.isBmpCodePoint(c) && CAPITAL_BYTES.containsKey((char) c)) {
            write(CAPITAL_BYTES.get((char) c), capitalPage, out);
        } else {
            out.write(Letters.plain(c));
        }
    }

    private void write(int code, int wanted, ByteArrayOutputStream out) {
        if (page != wanted) {
            out.write(0x1B);
            out.write('t');
            out.write(wanted);
            page = wanted;
        }
        out.write(code);
    }

    private static Map<Character, Integer> bytes(String page) {
        var bytes = new HashMap<Character, Integer>();
        for (var i = 0; i < page.length(); i++) {
            if (page.charAt(i) != '.') bytes.put(page.charAt(i), FIRST + i);
        }
        return Map.copyOf(bytes);
    }
}
