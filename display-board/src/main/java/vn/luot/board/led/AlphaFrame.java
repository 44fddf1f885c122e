package vn.luot.board.led;

/**
 * One "write text" packet of the Alpha sign protocol (Adaptive, BetaBrite).
 *
 * @param address two hexadecimal digits; {@code 00} reaches every sign
 * @param label the text file that is written; {@code '0'} is the priority file, shown instead of all others
 * @param position where on the sign; {@code '0'} fills all its rows
 * @param mode how it appears; {@code 'b'} holds still
 * @param text printable ASCII with {@code \n} between rows; whatever else is given becomes {@code '?'}, because a sign
 *     obeys control bytes
 */
record AlphaFrame(String address, char label, char position, char mode, String text) {
    private static final char PRIORITY_FILE = '0';
    private static final char FILL = '0';
    private static final char HOLD = 'b';

    AlphaFrame {
        text = text.replaceAll("[^ -~\n]", "?");
    }

    /** Shows {@code text} at once, without movement, until the next one. */
    static AlphaFrame hold(String address, String text) {
        return new AlphaFrame(address, PRIORITY_FILE, FILL, HOLD, text);
    }
}
