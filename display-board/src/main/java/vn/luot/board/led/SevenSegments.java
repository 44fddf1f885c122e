package vn.luot.board.led;

/** Fits a text to a display of six digits with seven segments each. */
final class SevenSegments {
    static final int DIGITS = 6;

    /** Capitals that would look like a digit, or like nothing, and their better small form. */
    private static final String CAPITALS = "BDNOQRTY";

    private static final String SMALL = "bdnoqrty";

    private SevenSegments() {}

    /** Exactly {@value #DIGITS} ASCII characters, to the right as numbers are; of a longer number the digits alone. */
    static String fit(String text) {
        var ascii = Ascii.of(text);
        var fitting = ascii.length() > DIGITS ? ascii.replaceAll("\\D", "") : ascii;
        var last = fitting.substring(Math.max(0, fitting.length() - DIGITS));
        return " ".repeat(DIGITS - last.length()) + legible(last);
    }

    private static String legible(String text) {
        var legible = new StringBuilder();
        for (var character : text.toCharArray()) {
            var at = CAPITALS.indexOf(character);
            legible.append(at < 0 ? character : SMALL.charAt(at));
        }
        return legible.toString();
    }
}
