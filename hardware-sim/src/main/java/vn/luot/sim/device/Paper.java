package vn.luot.sim.device;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Paper on which a head at 203 dpi prints line by line. Black dots are dots: nothing is smoothed. */
final class Paper {
    /** Where a line or a picture stands between the margins. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT;

        int margin(int width, int paper) {
            return switch (this) {
                case LEFT -> 0;
                case CENTRE -> Math.max(0, (paper - width) / 2);
                case RIGHT -> Math.max(0, paper - width);
            };
        }
    }

    /**
     * One character in its cell.
     *
     * @param wide times as wide as the font, 1 to 8
     * @param high times as high as the font, 1 to 8
     * @param small font B of 9×17 dots instead of font A of 12×24
     */
    record Cell(char letter, int wide, int high, boolean small, boolean bold, boolean underlined, boolean reversed) {
        int width() {
            return (small ? 9 : 12) * wide;
        }

        int height() {
            return (small ? 17 : 24) * high;
        }

        private float baseline() {
            return (small ? 13.5f : 19) * high;
        }
    }

    /** Its letters are 0.6 em wide, so that 20 px and 15 px fill the cells of fonts A and B. */
    private static final Font LETTERS = letters();

    /** No roll is so long; what would not fit is fed past. */
    private static final int LONGEST = 20_000;

    private final int width;
    private BufferedImage sheet;
    private int y;

    /** @param width in dots */
    Paper(int width) {
        this.width = width;
        sheet = blank(1024);
    }

    private static Font letters() {
        try (var ttf = Paper.class.getResourceAsStream("/fonts/JetBrainsMono-Medium.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, ttf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the printer's font cannot be read", e);
        }
    }

    static boolean canPrint(char letter) {
        return LETTERS.canDisplay(letter);
    }

    /** Prints one line of text and moves on by its height, at least by {@code spacing} dots. */
    void print(List<Cell> line, Align align, int spacing) {
        var height = line.stream().mapToInt(Cell::height).max().orElse(0);
        var x = align.margin(line.stream().mapToInt(Cell::width).sum(), width);
        var ink = ink(height);
        for (var cell : line) {
            draw(ink, cell, x, y + height - cell.height());
            x += cell.width();
        }
        ink.dispose();
        feed(Math.max(height, spacing));
    }

    private static void draw(Graphics2D ink, Cell cell, int x, int top) {
        ink.setColor(Color.BLACK);
        if (cell.reversed()) ink.fillRect(x, top, cell.width(), cell.height());
        if (cell.underlined()) ink.fillRect(x, top + cell.height() - 2, cell.width(), 2);
        ink.setColor(cell.reversed() ? Color.WHITE : Color.BLACK);
        ink.setFont(LETTERS.deriveFont(cell.small() ? 15f : 20f)
                .deriveFont(AffineTransform.getScaleInstance(cell.wide(), cell.high())));
        var letter = String.valueOf(cell.letter());
        ink.drawString(letter, x, top + cell.baseline());
        // Printers make letters bold by striking them twice, a dot apart.
        if (cell.bold()) ink.drawString(letter, x + 1f, top + cell.baseline());
    }

    /** Prints a picture of {@code rows} rows, one bit a dot, each scaled to {@code wide}×{@code high} dots. */
    void print(byte[] bits, int from, int bytesARow, int rows, int wide, int high, Align align) {
        var left = align.margin(bytesARow * 8 * wide, width);
        var ink = ink(rows * high);
        ink.setColor(Color.BLACK);
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < bytesARow * 8; column++) {
                var dot = bits[from + row * bytesARow + column / 8] >> (7 - column % 8) & 1;
                if (dot == 1) ink.fillRect(left + column * wide, y + row * high, wide, high);
            }
        }
        ink.dispose();
        feed(rows * high);
    }

    void feed(int dots) {
        y = Math.min(LONGEST, y + dots);
        grow();
    }

    boolean blank() {
        return y == 0;
    }

    /** Cuts the paper off: what was printed, as a picture. The roll goes on blank. */
    BufferedImage cut() {
        var ticket = new BufferedImage(width, Math.max(1, y), BufferedImage.TYPE_BYTE_GRAY);
        var copy = ticket.createGraphics();
        copy.drawImage(sheet, 0, 0, null);
        copy.dispose();
        sheet = blank(1024);
        y = 0;
        return ticket;
    }

    private Graphics2D ink(int height) {
        y += height;
        grow();
        y -= height;
        return sheet.createGraphics();
    }

    private void grow() {
        if (y <= sheet.getHeight()) return;
        var longer = blank(y * 2);
        var copy = longer.createGraphics();
        copy.drawImage(sheet, 0, 0, null);
        copy.dispose();
        sheet = longer;
    }

    private BufferedImage blank(int height) {
        var sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var white = sheet.createGraphics();
        white.setColor(Color.WHITE);
        white.fillRect(0, 0, width, height);
        white.dispose();
        return sheet;
    }
}
