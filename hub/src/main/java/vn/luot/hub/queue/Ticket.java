package vn.luot.hub.queue;

import java.time.Instant;

/**
 * One number of one business day, and how far its visit has come.
 *
 * @param id the {@code seq} of the step that issued it
 * @param token what its holder shows to see it: unguessable, at least 128 random bits
 * @param key the idempotency key it was asked for with
 * @param request fingerprint of that request, so that the same key for something else is noticed
 * @param priorityClass absent for an ordinary visitor
 * @param ahead how many waited for the service when it was issued
 * @param counter the counter that called it last; 0 before the first call
 * @param calls how often it was called, recalls included
 * @param rating absent until its holder voted
 */
public record Ticket(
        long id,
        TicketNumber number,
        String service,
        String token,
        String key,
        long request,
        String priorityClass,
        String language,
        int files,
        int ahead,
        Instant issuedAt,
        State state,
        int counter,
        int calls,
        Instant calledAt,
        Instant startedAt,
        Instant finishedAt,
        Rating rating) {

    /** Where a ticket stands. */
    public enum State {
        WAITING,
        CALLED,
        SERVING,
        SERVED,
        NO_SHOW
    }

    static Ticket issued(long id, TicketNumber number, TicketOrder order, int ahead, Instant at) {
        return new Ticket(
                id,
                number,
                order.service(),
                order.token(),
                order.key(),
                order.request(),
                order.priorityClass(),
                order.language(),
                order.files(),
                ahead,
                at,
                State.WAITING,
                0,
                0,
                null,
                null,
                null,
                null);
    }

    Ticket called(int counter, Instant at) {
        return at(State.CALLED, counter, calls + 1, at, startedAt, finishedAt, rating);
    }

    Ticket started(Instant at) {
        return at(State.SERVING, counter, calls, calledAt, at, finishedAt, rating);
    }

    Ticket finished(Instant at) {
        return at(State.SERVED, counter, calls, calledAt, startedAt == null ? at : startedAt, at, rating);
    }

    Ticket missed(Instant at) {
        return at(State.NO_SHOW, counter, calls, calledAt, startedAt, at, rating);
    }

    Ticket rated(Rating vote) {
        return at(state, counter, calls, calledAt, startedAt, finishedAt, vote);
    }

    private Ticket at(
            State state,
            int counter,
            int calls,
            Instant calledAt,
            Instant startedAt,
            Instant finishedAt,
            Rating rating) {
        return new Ticket(
                id,
                number,
                service,
                token,
                key,
                request,
                priorityClass,
                language,
                files,
                ahead,
                issuedAt,
                state,
                counter,
                calls,
                calledAt,
                startedAt,
                finishedAt,
                rating);
    }
}
