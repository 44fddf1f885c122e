package vn.luot.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;

/**
 * Writes Vietnamese as windows-1258. A letter that the page lacks becomes the letter without its tone and the tone, which
 * the printer must print over it: ế is ê and an acute. Java's encoder alone does so for none of them.
 */
final class Cp1258 implements Letters {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    /** Grave, acute, tilde, hook above, dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private final int page;
    private boolean chosen;

    Cp1258(int page) {
        this.page = page;
    }

    @Override
    public byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length() + 8);
        text.codePoints().forEach(c -> write(c, out));
        return out.toByteArray();
    }

    private void write(int c, ByteArrayOutputStream out) {
        if (c < 0x80) {
            out.write(c < 0x20 || c == 0x7F ? Vietnamese.REPLACEMENT : c);
            return;
        }
        var letter = Character.toString(c);
        var bytes = isInPage(letter) ? letter : withToneApart(letter);
        if (isInPage(bytes) && bytes.chars().noneMatch(Character::isISOControl)) {
            choosePage(out);
            out.writeBytes(bytes.getBytes(WINDOWS_1258));
        } else {
            out.write(Letters.plain(c));
        }
    }

    private void choosePage(ByteArrayOutputStream out) {
        if (chosen) return;
        out.writeBytes(new byte[] {0x1B, 't', (byte) page});
        chosen = true;
    }

    private static boolean isInPage(String text) {
        return WINDOWS_1258.newEncoder().canEncode(text);
    }

    private static String withToneApart(String letter) {
        var rest = new StringBuilder();
        var tone = new StringBuilder();
        Normalizer.normalize(letter, Normalizer.Form.NFD)
                .chars()
                .forEach(part -> (TONES.indexOf(part) >= 0 ? tone : rest).append((char) part));
        return Normalizer.normalize(rest, Normalizer.Form.NFC) + tone;
    }
}
