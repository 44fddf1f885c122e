package vn.luot.sim.device;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out ESC/POS commands on paper. What it does not know it reports, so that no mistake of a driver is hidden. */
final class PrintHead {
    /** 1/6 inch at 203 dpi. */
    private static final int USUAL_SPACING = 34;

    private final Consumer<String> faults;
    private final PrinterModel model;
    private final Paper paper;
    private final List<String> lines = new ArrayList<>();
    private final List<Paper.Cell> line = new ArrayList<>();

    private Paper.Align align;
    private CodePage page;
    private int wide, high, spacing;
    private boolean small, bold, underlined, reversed, kanji;
    private int qrDots, qrLevel;
    private byte[] qrContent;

    /** @param faults is told of bytes that mean nothing to this printer */
    PrintHead(PrinterModel model, Consumer<String> faults) {
        this.model = model;
        this.paper = new Paper(model.dots());
        this.faults = faults;
        initialise();
    }

    private void initialise() {
        line.clear();
        align = Paper.Align.LEFT;
        page = CodePage.CP437;
        wide = 1;
        high = 1;
        spacing = USUAL_SPACING;
        small = bold = underlined = reversed = false;
        kanji = model.can(PrinterModel.Ability.STARTS_IN_KANJI);
        qrDots = 3;
        qrLevel = 0;
        qrContent = new byte[0];
    }

    /** Forgets the line that is not printed yet. */
    void clear() {
        initialise();
    }

    boolean blank() {
        return paper.blank() && line.isEmpty();
    }

    /** What is on the paper, line by line; the next ticket begins. */
    List<String> takeLines() {
        var taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    BufferedImage cut() {
        return paper.cut();
    }

    /** @param c one command with its data, or one character */
    void execute(byte[] c) {
        switch (c[0]) {
            case 0 -> {} // Passed over.
            case '\n' -> endLine();
            case 0x1B -> escape(c);
            case 0x1D -> group(c);
            case 0x1C -> kanji(c);
            default -> letter(c);
        }
    }

    private void kanji(byte[] c) {
        known(c, c[1] == '.' || c[1] == '&');
        kanji = c[1] == '&';
    }

    private void escape(byte[] c) {
        switch (c[1]) {
            case '@' -> initialise();
            case 't' -> page(c[2] & 0xFF);
            case 'a' -> align(c);
            case '!' -> style(c[2]);
            case 'E' -> bold = (c[2] & 1) == 1;
            case 'M' -> small = (c[2] & 1) == 1;
            case '-' -> underlined = (c[2] & 3) != 0;
            case '3' -> spacing = c[2] & 0xFF;
            case '2' -> spacing = USUAL_SPACING;
            case 'd' -> feed((c[2] & 0xFF) * spacing);
            case 'J' -> feed(c[2] & 0xFF);
            default -> known(c, false);
        }
    }

    private void group(byte[] c) {
        switch (c[1]) {
            case '!' -> size((c[2] >> 4 & 7) + 1, (c[2] & 7) + 1);
            case 'B' -> reversed = (c[2] & 1) == 1;
            case 'v' -> picture(c);
            case '(' ->
                known(c, model.can(PrinterModel.Ability.QR) && c[2] == 'k' && c.length >= 8 && c[5] == 49 && qr(c));
            default -> known(c, false);
        }
    }

    private void page(int number) {
        var chosen = model.page(number);
        if (chosen.isEmpty()) faults.accept("no code page " + number + " in this printer");
        chosen.ifPresent(found -> page = found);
    }

    private void align(byte[] c) {
        var n = Byte.toUnsignedInt(c[2]) % 48;
        known(c, n < Paper.Align.values().length);
        if (n < Paper.Align.values().length) align = Paper.Align.values()[n];
    }

    private void style(byte n) {
        small = (n & 0x01) != 0;
        bold = (n & 0x08) != 0;
        underlined = (n & 0x80) != 0;
        size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
    }

    private void size(int wide, int high) {
        this.wide = wide;
        this.high = high;
    }

    private void letter(byte[] c) {
        if (c[0] >= 0 && c[0] < 0x20) {
            known(c, false);
            return;
        }
        if (kanji && c[0] < 0) faults.accept("taken for Chinese: " + hex(c));
        var letter = page.letter(c[0]);
        if (letter.isEmpty() || !Paper.canPrint(letter.get())) {
            faults.accept("no letter " + hex(c) + " in code page " + page);
        }
        if (isTone(letter.orElse('□')) && model.can(PrinterModel.Ability.OVERPRINTS) && !line.isEmpty()) {
            overprint(letter.get());
            return;
        }
        var cell = new Paper.Cell(letter.orElse('□'), wide, high, small, bold, underlined, reversed);
        if (line.stream().mapToInt(Paper.Cell::width).sum() + cell.width() > model.dots()) endLine();
        line.add(cell);
    }

    private static boolean isTone(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** The paper does not move on for a tone: it is struck over the letter before it. */
    private void overprint(char tone) {
        var under = line.remove(line.size() - 1);
        var both = Normalizer.normalize("" + under.letter() + tone, Normalizer.Form.NFC);
        if (both.length() > 1) faults.accept("no letter " + under.letter() + " with that tone");
        line.add(new Paper.Cell(
                both.charAt(0),
                under.wide(),
                under.high(),
                under.small(),
                under.bold(),
                under.underlined(),
                under.reversed()));
    }

    private void endLine() {
        var text = new StringBuilder();
        line.forEach(cell -> text.append(cell.letter()));
        lines.add(text.toString());
        paper.print(line, align, spacing);
        line.clear();
    }

    private void feed(int dots) {
        if (!line.isEmpty()) endLine();
        paper.feed(dots);
    }

    private void picture(byte[] c) {
        if (c.length < 8) return;
        int width = EscPosFrames.word(c, 4), rows = EscPosFrames.word(c, 6);
        var mode = Byte.toUnsignedInt(c[3]) % 48;
        known(Arrays.copyOf(c, 8), c[2] == '0' && mode < 4 && c.length == 8 + width * rows);
        if (c.length != 8 + (long) width * rows) return;
        picture(width, rows, Arrays.copyOfRange(c, 8, c.length), 1 + (mode & 1), 1 + (mode >> 1 & 1));
    }

    private void picture(int width, int rows, byte[] bits, int wide, int high) {
        if (width * 8 * wide > model.dots()) {
            faults.accept("picture of " + width * 8 * wide + " dots on " + model.dots());
        }
        lines.add("[picture " + width * 8 * wide + "×" + rows * high + "]");
        paper.print(bits, 0, width, rows, wide, high, align);
    }

    /** A picture from the printer's own memory. */
    void print(GraphicsMemory.Named named) {
        var graphic = named.graphic();
        picture(graphic.bytesARow(), graphic.rows(), graphic.bits(), named.wide(), named.high());
    }

    /** Function 65 model, 67 size, 69 error correction, 80 store, 81 print. */
    private boolean qr(byte[] c) {
        switch (c[6]) {
            case 65 -> {
                return c[7] == 49 || c[7] == 50;
            }
            case 67 -> qrDots = c[7];
            case 69 -> qrLevel = c[7] - 48;
            case 80 -> qrContent = Arrays.copyOfRange(c, 8, c.length);
            case 81 -> drawQr();
            default -> {
                return false;
            }
        }
        return qrDots >= 1 && qrDots <= 16 && qrLevel >= 0 && qrLevel < 4;
    }

    private void drawQr() {
        var content = new String(qrContent, StandardCharsets.UTF_8);
        try {
            draw(encoded(content));
            lines.add("[QR " + content + "]");
        } catch (WriterException | IllegalArgumentException e) {
            faults.accept("no QR code of " + qrContent.length + " bytes: " + e.getMessage());
        }
    }

    private BitMatrix encoded(String content) throws WriterException {
        var level = List.of(
                        ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H)
                .get(qrLevel);
        // Printers leave the quiet zone to the paper around the code.
        var hints = Map.of(EncodeHintType.ERROR_CORRECTION, level, EncodeHintType.MARGIN, 0);
        return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    private void draw(BitMatrix code) {
        var bytesARow = (code.getWidth() + 7) / 8;
        var bits = new byte[bytesARow * code.getHeight()];
        for (var y = 0; y < code.getHeight(); y++) {
            for (var x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) bits[y * bytesARow + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        paper.print(bits, 0, bytesARow, code.getHeight(), qrDots, qrDots, align);
    }

    private void known(byte[] command, boolean known) {
        if (!known) faults.accept("unknown command " + hex(command));
    }

    static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, 16));
    }
}
