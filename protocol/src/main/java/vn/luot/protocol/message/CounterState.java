package vn.luot.protocol.message;

/** Whether a clerk sits at a counter. */
public enum CounterState {
    OPEN,
    PAUSED,
    CLOSED
}
