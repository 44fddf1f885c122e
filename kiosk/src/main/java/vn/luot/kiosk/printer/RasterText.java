package vn.luot.kiosk.printer;

import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
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
    private final Map<PrintLine.Words, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PrintLine.Words, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    RasterText(PrinterProfile profile) {
        this.profile = profile;
    }

    /** Commands that print {@code words}, wrapped. */
    byte[] commands(PrintLine.Words words) {
        return kept.computeIfAbsent(words, this::drawn);
    }

    private byte[] drawn(PrintLine.Words words) {
        var height = height(words);
        var font = font(words, height);
        var commands = new ByteArrayOutputStream();
        for (var line : Wrap.where(text -> width(font, text) <= profile.dots(), words.text())) {
            if (!line.isBlank()) commands.writeBytes(picture(draw(line, font, height), height, words.align()));
        }
        return commands.toByteArray();
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

    private static byte[] picture(BufferedImage drawn, int height, PrintLine.Align align) {
        var box = InkBox.of(drawn);
        var raster = new RasterBitImageWrapper()
                .setJustification(
                        switch (align) {
                            case LEFT -> Justification.Left_Default;
                            case CENTER -> Justification.Center;
                        });
        var commands = new ByteArrayOutputStream();
        var above = Math.max(0, box.above() - HEADROOM);
        feedDots(above, commands);
        commands.writeBytes(raster.getBytes(new EscPosImage(box.image(), new BitonalThreshold())));
        feedDots(Math.max(0, height - above - box.ink().getHeight()), commands);
        return commands.toByteArray();
    }

    /** ESC J. */
    private static void feedDots(int dots, ByteArrayOutputStream out) {
        if (dots > 0) out.writeBytes(new byte[] {0x1B, 'J', (byte) dots});
    }

    private static Font font(String file) {
        try (InputStream in = RasterText.class.getResourceAsStream("/fonts/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the kiosk's own font " + file + " cannot be read", e);
        }
    }
}
