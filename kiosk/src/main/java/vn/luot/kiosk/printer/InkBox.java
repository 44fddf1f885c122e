package vn.luot.kiosk.printer;

import com.github.anastaciocintra.escpos.image.CoffeeImage;
import java.awt.image.BufferedImage;

/**
 * The inked part of a drawn line: only this goes over the wire, and the paper is fed over the rest.
 *
 * @param above blank rows above the ink
 */
record InkBox(BufferedImage ink, int above) {
    private static final int BLACK_BELOW = 0x80;

    /** @param drawn black on white, with at least one black dot */
    static InkBox of(BufferedImage drawn) {
        int top = 0;
        while (isBlankRow(drawn, top)) top++;
        int bottom = drawn.getHeight();
        while (isBlankRow(drawn, bottom - 1)) bottom--;
        int left = 0;
        while (isBlankColumn(drawn, left)) left++;
        int right = drawn.getWidth();
        while (isBlankColumn(drawn, right - 1)) right--;
        return new InkBox(drawn.getSubimage(left, top, right - left, bottom - top), top);
    }

    /** The same for the printer library, black or white. */
    CoffeeImage image() {
        return new Dots(ink);
    }

    private static boolean isBlankRow(BufferedImage image, int y) {
        for (var x = 0; x < image.getWidth(); x++) {
            if (isBlack(image, x, y)) return false;
        }
        return true;
    }

    private static boolean isBlankColumn(BufferedImage image, int x) {
        for (var y = 0; y < image.getHeight(); y++) {
            if (isBlack(image, x, y)) return false;
        }
        return true;
    }

    private static boolean isBlack(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < BLACK_BELOW;
    }

    private record Dots(BufferedImage image) implements CoffeeImage {
        @Override
        public int getWidth() {
            return image.getWidth();
        }

        @Override
        public int getHeight() {
            return image.getHeight();
        }

        @Override
        public CoffeeImage getSubimage(int x, int y, int width, int height) {
            return new Dots(image.getSubimage(x, y, width, height));
        }

        @Override
        public int getRGB(int x, int y) {
            return isBlack(image, x, y) ? 0xFF000000 : 0xFFFFFFFF;
        }
    }
}
