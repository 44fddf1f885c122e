package vn.luot.kiosk.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Draws words as pictures of one line each, in the font of the pages. Pictures are kept, because most lines of a ticket
 * are on every ticket. For one thread.
 */
final class RasterText {
    private static final int KEPT = 200;
    private static final Font MEDIUM = font("BeVietnamPro-Medium.ttf");
    private static final Font BOLD = font("BeVietnamPro-Bold.ttf");

    /** From one baseline to the next, in sizes of the font. */
    private static final float LINE_OF_SIZE = 1.27f;

    /** Room above a line: Ẫ and Ặ are higher than the font says. */
    private static final int HEADROOM = 16;

    private static final FontRenderContext DOTS = new FontRenderContext(null, true, true);

    private final PrinterProfile profile;
    private final Map<PrintLine.Words, List<Line>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PrintLine.Words, List<Line>> eldest) {
            return size() > KEPT;
        }
    };

    RasterText(PrinterProfile profile) {
        this.profile = profile;
    }

    /**
     * One drawn line: only its ink goes over the wire, and the paper is fed over the rest.
     *
     * @param above dots to feed before the picture
     * @param below dots to feed after it
     */
    record Line(int above, Dots ink, int below) {}

    /** {@code words} drawn and wrapped, from top to bottom. */
    List<Line> lines(PrintLine.Words words) {
        return kept.computeIfAbsent(words, this::drawn);
    }

    private List<Line> drawn(PrintLine.Words words) {
        var height = height(words);
        var font = font(words, height);
        return Wrap.where(text -> width(font, text) <= profile.dots(), words.text()).stream()
                .filter(line -> !line.isBlank())
                .map(line -> inked(draw(line, font, height), height))
                .toList();
    }

    private static Font font(PrintLine.Words words, int height) {
        return (words.bold() ? BOLD : MEDIUM).deriveFont(height / LINE_OF_SIZE);
    }

    private int height(PrintLine.Words words) {
        var normal = profile.lineDots();
        var large = normal * 5 / 4;
        return switch (words.size()) {
            case NORMAL -> normal;
            // What fills several lines stands out anyway, and a large picture is slow on a serial line.
            case LARGE -> width(font(words, large), words.text()) <= profile.dots() ? large : normal;
        };
    }

    private static int width(Font font, String text) {
        return (int) Math.ceil(font.getStringBounds(text, DOTS).getWidth());
    }

    private static BufferedImage draw(String line, Font font, int height) {
        var image = new BufferedImage(width(font, line) + 2, HEADROOM + height * 2, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(font);
        pen.drawString(line, 1f, HEADROOM + font.getLineMetrics(line, DOTS).getAscent());
        pen.dispose();
        return image;
    }

    /** @param drawn with at least one black dot, unless the font has no picture of its letters at all */
    private static Line inked(BufferedImage drawn, int height) {
        int top = 0, bottom = drawn.getHeight(), left = 0, right = drawn.getWidth();
        while (top < bottom - 1 && isBlankRow(drawn, top)) top++;
        while (bottom > top + 1 && isBlankRow(drawn, bottom - 1)) bottom--;
        while (left < right - 1 && isBlankColumn(drawn, left)) left++;
        while (right > left + 1 && isBlankColumn(drawn, right - 1)) right--;
        var above = Math.max(0, top - HEADROOM);
        var ink = Dots.of(drawn.getSubimage(left, top, right - left, bottom - top));
        return new Line(above, ink, Math.max(0, height - above - ink.rows()));
    }

    private static boolean isBlankRow(BufferedImage image, int y) {
        for (var x = 0; x < image.getWidth(); x++) {
            if (Dots.isBlack(image, x, y)) return false;
        }
        return true;
    }

    private static boolean isBlankColumn(BufferedImage image, int x) {
        for (var y = 0; y < image.getHeight(); y++) {
            if (Dots.isBlack(image, x, y)) return false;
        }
        return true;
    }

    private static Font font(String file) {
        try (InputStream in = RasterText.class.getResourceAsStream("/fonts/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the kiosk's own font " + file + " cannot be read", e);
        }
    }
}
