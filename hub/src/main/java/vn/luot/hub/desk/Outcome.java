package vn.luot.hub.desk;

import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Ticket;

/** What became of a wish, once it is safe to tell. */
public sealed interface Outcome {
    /** A step was taken, and is durable. */
    record Taken(Announcement announcement) implements Outcome {}

    /** It was granted before. */
    record Known(Ticket ticket) implements Outcome {}

    /** A rule says no. */
    record No(Refused refused) implements Outcome {}
}
