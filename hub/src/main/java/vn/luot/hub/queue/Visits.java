package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Duration;
import java.time.Instant;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket.Mark;
import vn.luot.hub.queue.Ticket.Place;
import vn.luot.hub.queue.Ticket.State;

/**
 * What becomes of a visit that does not just go from the line to a counter and home. These verbs name the ticket: it may
 * wait, be held, or be at a counter, and then only its clerk or a supervisor may touch it.
 */
final class Visits {
    /** By how much a holder lets others go first at a time, and in all. */
    private static final Duration PUSH = Duration.ofMinutes(10);

    private static final Duration FARTHEST_PUSH = Duration.ofMinutes(30);

    private final DayBook book;

    Visits(DayBook book) {
        this.book = book;
    }

    static boolean saysNothing(String why) {
        return why == null || why.isBlank();
    }

    /** Back into the line it came from; who missed the call may come back for a while. */
    Decision giveBack(long id, String why, Actor actor, Instant now) {
        return with(id, Verb.RETURN, actor, ticket -> {
            if (ticket.state() == State.NO_SHOW
                    && now.isAfter(ticket.finishedAt().plus(book.rules.conduct().comeBack()))) {
                return because(Rule.CAME_BACK_TOO_LATE, ticket);
            }
            // A plan may have changed since the missed call.
            if (book.service(ticket.service()).isEmpty()) return because(Rule.SERVICE_UNKNOWN, ticket);
            var place = ticket.place();
            var counter = book.counter(place.counter()).isPresent() ? place.counter() : 0;
            var further = place.further().stream()
                    .filter(service -> book.service(service).isPresent())
                    .toList();
            var again = new Place(place.service(), book.rejoined(ticket, now), counter, further);
            return step(Kind.RETURNED, actor, now, ticket, ticket.waitingAt(again), why);
        });
    }

    Decision transferToService(long id, String service, String why, Actor actor, Instant now) {
        return with(id, Verb.TRANSFER, actor, ticket -> {
            if (book.service(service).isEmpty()) return because(Rule.SERVICE_UNKNOWN);
            if (service.equals(ticket.service()) && ticket.place().counter() == 0)
                return because(Rule.ALREADY_THERE, ticket);
            return transfer(ticket, service, 0, why, actor, now);
        });
    }

    Decision transferToCounter(long id, int counter, String why, Actor actor, Instant now) {
        return with(id, Verb.TRANSFER, actor, ticket -> {
            if (book.counter(counter).isEmpty()) return because(Rule.COUNTER_UNKNOWN);
            var isThere = ticket.state().atCounter()
                    ? ticket.counter()
                    : ticket.place().counter();
            if (isThere == counter) return because(Rule.ALREADY_THERE, ticket);
            return transfer(ticket, ticket.service(), counter, why, actor, now);
        });
    }

    private Decision transfer(Ticket ticket, String service, int counter, String why, Actor actor, Instant now) {
        var place = new Place(
                service, book.rejoined(ticket, now), counter, ticket.place().further());
        return step(Kind.TRANSFERRED, actor, now, ticket, ticket.waitingAt(place), why);
    }

    /** The visit goes on at another service once this one is done. */
    Decision addFurther(long id, String service, Actor actor, Instant now) {
        return with(id, Verb.ADD_FURTHER, actor, ticket -> {
            if (book.service(service).isEmpty()) return because(Rule.SERVICE_UNKNOWN);
            var planned = ticket.place().further();
            var last = planned.isEmpty() ? ticket.service() : planned.get(planned.size() - 1);
            if (service.equals(last)) return because(Rule.ALREADY_THERE, ticket);
            return book.step(Kind.FURTHER_ADDED, actor, now, ticket.followedBy(service), null, service);
        });
    }

    /** As if the holder had come some minutes later; that is limited, and never after whoever comes now. */
    Decision pushBack(long id, Actor actor, Instant now) {
        return with(id, Verb.PUSH_BACK, actor, ticket -> {
            var place = ticket.place();
            var later = place.since().plus(PUSH);
            var since = later.isAfter(now) ? now : later;
            if (!since.isAfter(place.since()) || since.isAfter(ticket.issuedAt().plus(FARTHEST_PUSH))) {
                return because(Rule.PUSHED_BACK_ENOUGH, ticket);
            }
            var behind = new Place(place.service(), since, place.counter(), place.further());
            return step(Kind.PUSHED_BACK, actor, now, ticket, ticket.waitingAt(behind), null);
        });
    }

    Decision askPriority(long id, Actor actor, Instant now) {
        return with(id, Verb.ASK_PRIORITY, actor, ticket -> {
            if (ticket.priority() || ticket.marks().contains(Mark.PRIORITY_ASKED)) return new Decision.Already(ticket);
            return step(Kind.PRIORITY_ASKED, actor, now, ticket, ticket.marked(Mark.PRIORITY_ASKED), null);
        });
    }

    /** @param priorityClass absent for an ordinary visitor after all */
    Decision decidePriority(long id, String priorityClass, Actor actor, Instant now) {
        return with(id, Verb.DECIDE_PRIORITY, actor, ticket -> {
            if (priorityClass != null && !book.rules.priorityClasses().contains(priorityClass)) {
                return because(Rule.PRIORITY_CLASS_UNKNOWN);
            }
            var decided = ticket.decided(priorityClass);
            return decided.equals(ticket)
                    ? new Decision.Already(ticket)
                    : step(Kind.PRIORITY_DECIDED, actor, now, ticket, decided, null);
        });
    }

    Decision cancel(long id, String why, Actor actor, Instant now) {
        return with(
                id,
                Verb.CANCEL,
                actor,
                ticket -> step(Kind.CANCELLED, actor, now, ticket, ticket.ended(State.CANCELLED, now), why));
    }

    private interface WithTicket {
        Decision decide(Ticket ticket);
    }

    private Decision with(long id, Verb verb, Actor actor, WithTicket decision) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        var ticket = book.ticket(id).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (!verb.isLegalIn(ticket.state())) return because(Rule.ILLEGAL_TRANSITION, ticket);
        var mayTouch = !ticket.state().atCounter()
                || actor.supervises()
                || actor.sitsAt(book.counter(ticket.counter()).orElseThrow());
        return mayTouch ? decision.decide(ticket) : because(Rule.NO_COUNTER, ticket);
    }

    private Step step(Kind kind, Actor actor, Instant now, Ticket before, Ticket after, String why) {
        return book.step(kind, actor, now, after, book.counterFreedOf(before), why);
    }
}
