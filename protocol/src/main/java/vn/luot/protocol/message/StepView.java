package vn.luot.protocol.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One step as a listener may see it: what happened, and what it left behind, so that a listener only replaces parts.
 *
 * @param day the open business day after the step; absent after it was closed
 * @param ticket the ticket after the step; absent when it touched none
 * @param counter the counter after the step; absent when it touched none
 * @param service the service of the ticket, or of the numbers leased, after the step; absent when it touched none
 * @param left another service that the step changed: that the ticket waited for before, or that has its quota back
 * @param hardware what works now, or does not; absent when the step is about no hardware, or its listener is not staff
 */
public record StepView(
        long seq,
        OffsetDateTime at,
        StepKind kind,
        LocalDate day,
        TicketView ticket,
        CounterView counter,
        ServiceView service,
        ServiceView left,
        HardwareView hardware) {

    /** A step that moved nobody from one service to another. */
    public StepView(
            long seq,
            OffsetDateTime at,
            StepKind kind,
            LocalDate day,
            TicketView ticket,
            CounterView counter,
            ServiceView service) {
        this(seq, at, kind, day, ticket, counter, service, null, null);
    }

    /** Whether this step calls a person to a counter: the only steps that are spoken. */
    @JsonIgnore
    public boolean isCall() {
        return kind == StepKind.CALLED || kind == StepKind.RECALLED;
    }

    /** The call of a calling step. */
    public CallView call() {
        return new CallView(ticket.number(), ticket.service(), ticket.counter(), at, ticket.calls(), ticket.language());
    }
}
