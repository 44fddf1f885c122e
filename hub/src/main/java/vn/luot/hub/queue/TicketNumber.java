package vn.luot.hub.queue;

/**
 * What is on the paper: a prefix of one or two capital letters and a number of at least three digits, such as A012.
 */
public record TicketNumber(String prefix, int value) {
    public TicketNumber {
        if (!prefix.matches("[A-Z]{1,2}")) throw new IllegalArgumentException("not a prefix: " + prefix);
        if (value < 1) throw new IllegalArgumentException("not a number of a ticket: " + value);
    }

    @Override
    public String toString() {
        return value < 100 ? prefix + (value < 10 ? "00" : "0") + value : prefix + value;
    }
}
