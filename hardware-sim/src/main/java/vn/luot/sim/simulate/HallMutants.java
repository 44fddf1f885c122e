package vn.luot.sim.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Lease;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Ticket.Place;
import vn.luot.hub.queue.Ticket.Progress;
import vn.luot.hub.queue.Ticket.State;
import vn.luot.hub.queue.TicketNumber;

/** Wrong halls: what the right one decided, spoilt. */
final class HallMutants {
    private HallMutants() {}

    /** Spoils the steps of one kind. */
    private abstract static class Spoils extends Seams {
        private final Kind kind;

        Spoils(Kind kind) {
            this.kind = kind;
        }

        @Override
        Decision decision(Decision right, Hall hall, Instant now, World world) {
            return right instanceof Step step && step.kind() == kind ? spoilt(step, hall, now) : right;
        }

        abstract Decision spoilt(Step step, Hall hall, Instant now);
    }

    static final class Counts extends Spoils {
        Counts() {
            super(Kind.ISSUED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var ticket = step.ticket();
            var live = hall.tickets().stream()
                    .filter(other ->
                            other.number().prefix().equals(ticket.number().prefix()))
                    .filter(other -> other.state() != State.VOIDED && other.state() != State.CANCELLED)
                    .count();
            return JournalMutants.Steps.with(
                    step,
                    ticket(
                            ticket,
                            ticket.id(),
                            new TicketNumber(ticket.number().prefix(), (int) live + 1),
                            ticket.place(),
                            ticket.progress(),
                            ticket.rating()));
        }
    }

    static final class IgnoresKeys extends Seams {
        @Override
        Decision decision(Decision right, Hall hall, Instant now, World world) {
            if (!(right instanceof Decision.Already again) || again.ticket() == null) return right;
            var ticket = again.ticket();
            if (ticket.state() != State.WAITING) return right;
            var id = hall.seq() + 1;
            var number =
                    new TicketNumber(ticket.number().prefix(), ticket.number().value() + 100);
            var second = ticket(ticket, id, number, ticket.place(), ticket.progress(), null);
            return new Step(
                    id,
                    hall.day().orElseThrow(),
                    now,
                    Kind.ISSUED,
                    hall.callOf(0).map(Step::actor).orElse(SOMEBODY),
                    second,
                    null,
                    null);
        }
    }

    private static final vn.luot.hub.queue.Actor SOMEBODY =
            new vn.luot.hub.queue.Actor(vn.luot.hub.queue.Role.HOST, "mai", "Chị Mai");

    static final class LeasesAgain extends Spoils {
        private final Map<String, Lease> first = new HashMap<>();

        LeasesAgain() {
            super(Kind.LEASED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var lease = Lease.parse(step.reason());
            var before = first.putIfAbsent(lease.service(), lease);
            if (before == null || before.holder().equals(lease.holder())) return step;
            var same = String.join(
                    ";",
                    lease.service(),
                    "" + before.first(),
                    "" + before.last(),
                    "" + lease.epoch(),
                    lease.key(),
                    lease.holder());
            return new Step(step.seq(), step.day(), step.at(), step.kind(), step.actor(), null, null, same);
        }
    }

    static final class DropsTombstones extends Spoils {
        DropsTombstones() {
            super(Kind.VOIDED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            return step.ticket() == null ? new Decision.Already(null) : step;
        }
    }

    static final class CallsTheCalled extends Spoils {
        CallsTheCalled() {
            super(Kind.CALLED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            return some(hall, ticket -> ticket.state() == State.CALLED)
                    .map(other -> called(other, step))
                    .orElse(step);
        }
    }

    static final class CherryPicks extends Spoils {
        CherryPicks() {
            super(Kind.CALLED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var services = hall.rules().counters().get(step.counter().id());
            return hall.tickets().stream()
                    .filter(ticket ->
                            ticket.state() == State.WAITING && ticket.place().counter() == 0)
                    .filter(ticket -> services.contains(ticket.service()))
                    .max(Comparator.comparingLong(Ticket::id))
                    .map(last -> called(last, step))
                    .orElse(step);
        }
    }

    private static Step called(Ticket other, Step step) {
        var was = step.counter();
        var counter = new Counter(
                was.id(), was.state(), was.clerk(), was.clerkShownAs(), was.pause(), other.id(), 0, was.streak());
        var called = ticket(
                other, other.id(), other.number(), other.place(), step.ticket().progress(), other.rating());
        return new Step(step.seq(), step.day(), step.at(), step.kind(), step.actor(), called, counter, step.reason());
    }

    static final class LosesPlaces extends Spoils {
        LosesPlaces() {
            super(Kind.RETURNED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var ticket = step.ticket();
            var place = ticket.place();
            var anew = new Place(place.service(), place.since().minusSeconds(30), place.counter(), place.further());
            return JournalMutants.Steps.with(
                    step, ticket(ticket, ticket.id(), ticket.number(), anew, ticket.progress(), ticket.rating()));
        }
    }

    static final class RollsTheDay extends Spoils {
        RollsTheDay() {
            super(Kind.ISSUED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var today = LocalDate.ofInstant(now, HallRules.ZONE);
            return today.equals(step.day())
                    ? step
                    : new Step(step.seq(), today, now, Kind.DAY_OPENED, step.actor(), null, null, null);
        }
    }

    static final class VotesTwice extends Seams {
        @Override
        Decision decision(Decision right, Hall hall, Instant now, World world) {
            return isRefused(right, Rule.ALREADY_RATED)
                    ? some(hall, ticket -> ticket.rating() != null)
                            .map(ticket -> rated(ticket, hall, now))
                            .orElse(right)
                    : right;
        }
    }

    static final class RatesTheUnserved extends Seams {
        @Override
        Decision decision(Decision right, Hall hall, Instant now, World world) {
            return isRefused(right, Rule.NOT_SERVED)
                    ? some(hall, ticket -> ticket.state() == State.WAITING)
                            .map(ticket -> rated(ticket, hall, now))
                            .orElse(right)
                    : right;
        }
    }

    private static boolean isRefused(Decision decision, Rule rule) {
        return decision instanceof Refused refused && refused.rule() == rule;
    }

    private static Decision rated(Ticket ticket, Hall hall, Instant now) {
        var vote = new Rating("vote-" + hall.seq(), 1, List.of(), null, now);
        var rated = ticket(ticket, ticket.id(), ticket.number(), ticket.place(), ticket.progress(), vote);
        return hall.day()
                .<Decision>map(day -> new Step(hall.seq() + 1, day, now, Kind.RATED, SOMEBODY, rated, null, null))
                .orElse(new Decision.Already(ticket));
    }

    static final class KeepsTheFinished extends Spoils {
        KeepsTheFinished() {
            super(Kind.FINISHED);
        }

        @Override
        Decision spoilt(Step step, Hall hall, Instant now) {
            var was = step.counter();
            var still = new Counter(
                    was.id(),
                    was.state(),
                    was.clerk(),
                    was.clerkShownAs(),
                    was.pause(),
                    step.ticket().id(),
                    was.toRate(),
                    was.streak());
            return new Step(
                    step.seq(), step.day(), step.at(), step.kind(), step.actor(), step.ticket(), still, step.reason());
        }
    }

    static final class ForgetsTheLeftOver extends Seams {
        @Override
        Decision decision(Decision right, Hall hall, Instant now, World world) {
            if (!(right instanceof Decision.Steps several)) return right;
            var last = several.steps().get(several.steps().size() - 1);
            if (last.kind() != Kind.DAY_CLOSED) return right;
            return new Step(
                    hall.seq() + 1, last.day(), last.at(), last.kind(), last.actor(), null, null, last.reason());
        }
    }

    static final class ReportsWrongly extends Seams {
        @Override
        DayTotals report(DayTotals right) {
            return new DayTotals(
                    right.issued(),
                    right.served() + right.noShow(),
                    0,
                    right.voided(),
                    right.cancelled(),
                    right.unserved(),
                    right.here());
        }
    }

    private static Optional<Ticket> some(Hall hall, Predicate<Ticket> which) {
        return hall.tickets().stream().filter(which).min(Comparator.comparingLong(Ticket::id));
    }

    private static Ticket ticket(
            Ticket like, long id, TicketNumber number, Place place, Progress progress, Rating rating) {
        return new Ticket(
                id,
                number,
                like.asked(),
                like.issuedAt(),
                like.ahead(),
                place,
                progress,
                Set.copyOf(like.marks()),
                rating);
    }
}
