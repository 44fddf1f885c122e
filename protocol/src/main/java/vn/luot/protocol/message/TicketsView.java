package vn.luot.protocol.message;

import java.util.List;

/**
 * Answer to {@code GET /api/tickets}: tickets of the day, for the staff.
 *
 * @param tickets in the order of arrival
 */
public record TicketsView(List<TicketView> tickets) {
    public TicketsView {
        tickets = List.copyOf(tickets);
    }
}
