package vn.luot.hub.queue;

import java.time.LocalDateTime;

/**
 * A rule of the hall says no.
 *
 * @param opensAt when it would be yes, in the hall's local time; absent when nobody can tell
 * @param state the present state of the ticket it was about; absent when it was about none
 */
public record Refused(Rule rule, LocalDateTime opensAt, Ticket.State state) implements Decision {

    /** The rules that refuse; their names are the stable codes of the contract. */
    public enum Rule {
        DAY_NOT_OPEN,
        DAY_ALREADY_OPEN,
        DAY_OVER,
        SOMEBODY_AT_A_COUNTER,
        SERVICE_UNKNOWN,
        SERVICE_CLOSED,
        PRIORITY_CLASS_UNKNOWN,
        APPOINTMENT_ON_ANOTHER_DAY,
        APPOINTMENT_USED,
        RANGE_USED_UP,
        QUOTA_REACHED,
        CLOSING_SOON,
        TOO_MANY_TICKETS,
        NOT_ITS_NUMBER,
        NUMBER_TAKEN,
        KEY_REUSED,
        COUNTER_UNKNOWN,
        COUNTER_TAKEN,
        COUNTER_CLOSED,
        COUNTER_PAUSED,
        NO_COUNTER,
        QUEUE_EMPTY,
        ALREADY_SERVING,
        STALE_STATE,
        ILLEGAL_TRANSITION,
        RECALLED_TOO_OFTEN,
        CAME_BACK_TOO_LATE,
        PUSHED_BACK_ENOUGH,
        WHY_NEEDED,
        ALREADY_THERE,
        VOIDED,
        TICKET_NOT_FOUND,
        NOT_SERVED,
        ALREADY_RATED,
        NOT_RATED,
        SCORE_UNKNOWN,
        REASON_UNKNOWN,
        PLAN_STALE,
        PLAN_IN_USE
    }

    public Refused(Rule rule, LocalDateTime opensAt) {
        this(rule, opensAt, null);
    }

    static Refused because(Rule rule) {
        return new Refused(rule, null, null);
    }

    static Refused because(Rule rule, Ticket ticket) {
        return new Refused(rule, null, ticket.state());
    }
}
