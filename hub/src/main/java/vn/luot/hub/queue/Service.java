package vn.luot.hub.queue;

/**
 * What a visitor comes for, and the numbers its tickets bear.
 *
 * @param first first number of a business day
 * @param last last number of a business day; it never wraps
 */
public record Service(String id, String prefix, int first, int last, Opening opening) {
    public Service {
        if (first < 1 || last < first) throw new IllegalArgumentException("no numbers from " + first + " to " + last);
    }
}
