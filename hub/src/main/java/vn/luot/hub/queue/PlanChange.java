package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.queue.Objection.Matter;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;

/**
 * How another plan comes into force while people wait. It is refused as long as somebody would lose a place in line, or
 * a number would be given twice in one day; then the visitors are served or transferred first, or the day is closed.
 */
final class PlanChange {
    private final DayBook book;
    private final Rules next;
    private final Instant now;

    PlanChange(DayBook book, Rules next, Instant now) {
        this.book = book;
        this.next = next;
        this.now = now;
    }

    Decision decide(int version, Actor actor) {
        if (version != book.plan() + 1) return because(Rule.PLAN_STALE);
        if (!objections().isEmpty()) return because(Rule.PLAN_IN_USE);
        return new Step(
                book.seq() + 1, book.dayAt(now), now, Kind.PLAN_CHANGED, actor, null, null, String.valueOf(version));
    }

    List<Objection> objections() {
        var found = new ArrayList<Objection>();
        awaitedServices().forEach((id, count) -> found.add(Objection.ofService(Matter.SERVICE_AWAITED, id, count)));
        book.counters().stream()
                .filter(counter -> isGone(counter.id()) && isOccupied(counter))
                .forEach(counter -> found.add(Objection.ofCounter(Matter.COUNTER_OCCUPIED, counter.id(), 1)));
        awaitedCounters().forEach((id, count) -> found.add(Objection.ofCounter(Matter.COUNTER_AWAITED, id, count)));
        if (dayGoesOn()) {
            counted(Matter.NUMBERS_MOVED, blocks().filter(this::isMoved).map(Block::service), found);
            counted(Matter.NUMBERS_TAKEN, blocks().flatMap(this::takers), found);
        }
        return found;
    }

    private Map<String, Integer> awaitedServices() {
        return count(book.tickets().stream()
                .filter(ticket -> ticket.state().live())
                .flatMap(ticket -> Stream.concat(Stream.of(ticket.service()), ticket.place().further().stream()))
                .filter(id -> next.services().stream()
                        .noneMatch(service -> service.id().equals(id))));
    }

    private Map<Integer, Integer> awaitedCounters() {
        return count(book.tickets().stream()
                .filter(ticket -> ticket.state().live())
                .map(ticket -> ticket.place().counter())
                .filter(counter -> counter != 0 && isGone(counter)));
    }

    /** Whoever did not close it at the end of the day sits there no more. */
    private boolean isOccupied(Counter counter) {
        return book.dayOpen() && counter.state() != Counter.State.CLOSED;
    }

    private boolean isGone(int counter) {
        return !next.counters().containsKey(counter);
    }

    // Numbers stay with their service for the day: on paper they are in people's hands.

    /** Whether the latest day is open, or may be opened again. */
    private boolean dayGoesOn() {
        return book.latestDay() != null
                && (book.dayOpen() || !book.localTime(now).toLocalDate().isAfter(book.latestDay()));
    }

    /** Numbers that a service gave or leased today. */
    private record Block(String service, String prefix, int first, int last, boolean leased) {
        boolean isWithin(Service other) {
            return prefix.equals(other.prefix()) && first >= other.first() && last <= other.last();
        }

        boolean touches(Service other) {
            return prefix.equals(other.prefix()) && first <= other.last() && last >= other.first();
        }
    }

    private Stream<Block> blocks() {
        var given = book.tickets().stream()
                .map(ticket -> new Block(
                        ticket.asked().service(),
                        ticket.number().prefix(),
                        ticket.number().value(),
                        ticket.number().value(),
                        false));
        var leased = book.numbers.leases().stream()
                .flatMap(lease -> book.service(lease.service()).stream()
                        .map(service -> new Block(service.id(), service.prefix(), lease.first(), lease.last(), true)));
        return Stream.concat(given, leased);
    }

    /** A kiosk that is cut off may give the numbers of its lease at any time, so their service must stay. */
    private boolean isMoved(Block block) {
        return next.services().stream()
                .filter(service -> service.id().equals(block.service()))
                .findFirst()
                .map(service -> !block.isWithin(service))
                .orElse(block.leased());
    }

    private Stream<String> takers(Block block) {
        return next.services().stream()
                .filter(service -> !service.id().equals(block.service()) && block.touches(service))
                .map(Service::id);
    }

    private static void counted(Matter matter, Stream<String> services, List<Objection> found) {
        count(services).forEach((id, count) -> found.add(Objection.ofService(matter, id, count)));
    }

    private static <T extends Comparable<T>> Map<T, Integer> count(Stream<T> ids) {
        return ids.collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.summingInt(one -> 1)));
    }
}
