package vn.luot.hub.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import vn.luot.hub.queue.Ticket;

/**
 * What became of one ticket, as reports count it.
 *
 * @param service the service it was taken for
 * @param priorityClass absent for an ordinary visitor
 * @param arrived when it was taken
 * @param called when it was called first; absent before, and for whoever was served without waiting
 * @param served how long its holder sat at counters, all parts of the visit together
 * @param counter the counter that called it last; 0 before the first call
 * @param clerk sign-in name of the clerk who called it last; absent before the first call
 * @param clerkShownAs the clerk's name for visitors; absent with {@code clerk}
 * @param vote absent without one, and when the ticket was voided
 */
public record Visit(
        long id,
        LocalDate day,
        String number,
        String service,
        String priorityClass,
        Channel channel,
        Instant arrived,
        Instant called,
        Duration served,
        Ticket.State state,
        int counter,
        String clerk,
        String clerkShownAs,
        Vote vote) {

    /**
     * What a visitor said of it.
     *
     * @param at when the hub was told
     * @param after how long after the end of the service
     */
    public record Vote(int score, Instant at, Duration after) {}

    /** How a visitor came to a number. */
    public enum Channel {
        KIOSK,
        /** A host pressed for the visitor. */
        HOST,
        /** A kiosk gave it while the hub was away. */
        OFFLINE,
        /** Served without a ticket. */
        WALK_IN
    }

    /** How long its holder waited for the first call; absent for who did not wait, or still does. */
    Duration waited() {
        return called == null ? null : Duration.between(arrived, called);
    }
}
