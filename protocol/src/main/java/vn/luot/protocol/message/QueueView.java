package vn.luot.protocol.message;

import java.util.List;

/**
 * Everybody whose visit goes on, and who did not come when called: in the order of arrival.
 *
 * @param tickets without their tokens
 */
public record QueueView(List<TicketView> tickets) {}
