package vn.luot.protocol.message;

/** Where a ticket stands. */
public enum TicketState {
    WAITING,
    CALLED,
    SERVING,
    SERVED,
    NO_SHOW
}
