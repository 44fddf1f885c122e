package vn.luot.hub.queue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is on the paper: a prefix of one or two capital letters and a number of at least three digits, such as A012.
 */
public record TicketNumber(String prefix, int value) {
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,2}");
    private static final Pattern TEXT = Pattern.compile("([A-Z]{1,2})(\\d{3,9})");

    public TicketNumber {
        if (!PREFIX.matcher(prefix).matches()) throw new IllegalArgumentException("not a prefix: " + prefix);
        if (value < 1) throw new IllegalArgumentException("not a number of a ticket: " + value);
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<TicketNumber> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) return Optional.empty();
        var number = Integer.parseInt(parts.group(2));
        return Optional.of(number)
                .filter(any -> any > 0)
                .map(value -> new TicketNumber(parts.group(1), value))
                .filter(read -> read.toString().equals(text));
    }

    @Override
    public String toString() {
        return value < 100 ? prefix + (value < 10 ? "00" : "0") + value : prefix + value;
    }
}
