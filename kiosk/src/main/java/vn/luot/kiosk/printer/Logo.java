package vn.luot.kiosk.printer;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import vn.luot.protocol.program.CannotStart;

/** Reads the centre's mark and makes it fit a ticket: black or white, and small enough for a serial line. */
final class Logo {
    private static final int LARGEST_SIDE = 4_000;
    private static final int LARGEST_FILE = 2_000_000;
    private static final int WIDEST = 320;
    private static final int HIGHEST = 120;

    private Logo() {}

    /** @throws CannotStart naming the file when it is no picture, or too large a one */
    static Dots read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) throw refused(file, null);
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** @throws IOException when {@code png} is no picture, or too large a one */
    static Dots of(byte[] png) throws IOException {
        return Dots.of(fitted(picture(png)));
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            var readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                // The size stands at the beginning: a few bytes must not make a picture of gigabytes.
                if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE)
                    throw new IOException("too large");
                return reader.read(0);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException("no picture", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage fitted(BufferedImage picture) {
        var scale = Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
        var width = Math.max(1, (int) (picture.getWidth() * scale));
        var height = Math.max(1, (int) (picture.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = fitted.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return fitted;
    }

    private static CannotStart refused(Path file, Exception cause) {
        return new CannotStart(
                file + ": «logo» phải là tệp PNG nhỏ hơn 2 MB và 4000 × 4000 điểm",
                "«logo» must be a PNG below 2 MB and 4000 × 4000 dots",
                cause);
    }
}
