package vn.luot.protocol.message;

/** Where a ticket stands. */
public enum TicketState {
    WAITING,
    CALLED,
    SERVING,
    HELD,
    SERVED,
    NO_SHOW,
    CANCELLED,
    VOIDED,
    UNSERVED
}
