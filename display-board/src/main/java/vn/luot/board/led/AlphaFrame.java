package vn.luot.board.led;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One packet of the Alpha sign protocol (Adaptive, BetaBrite).
 *
 * @param address two hexadecimal digits; {@code 00} reaches every sign
 * @param command what stands between STX and ETX, a byte a character
 * @param pauseAfter how many bytes of the command the sign takes before it needs a pause; 0 for no pause
 */
record AlphaFrame(String address, String command, int pauseAfter) {
    /** Pictures are kept under the labels a, b, c … */
    private static final char FIRST_LABEL = 'a';

    private static final String ONE_COLOUR = "1000";

    /**
     * Writes the priority text file, which is shown at once and instead of all others.
     *
     * @param text as {@link AlphaText} makes it
     */
    static AlphaFrame show(String address, String text) {
        return new AlphaFrame(address, "A0" + text, 0);
    }

    /** Makes room for pictures; the sign forgets what it kept but for the priority text. */
    static AlphaFrame memory(String address, List<DotPicture> pictures) {
        return new AlphaFrame(
                address,
                "E$"
                        + IntStream.range(0, pictures.size())
                                .mapToObj(at -> label(at) + "DL" + size(pictures.get(at)) + ONE_COLOUR)
                                .collect(Collectors.joining()),
                0);
    }

    /** Draws a picture into its place. */
    static AlphaFrame picture(String address, int at, DotPicture picture) {
        var head = "I" + label(at) + size(picture);
        return new AlphaFrame(
                address,
                head + picture.rows().stream().map(row -> row + "\r").collect(Collectors.joining()),
                head.length());
    }

    /** The label of the picture that is kept at place {@code at}. */
    static char label(int at) {
        return (char) (FIRST_LABEL + at);
    }

    private static String size(DotPicture picture) {
        return "%02X%02X".formatted(picture.height(), picture.width());
    }
}
