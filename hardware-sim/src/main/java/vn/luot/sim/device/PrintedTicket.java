package vn.luot.sim.device;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What came out of a printer between two cuts.
 *
 * @param number 1 for the first ticket of this printer, and so on
 * @param picture as it looks at 203 dpi
 * @param lines what was sent as text, one line of the paper each; "[picture 576×64]" and "[QR https://…]" stand for these
 * @param bytes sent for it, without the questions about the printer's state
 */
public record PrintedTicket(int number, BufferedImage picture, List<String> lines, long bytes) {
    public PrintedTicket {
        lines = List.copyOf(lines);
    }
}
