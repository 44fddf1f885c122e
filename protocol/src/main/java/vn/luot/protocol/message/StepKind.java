package vn.luot.protocol.message;

/** What happened. The names are those of the hub's journal. */
public enum StepKind {
    DAY_OPENED,
    DAY_CLOSED,
    COUNTER_OPENED,
    COUNTER_CLOSED,
    ISSUED,
    CALLED,
    RECALLED,
    STARTED,
    FINISHED,
    NO_SHOW,
    RATED
}
