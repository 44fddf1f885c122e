package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket.State;

/** What a clerk does at a counter with the one who is next, called or served there. */
final class Serving {
    private final DayBook book;

    Serving(DayBook book) {
        this.book = book;
    }

    Decision callNext(int id, Actor clerk, Instant now) {
        var refused = book.refuseAtFree(id, clerk);
        if (refused.isPresent()) return refused.get();
        var counter = book.counter(id).orElseThrow();
        var next = book.order.next(counter, now);
        if (next.isEmpty()) return because(Rule.QUEUE_EMPTY);
        var ticket = next.get().ticket();
        return book.step(
                Kind.CALLED,
                clerk,
                now,
                ticket.called(id, now),
                counter.calling(ticket.id(), next.get().streak()),
                book.order.choice(next.get(), id, now).text());
    }

    Decision callChosen(int id, long chosen, String why, Actor clerk, Instant now) {
        var refused = book.refuseAtFree(id, clerk);
        if (refused.isPresent()) return refused.get();
        if (Visits.saysNothing(why)) return because(Rule.WHY_NEEDED);
        var ticket = book.ticket(chosen).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (!Verb.CALL_CHOSEN.isLegalIn(ticket.state())) return because(Rule.STALE_STATE, ticket);
        var counter = book.counter(id).orElseThrow().taking(chosen);
        var choice = book.order.chosen(ticket, id, why, now);
        return book.step(Kind.CALLED, clerk, now, ticket.called(id, now), counter, choice.text());
    }

    Decision recall(int id, long shown, Actor clerk, Instant now) {
        return at(
                id,
                shown,
                Verb.RECALL,
                clerk,
                (counter, ticket) -> ticket.calls() > book.rules.conduct().recalls()
                        ? because(Rule.RECALLED_TOO_OFTEN, ticket)
                        : book.step(Kind.RECALLED, clerk, now, ticket.called(id, now), counter, null));
    }

    Decision start(int id, long shown, Actor clerk, Instant now) {
        return at(
                id,
                shown,
                Verb.START,
                clerk,
                (counter, ticket) -> book.step(Kind.STARTED, clerk, now, ticket.started(id, now), counter, null));
    }

    /** Ends the visit, or this part of it when another service follows on the same number. */
    Decision finish(int id, long shown, Finish how, Actor clerk, Instant now) {
        return at(id, shown, Verb.FINISH, clerk, (counter, ticket) -> {
            if (ticket.place().further().isEmpty()) {
                return book.step(Kind.FINISHED, clerk, now, ticket.finished(now, how), counter.served(), how.outcome());
            }
            return book.step(
                    Kind.CONTINUED, clerk, now, book.continued(ticket, how, now), counter.freed(), how.outcome());
        });
    }

    Decision noShow(int id, long shown, Actor clerk, Instant now) {
        return at(
                id,
                shown,
                Verb.MISS,
                clerk,
                (counter, ticket) ->
                        book.step(Kind.NO_SHOW, clerk, now, ticket.ended(State.NO_SHOW, now), counter.freed(), null));
    }

    Decision hold(int id, long shown, String why, Actor clerk, Instant now) {
        return at(
                id,
                shown,
                Verb.HOLD,
                clerk,
                (counter, ticket) -> book.step(Kind.HELD, clerk, now, ticket.held(), counter.freed(), why));
    }

    Decision resume(int id, long held, Actor clerk, Instant now) {
        var refused = book.refuseAtFree(id, clerk);
        if (refused.isPresent()) return refused.get();
        var ticket = book.ticket(held).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (!Verb.RESUME.isLegalIn(ticket.state())) return because(Rule.STALE_STATE, ticket);
        var counter = book.counter(id).orElseThrow().taking(held);
        return book.step(Kind.RESUMED, clerk, now, ticket.started(id, now), counter, null);
    }

    private interface AtCounter {
        Decision decide(Counter counter, Ticket ticket);
    }

    /**
     * Decides on the ticket at a counter.
     *
     * @param shown id of the ticket the clerk saw when pressing the key; 0 when the clerk's device does not say
     */
    private Decision at(int id, long shown, Verb verb, Actor clerk, AtCounter decision) {
        var refused = book.refuseAt(id, clerk);
        if (refused.isPresent()) return refused.get();
        var counter = book.counter(id).orElseThrow();
        if (shown != 0 && shown != counter.ticket()) {
            return book.ticket(shown)
                    .map(ticket -> because(Rule.STALE_STATE, ticket))
                    .orElse(because(Rule.STALE_STATE));
        }
        if (counter.ticket() == 0) return because(Rule.ILLEGAL_TRANSITION);
        var ticket = book.ticket(counter.ticket()).orElseThrow();
        if (!verb.isLegalIn(ticket.state())) return because(Rule.ILLEGAL_TRANSITION, ticket);
        return decision.decide(counter, ticket);
    }
}
