package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;

/** How a visitor gets a number, and how one that nobody holds is taken back. */
final class Issuing {
    /** How wrong the clock may have been at the restore. */
    private static final Duration CLOCK_TROUBLE = Duration.ofHours(26);

    private final DayBook book;

    Issuing(DayBook book) {
        this.book = book;
    }

    Decision issue(TicketOrder wish, Duration expectedWait, Actor actor, Instant now) {
        var before = asked(wish);
        if (before.isPresent()) return before.get();
        var refused = refuse(wish);
        if (refused.isPresent()) return refused.get();
        var service = book.service(wish.service()).orElseThrow();
        var notNow = refuseNow(service, expectedWait, now).or(() -> refuseMore(service, wish, now));
        if (notNow.isPresent()) return notNow.get();
        var number = book.numbers.next(service);
        if (number.isEmpty()) return until(service, Rule.RANGE_USED_UP, now);
        return book.step(Kind.ISSUED, actor, now, ticket(number.get(), wish, now), null, null);
    }

    private Optional<Refused> refuseNow(Service service, Duration expectedWait, Instant now) {
        if (!book.isOpen(service, now)) return Optional.of(until(service, Rule.SERVICE_CLOSED, now));
        var called = now.plus(expectedWait);
        return service.opening()
                .endsOn(book.localTime(now).toLocalDate())
                .filter(end -> end.atZone(book.rules.zone()).toInstant().isBefore(called))
                .map(end -> until(service, Rule.CLOSING_SOON, now));
    }

    private Refused until(Service service, Rule rule, Instant now) {
        return new Refused(rule, book.opensAt(service, now).orElse(null));
    }

    private Optional<Refused> refuseMore(Service service, TicketOrder wish, Instant now) {
        if (service.quota() != 0 && book.issued(service) >= service.quota()) {
            return Optional.of(until(service, Rule.QUOTA_REACHED, now));
        }
        var most = book.rules.conduct().perPerson();
        return most != 0 && wish.identity() != null && book.holders.live(wish.identity(), service) >= most
                ? Optional.of(because(Rule.TOO_MANY_TICKETS))
                : Optional.empty();
    }

    /** A clerk serves somebody who never took a ticket; the hours are the clerk's own affair. */
    Decision walkIn(int id, TicketOrder wish, Actor clerk, Instant now) {
        var before = asked(wish);
        if (before.isPresent()) return before.get();
        var refused = book.refuseAtFree(id, clerk).or(() -> refuse(wish));
        if (refused.isPresent()) return refused.get();
        var number = book.numbers.next(book.service(wish.service()).orElseThrow());
        if (number.isEmpty()) return because(Rule.RANGE_USED_UP);
        var ticket = ticket(number.get(), wish, now).started(id, now);
        var counter = book.counter(id).orElseThrow().taking(ticket.id());
        return book.step(Kind.WALKED_IN, clerk, now, ticket, counter, null);
    }

    /** Cuts a block of numbers for a kiosk. */
    Decision lease(String serviceId, int count, int epoch, String key, Actor kiosk, Instant now) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        var service = book.service(serviceId).orElse(null);
        if (service == null) return because(Rule.SERVICE_UNKNOWN);
        if (book.numbers.leasesOf(kiosk.name()).stream()
                .anyMatch(lease -> lease.key().equals(key))) {
            return new Decision.Already(null);
        }
        return book.numbers
                .block(service, count, epoch, key, kiosk.name())
                .<Decision>map(block -> book.step(Kind.LEASED, kiosk, now, null, null, block.text()))
                .orElse(because(Rule.RANGE_USED_UP));
    }

    /** A day that began before its store was restored, open or not; some of its tickets and blocks may be forgotten. */
    Decision passOver(int epoch, Actor actor, Instant now) {
        if (book.latestDay() == null || book.openedAt().isAfter(beganWith(epoch).plus(CLOCK_TROUBLE))) {
            return new Decision.Already(null);
        }
        var steps = new ArrayList<Step>();
        for (var service : book.rules.services()) {
            for (var lease : book.numbers.forgotten(service, epoch)) {
                var seq = book.seq() + 1 + steps.size();
                steps.add(new Step(seq, book.latestDay(), now, Kind.LEASED, actor, null, null, lease.text()));
            }
        }
        return steps.isEmpty() ? new Decision.Already(null) : new Decision.Steps(steps);
    }

    /** A restored store numbers its lives by the minutes since 1970. */
    private static Instant beganWith(int epoch) {
        return Instant.ofEpochSecond(60L * epoch);
    }

    /**
     * Takes in a ticket that a kiosk gave by itself: it is on paper, so hours and quotas no longer matter. If the hub had
     * given the same key a number whose answer never arrived, that one is void, unless it ended for good before.
     */
    Decision takeIn(TicketOrder wish, GivenOffline given, Actor kiosk, Instant now) {
        var refused = refuse(wish, given, kiosk);
        var before = book.byKey(wish.key()).orElse(null);
        if (before != null && before.number().equals(given.number()) && refused.isEmpty()) {
            return new Decision.Already(before);
        }
        refused = refused.or(() -> refuseTwice(given, before));
        if (refused.isPresent()) return refused.get();
        if (before == null || !Verb.VOID.isLegalIn(before.state())) {
            return offline(book.seq() + 1, wish, given, kiosk, now);
        }
        return new Decision.Steps(
                List.of(voided(before, kiosk, now), offline(book.seq() + 2, wish, given, kiosk, now)));
    }

    private Optional<Refused> refuse(TicketOrder wish, GivenOffline given, Actor kiosk) {
        if (book.latestDay() != null && book.latestDay().isAfter(given.day()))
            return Optional.of(because(Rule.DAY_OVER));
        if (!given.day().equals(book.latestDay())) return Optional.of(because(Rule.DAY_NOT_OPEN));
        if (book.isDead(wish.key())) return Optional.of(because(Rule.VOIDED));
        return refuse(wish).or(() -> {
            var service = book.service(wish.service()).orElseThrow();
            return book.numbers.isHeldBy(kiosk.name(), given.epoch(), service, given.number())
                    ? Optional.empty()
                    : Optional.of(because(Rule.NOT_ITS_NUMBER));
        });
    }

    private Optional<Refused> refuseTwice(GivenOffline given, Ticket before) {
        if (book.numbers.wasGivenOffline(given.number())) return Optional.of(because(Rule.NUMBER_TAKEN));
        return before != null && before.state().live() && !Verb.VOID.isLegalIn(before.state())
                ? Optional.of(because(Rule.ILLEGAL_TRANSITION, before))
                : Optional.empty();
    }

    private Step offline(long seq, TicketOrder wish, GivenOffline given, Actor kiosk, Instant now) {
        var at = given.pressed().isAfter(now) ? now : given.pressed();
        var since = wish.appointment() == null ? at : since(wish, at);
        var ticket = Ticket.issued(seq, given.number(), wish, book.order.crowd(wish.service()), since, at)
                .marked(Ticket.Mark.OFFLINE);
        return new Step(seq, book.latestDay(), now, Kind.ISSUED, kiosk, ticket, null, null);
    }

    private Optional<Decision> asked(TicketOrder wish) {
        if (book.isDead(wish.key())) return Optional.of(because(Rule.VOIDED));
        if (book.isOfTheDayBefore(wish.key())) return Optional.of(because(Rule.DAY_OVER));
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
        return Ticket.issued(book.seq() + 1, number, wish, book.order.crowd(wish.service()), since(wish, now), now);
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
        return voided(ticket, actor, now);
    }

    private Step voided(Ticket ticket, Actor actor, Instant now) {
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
