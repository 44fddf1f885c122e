package vn.luot.hub.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The one kind of event: at {@code at}, {@code actor} did {@code kind}, and this is what it left. Steps are what is
 * saved, announced, spoken, audited and reported; a hall is nothing but its steps.
 *
 * @param seq 1, 2, 3 … without a gap, for each hall
 * @param day the business day it belongs to
 * @param ticket the ticket after the step; absent when it touched none
 * @param counter the counter after the step; absent when it touched none
 * @param reason why, where a rule or a person chose, or what was meant where that is no ticket; of DAY_OPENED
 *     the version of the plan; absent otherwise
 */
public record Step(
        long seq, LocalDate day, Instant at, Kind kind, Actor actor, Ticket ticket, Counter counter, String reason)
        implements Decision {

    /** What happened. The names are in journals: never rename one. */
    public enum Kind {
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
        /** One part of the visit is done; the same number waits for its next service. */
        CONTINUED,
        /** Somebody without a ticket was served at once, under a number of the service. */
        WALKED_IN,
        CANCELLED,
        /** Without a ticket: its key, in {@code reason}, will never be given one. */
        VOIDED,
        REPRINTED,
        /** The day ended first. */
        UNSERVED,
        /** A kiosk may give a block of numbers by itself; {@code reason} is a {@link Lease}. */
        LEASED,
        /** The holder let others go first. */
        PUSHED_BACK,
        /** A printer, a board … works, or does not; {@code reason} is a {@link Hardware}. */
        HARDWARE_CHANGED,
        /** Another version of the centre's plan is in force; {@code reason} is its number. */
        PLAN_CHANGED,
        /** The holder says that it has priority; nobody has looked yet. */
        PRIORITY_ASKED,
        /** A person looked, and gave a class or none. */
        PRIORITY_DECIDED,
        /** A vote does not count any more; {@code reason} says why. */
        VOTE_VOIDED
    }

    public Step {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actor, "actor");
    }
}
