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
    RATED,
    COUNTER_PAUSED,
    HELD,
    RESUMED,
    RETURNED,
    TRANSFERRED,
    FURTHER_ADDED,
    CONTINUED,
    WALKED_IN,
    CANCELLED,
    VOIDED,
    REPRINTED,
    UNSERVED,
    LEASED,
    PUSHED_BACK,
    HARDWARE_CHANGED,
    PLAN_CHANGED,
    PRIORITY_ASKED,
    PRIORITY_DECIDED
}
