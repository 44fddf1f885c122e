package vn.luot.protocol.message;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Answer to {@code GET /api/tickets/{token}}: what a citizen may see of the own ticket.
 *
 * @param field place of the service's field in the plan, from 0: its colour and shape; absent when the plan has it no more
 * @param ahead tickets that wait for the same counters before it; 0 unless waiting
 * @param waits how long it will still wait; absent unless waiting, or when nobody can tell
 * @param counter the counter that called it; absent before
 * @param counters counters that serve the service, by number
 * @param rating the scale for its vote; absent unless it was served and has none
 */
public record TicketStatus(
        String centre,
        String number,
        Text service,
        Integer field,
        TicketState state,
        int ahead,
        WaitRange waits,
        Integer counter,
        List<Integer> counters,
        OffsetDateTime issuedAt,
        Plan.RatingScale rating) {
    public TicketStatus {
        counters = List.copyOf(counters);
    }
}
