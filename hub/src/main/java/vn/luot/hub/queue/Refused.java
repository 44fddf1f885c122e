package vn.luot.hub.queue;

import java.time.LocalDateTime;

/**
 * A rule of the hall says no.
 *
 * @param opensAt when it would be yes, in the hall's local time; absent when nobody can tell
 */
public record Refused(Rule rule, LocalDateTime opensAt) implements Decision {

    /** The rules that refuse; their names are the stable codes of the contract. */
    public enum Rule {
        DAY_NOT_OPEN,
        DAY_ALREADY_OPEN,
        SOMEBODY_AT_A_COUNTER,
        SERVICE_UNKNOWN,
        SERVICE_CLOSED,
        PRIORITY_CLASS_UNKNOWN,
        RANGE_USED_UP,
        KEY_REUSED,
        COUNTER_UNKNOWN,
        COUNTER_TAKEN,
        COUNTER_CLOSED,
        NO_COUNTER,
        QUEUE_EMPTY,
        ALREADY_SERVING,
        STALE_STATE,
        ILLEGAL_TRANSITION,
        TICKET_NOT_FOUND,
        NOT_SERVED,
        ALREADY_RATED,
        SCORE_UNKNOWN,
        REASON_UNKNOWN
    }

    static Refused because(Rule rule) {
        return new Refused(rule, null);
    }
}
