package vn.luot.protocol.message;

/**
 * A counter as a listener may see it.
 *
 * @param clerk display name of the official who sits there; absent when closed
 * @param ticket the ticket called to or served at this counter; absent when there is none
 * @param toRate the ticket served here last, while it has no vote and nobody else was called; absent otherwise
 */
public record CounterView(int id, CounterState state, String clerk, TicketView ticket, TicketView toRate) {}
