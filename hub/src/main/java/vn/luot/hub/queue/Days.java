package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;

/** How a business day begins and ends. */
final class Days {
    private final DayBook book;

    Days(DayBook book) {
        this.book = book;
    }

    Decision open(Actor actor, Instant now) {
        var latest = book.latestDay();
        var today = book.localTime(now).toLocalDate();
        var opened = latest == null || today.isAfter(latest) ? today : latest;
        if (book.dayOpen() && opened.equals(latest)) return because(Rule.DAY_ALREADY_OPEN);
        var steps = book.dayOpen() ? ending(actor, now) : new ArrayList<Step>();
        // With the plan's version, so that a replay that begins here knows the rules.
        var plan = String.valueOf(book.plan());
        steps.add(new Step(next(steps), opened, now, Kind.DAY_OPENED, actor, null, null, plan));
        return decision(steps);
    }

    Decision close(Actor actor, Instant now) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        if (book.counters().stream().anyMatch(counter -> counter.ticket() != 0)) {
            return because(Rule.SOMEBODY_AT_A_COUNTER);
        }
        return decision(ending(actor, now));
    }

    /** What the hours of the services ask for now, if anything. */
    Optional<Decision> keepHours(Actor clock, Instant now) {
        if (book.dayOpen()) return isOver(now) ? Optional.of(close(clock, now)) : Optional.empty();
        return isDue(now) ? Optional.of(open(clock, now)) : Optional.empty();
    }

    /** Whether the last hours have passed; who opens the day after them means to work on. */
    private boolean isOver(Instant now) {
        var closesAfter = book.rules.conduct().closesAfter();
        return closesAfter != null
                && latest(book.latestDay(), Opening::endsOn)
                        .map(end -> end.plus(closesAfter))
                        .filter(end -> !now.isBefore(end) && book.openedAt().isBefore(end))
                        .isPresent();
    }

    /** Whether the first hours are near; a day that somebody closed stays closed. */
    private boolean isDue(Instant now) {
        var opensBefore = book.rules.conduct().opensBefore();
        var today = book.localTime(now).toLocalDate();
        var isNew = book.latestDay() == null || today.isAfter(book.latestDay());
        return opensBefore != null
                && isNew
                && earliest(today, Opening::beginsOn)
                        .filter(begin -> !now.isBefore(begin.minus(opensBefore)))
                        .isPresent()
                && latest(today, Opening::endsOn).filter(now::isBefore).isPresent();
    }

    private Optional<Instant> earliest(LocalDate date, BiFunction<Opening, LocalDate, Optional<LocalDateTime>> hour) {
        return hours(date, hour).min(Instant::compareTo);
    }

    private Optional<Instant> latest(LocalDate date, BiFunction<Opening, LocalDate, Optional<LocalDateTime>> hour) {
        return hours(date, hour).max(Instant::compareTo);
    }

    private Stream<Instant> hours(LocalDate date, BiFunction<Opening, LocalDate, Optional<LocalDateTime>> hour) {
        return book.rules.services().stream()
                .flatMap(service -> hour.apply(service.opening(), date).stream())
                .map(time -> time.atZone(book.rules.zone()).toInstant());
    }

    /** Whoever is left goes unserved, and is counted so. */
    private List<Step> ending(Actor actor, Instant now) {
        var steps = new ArrayList<Step>();
        var day = book.latestDay();
        book.tickets().stream()
                .filter(ticket -> Verb.LEAVE_UNSERVED.isLegalIn(ticket.state()))
                .sorted(Comparator.comparingLong(Ticket::id))
                .forEach(ticket -> steps.add(new Step(
                        next(steps),
                        day,
                        now,
                        Kind.UNSERVED,
                        actor,
                        ticket.ended(Ticket.State.UNSERVED, now),
                        book.counterFreedOf(ticket),
                        null)));
        steps.add(new Step(next(steps), day, now, Kind.DAY_CLOSED, actor, null, null, null));
        return steps;
    }

    private long next(List<Step> steps) {
        return book.seq() + 1 + steps.size();
    }

    private static Decision decision(List<Step> steps) {
        return steps.size() == 1 ? steps.get(0) : new Decision.Steps(steps);
    }

    Decision openCounter(int id, Actor clerk, Instant now) {
        if (!book.dayOpen()) return because(Rule.DAY_NOT_OPEN);
        var counter = book.counter(id).orElse(null);
        if (counter == null) return because(Rule.COUNTER_UNKNOWN);
        var refused = switch (counter.state()) {
            case CLOSED -> Optional.<Rule>empty();
            case PAUSED -> Optional.of(Rule.COUNTER_TAKEN).filter(any -> !clerk.sitsAt(counter));
            case OPEN -> Optional.of(clerk.sitsAt(counter) ? Rule.ILLEGAL_TRANSITION : Rule.COUNTER_TAKEN);
        };
        if (refused.isPresent()) return because(refused.get());
        return book.step(Kind.COUNTER_OPENED, clerk, now, null, counter.openedBy(clerk), null);
    }

    Decision pauseCounter(int id, String why, Actor clerk, Instant now) {
        var refused = book.refuseAtFree(id, clerk);
        if (refused.isPresent()) return refused.get();
        if (Visits.saysNothing(why)) return because(Rule.WHY_NEEDED);
        return book.step(
                Kind.COUNTER_PAUSED,
                clerk,
                now,
                null,
                book.counter(id).orElseThrow().paused(why),
                why);
    }

    Decision closeCounter(int id, Actor actor, Instant now) {
        var counter = book.counter(id).orElse(null);
        if (counter == null) return because(Rule.COUNTER_UNKNOWN);
        if (counter.state() == Counter.State.CLOSED) return because(Rule.COUNTER_CLOSED);
        if (!actor.sitsAt(counter) && !actor.supervises()) return because(Rule.NO_COUNTER);
        if (counter.ticket() != 0) return because(Rule.ALREADY_SERVING);
        return book.step(Kind.COUNTER_CLOSED, actor, now, null, counter.closed(), null);
    }
}
