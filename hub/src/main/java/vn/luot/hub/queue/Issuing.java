package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import java.util.Optional;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;

/** How a visitor gets a number, and how one that nobody holds is taken back. */
final class Issuing {
    private final DayBook book;

    Issuing(DayBook book) {
        this.book = book;
    }

    Decision issue(TicketOrder wish, Actor actor, Instant now) {
        var before = asked(wish);
        if (before.isPresent()) return before.get();
        var refused = refuse(wish);
        if (refused.isPresent()) return refused.get();
        var service = book.service(wish.service()).orElseThrow();
        if (!book.isOpen(service, now)) {
            return new Refused(Rule.SERVICE_CLOSED, book.opensAt(service, now).orElse(null));
        }
        var number = book.nextNumber(service);
        if (number.isEmpty()) return because(Rule.RANGE_USED_UP);
        return book.step(Kind.ISSUED, actor, now, ticket(number.get(), wish, now), null, null);
    }

    /** A clerk serves somebody who never took a ticket; the hours are the clerk's own affair. */
    Decision walkIn(int id, TicketOrder wish, Actor clerk, Instant now) {
        var before = asked(wish);
        if (before.isPresent()) return before.get();
        var refused = book.refuseAtFree(id, clerk).or(() -> refuse(wish));
        if (refused.isPresent()) return refused.get();
        var number = book.nextNumber(book.service(wish.service()).orElseThrow());
        if (number.isEmpty()) return because(Rule.RANGE_USED_UP);
        var ticket = ticket(number.get(), wish, now).started(id, now);
        var counter = book.counter(id).orElseThrow().taking(ticket.id());
        return book.step(Kind.WALKED_IN, clerk, now, ticket, counter, null);
    }

    private Optional<Decision> asked(TicketOrder wish) {
        if (book.isDead(wish.key())) return Optional.of(because(Rule.VOIDED));
        return book.byKey(wish.key())
                .map(ticket ->
                        ticket.request() == wish.request() ? new Decision.Already(ticket) : because(Rule.KEY_REUSED));
    }

    private Optional<Refused> refuse(TicketOrder wish) {
        if (!book.dayOpen()) return Optional.of(because(Rule.DAY_NOT_OPEN));
        if (book.service(wish.service()).isEmpty()) return Optional.of(because(Rule.SERVICE_UNKNOWN));
        if (wish.priorityClass() != null && !book.rules.priorityClasses().contains(wish.priorityClass())) {
            return Optional.of(because(Rule.PRIORITY_CLASS_UNKNOWN));
        }
        if (wish.appointment() != null
                && !book.localTime(wish.appointment()).toLocalDate().equals(book.latestDay())) {
            return Optional.of(because(Rule.APPOINTMENT_ON_ANOTHER_DAY));
        }
        return Optional.empty();
    }

    private Ticket ticket(TicketNumber number, TicketOrder wish, Instant now) {
        return Ticket.issued(book.seq() + 1, number, wish, book.order.waiting(wish.service()), since(wish, now), now);
    }

    /** An appointment counts from its booked time; who comes too late for it is an ordinary visitor. */
    private Instant since(TicketOrder wish, Instant now) {
        var booked = wish.appointment();
        var kept =
                booked != null && !now.isAfter(booked.plus(book.rules.conduct().late()));
        return kept ? booked : book.arrival(now);
    }

    /** The kiosk does not know whether the paper came out: nobody must be called by it, now or later. */
    Decision voidKey(String key, Actor actor, Instant now) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        if (book.isDead(key)) return new Decision.Already(null);
        var known = book.byKey(key);
        if (known.isEmpty()) return book.step(Kind.VOIDED, actor, now, null, null, key);
        var ticket = known.get();
        if (ticket.state() == Ticket.State.VOIDED) return new Decision.Already(ticket);
        if (!Verb.VOID.isLegalIn(ticket.state())) return because(Rule.ILLEGAL_TRANSITION, ticket);
        return book.step(
                Kind.VOIDED, actor, now, ticket.ended(Ticket.State.VOIDED, now), book.counterFreedOf(ticket), null);
    }

    Decision reprint(long id, Actor actor, Instant now) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        var ticket = book.ticket(id).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (!Verb.REPRINT.isLegalIn(ticket.state())) return because(Rule.ILLEGAL_TRANSITION, ticket);
        return book.step(Kind.REPRINTED, actor, now, ticket.marked(Ticket.Mark.REPRINTED), null, null);
    }
}
