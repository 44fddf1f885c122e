package vn.luot.hub.queue;

/**
 * What a visitor comes for, and the numbers its tickets bear.
 *
 * @param field what it belongs to; nobody may hoard tickets of one field
 * @param first first number of a business day
 * @param last last number of a business day; it never wraps
 * @param quota how many tickets a day has at most; 0 for no limit but the numbers
 */
public record Service(String id, String field, String prefix, int first, int last, int quota, Opening opening) {
    public Service {
        if (first < 1 || last < first) throw new IllegalArgumentException("no numbers from " + first + " to " + last);
        if (quota < 0) throw new IllegalArgumentException("fewer than no tickets: " + quota);
    }

    /** A service that is a field of its own, with as many tickets as it has numbers. */
    public Service(String id, String prefix, int first, int last, Opening opening) {
        this(id, id, prefix, first, last, 0, opening);
    }
}
