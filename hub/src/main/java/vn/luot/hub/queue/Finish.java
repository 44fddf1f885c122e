package vn.luot.hub.queue;

/**
 * What a clerk says of a visit that is done.
 *
 * @param outcome code of how it ended; absent when the clerk says nothing
 * @param files how many files were handled; 0 when as many as the visitor said
 */
public record Finish(String outcome, int files) {
    /** Done, and nothing to add. */
    public static final Finish PLAIN = new Finish(null, 0);
}
