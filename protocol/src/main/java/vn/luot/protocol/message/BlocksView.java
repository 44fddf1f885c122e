package vn.luot.protocol.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Answer to {@code GET /api/leases}: all the blocks that the asking kiosk may use. What is not in it is void.
 *
 * @param at the hub's time
 * @param ticketUrl where the page of a ticket is, to be followed by the ticket's token
 * @param day the open business day; absent when none is open
 */
public record BlocksView(OffsetDateTime at, String ticketUrl, LocalDate day, List<NumberBlock> blocks) {
    public BlocksView {
        blocks = List.copyOf(blocks);
    }
}
