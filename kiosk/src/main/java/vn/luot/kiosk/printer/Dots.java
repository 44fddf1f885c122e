package vn.luot.kiosk.printer;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture as printers take it: black or white, eight dots a byte, a row after the other. Printers look for real-time
 * commands even inside a picture: where dots spell the beginning of one, a dot beside them is made black.
 *
 * @param bytesARow dots across, by eight
 * @param rows dots down
 */
public record Dots(int bytesARow, int rows, byte[] bits) {
    private static final int BLACK_BELOW = 0x80;

    public Dots {
        if (bytesARow < 1 || rows < 1 || bits.length != bytesARow * rows) {
            throw new IllegalArgumentException(bytesARow + " × " + rows + " of " + bits.length + " bytes");
        }
        bits = withoutCommands(bits.clone());
    }

    /** DLE EOT, DLE ENQ and DLE DC4. */
    private static byte[] withoutCommands(byte[] bits) {
        for (var i = 0; i + 1 < bits.length; i++) {
            if (bits[i] == 0x10 && (bits[i + 1] == 0x04 || bits[i + 1] == 0x05 || bits[i + 1] == 0x14)) bits[i] = 0x18;
        }
        return bits;
    }

    static Dots of(BufferedImage image) {
        var bytesARow = (image.getWidth() + 7) / 8;
        var bits = new byte[bytesARow * image.getHeight()];
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (isBlack(image, x, y)) bits[y * bytesARow + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return new Dots(bytesARow, image.getHeight(), bits);
    }

    static boolean isBlack(BufferedImage image, int x, int y) {
        var rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 0xFF, green = rgb >> 8 & 0xFF, blue = rgb & 0xFF;
        return (54 * red + 183 * green + 19 * blue) / 256 < BLACK_BELOW;
    }

    /** The same from top to bottom in pictures of at most {@code most} bytes each, or of one row where a row is longer. */
    List<Dots> bands(int most) {
        var rowsEach = Math.max(1, most / bytesARow);
        return IntStream.iterate(0, from -> from < rows, from -> from + rowsEach)
                .mapToObj(from -> rows(from, Math.min(rows, from + rowsEach)))
                .toList();
    }

    private Dots rows(int from, int to) {
        return new Dots(bytesARow, to - from, Arrays.copyOfRange(bits, from * bytesARow, to * bytesARow));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dots dots && bytesARow == dots.bytesARow && Arrays.equals(bits, dots.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
