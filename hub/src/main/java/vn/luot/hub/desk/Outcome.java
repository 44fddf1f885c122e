package vn.luot.hub.desk;

import java.util.List;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Ticket;

/** What became of a wish, once it is safe to tell. */
public sealed interface Outcome {
    /** Steps were taken, in this order and together, and are durable. */
    record Taken(List<Announcement> announcements) implements Outcome {
        public Taken {
            announcements = List.copyOf(announcements);
        }

        /** The last step: what was wished for. */
        public Announcement announcement() {
            return announcements.get(announcements.size() - 1);
        }
    }

    /** It was granted before; the ticket is absent when it was about none. */
    record Known(Ticket ticket) implements Outcome {}

    /** A rule says no. */
    record No(Refused refused) implements Outcome {}
}
