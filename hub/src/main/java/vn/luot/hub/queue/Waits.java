package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Ticket.Place;

/**
 * How long people will wait: the day is played on many times from a picture of the hall, with the hall's own rule, the
 * counters that are open now and times drawn from those learned. Of those who are still to come only priority visitors
 * matter, at the pace of late; ordinary ones stand behind. The same picture gives the same waits; the effort is bounded, and none of it is the desk's.
 *
 * @param tickets by id, of those who wait
 * @param services for an ordinary visitor who came now
 * @param fields for an ordinary visitor who came now for whatever service of the field takes longest
 */
public record Waits(Map<Long, Range> tickets, Map<String, Range> services, Map<String, Range> fields) {
    private static final int FEWEST_SEEN = 10;
    private static final int MOST_RUNS = 100;
    private static final int FEWEST_RUNS = 20;
    private static final int MOST_CALLS = 40_000;
    private static final Duration HORIZON = Duration.ofHours(10);

    /** Nobody can tell. */
    public static final Waits UNKNOWN = new Waits(Map.of(), Map.of(), Map.of());

    /** Half of those in this position wait no longer than {@code likely}, nine of ten no longer than {@code most}. */
    public record Range(Duration likely, Duration most) {}

    /** What can be said; nothing of services that no open counter serves, nothing at all when too little was seen. */
    public static Waits of(HallPicture picture, ServiceTimes.Learned learned) {
        if (learned.all().size() < FEWEST_SEEN) return UNKNOWN;
        var visitors = picture.rules().services().size();
        var runs = Math.max(
                FEWEST_RUNS,
                Math.min(MOST_RUNS, MOST_CALLS / (1 + picture.waiting().size() + visitors)));
        var seen = new Seen(runs);
        var draws = new Draws(learned, picture, new Dice(picture.seq()));
        for (var run = 0; run < runs; run++) new Run(picture, draws, seen).play();
        return seen.waits(picture);
    }

    /** The waits of all runs, in milliseconds, by ticket. */
    private static final class Seen {
        private final int runs;
        private final Map<Long, List<Long>> waits = new HashMap<>();

        private Seen(int runs) {
            this.runs = runs;
        }

        private void called(Ticket ticket, long after) {
            waits.computeIfAbsent(ticket.id(), any -> new ArrayList<>(runs)).add(after);
        }

        private Waits waits(HallPicture picture) {
            var tickets = picture.waiting().stream()
                    .filter(ticket -> range(ticket.id()).isPresent())
                    .collect(Collectors.toMap(
                            Ticket::id, ticket -> range(ticket.id()).orElseThrow()));
            var services = new HashMap<String, Range>();
            var fields = new HashMap<String, Range>();
            var id = Long.MAX_VALUE;
            for (var service : picture.rules().services()) {
                range(id--).ifPresent(range -> {
                    services.put(service.id(), range);
                    fields.merge(service.field(), range, Seen::longer);
                });
            }
            return new Waits(tickets, services, fields);
        }

        /** Empty unless nearly all runs came to call it. */
        private Optional<Range> range(long id) {
            var sorted = waits.getOrDefault(id, List.of()).stream().sorted().toList();
            if (sorted.size() < runs * 0.9) return Optional.empty();
            return Optional.of(new Range(quantile(sorted, 0.5), quantile(sorted, 0.9)));
        }

        private static Duration quantile(List<Long> sorted, double share) {
            return Duration.ofMillis(sorted.get((int) Math.ceil(sorted.size() * share) - 1));
        }

        private static Range longer(Range one, Range other) {
            return one.most().compareTo(other.most()) >= 0 ? one : other;
        }
    }

    /** One way the rest of the day may go. */
    private static final class Run {
        /** A counter is free, or somebody joins a further line. */
        private record Event(Instant at, int order, Counter free, Ticket joins) {}

        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        private final Set<Long> called = new HashSet<>();
        private final Set<Counter> idle = new HashSet<>();
        private final CallOrder order;
        private final HallPicture picture;
        private final Draws draws;
        private final Seen seen;
        private int scheduled;
        private long later;

        private Run(HallPicture picture, Draws draws, Seen seen) {
            this.picture = picture;
            this.draws = draws;
            this.seen = seen;
            this.order = new CallOrder(picture.rules());
            draws.nextRun();
        }

        private void play() {
            picture.waiting().forEach(this::joinInTime);
            visitorsWhoComeNow();
            picture.counters().stream()
                    .filter(counter -> counter.state() == Counter.State.OPEN)
                    .forEach(this::openNow);
            comesLater(picture.at());
            var end = picture.at().plus(HORIZON);
            var asked = picture.waiting().size() + picture.rules().services().size();
            while (called.size() < asked
                    && !events.isEmpty()
                    && events.peek().at().isBefore(end)) {
                var event = events.poll();
                if (event.joins() == null) {
                    callNext(event.free(), event.at());
                } else {
                    join(event.joins(), event.at());
                    if (event.joins().id() < 0) comesLater(event.at());
                }
            }
        }

        /** The next priority visitor, under a number below nought. */
        private void comesLater(Instant now) {
            var like = draws.arrival();
            if (like == null) return;
            var at = now.plusMillis(draws.untilArrival());
            var ticket = Ticket.issued(--later, like.number(), like.asked(), 0, at, at);
            events.add(new Event(at, scheduled++, null, ticket));
        }

        /** Appointments only count from when they may be called. */
        private void joinInTime(Ticket ticket) {
            var from = ticket.place().since().minus(picture.rules().conduct().early());
            if (ticket.booked() && from.isAfter(picture.at())) {
                events.add(new Event(from, scheduled++, null, ticket));
            } else {
                order.join(ticket);
            }
        }

        /** One for each service: they are called like anybody, and hold nobody up. */
        private void visitorsWhoComeNow() {
            var id = Long.MAX_VALUE;
            for (var service : picture.rules().services()) {
                var wish = new TicketOrder("", 0, "", service.id(), null, "", 1);
                var number = new TicketNumber(service.prefix(), service.first());
                order.join(Ticket.issued(id--, number, wish, 0, picture.at(), picture.at()));
            }
        }

        private static boolean comesNow(Ticket ticket) {
            return ticket.key().isEmpty();
        }

        private void openNow(Counter counter) {
            var there = picture.busy().stream()
                    .filter(ticket -> ticket.id() == counter.ticket())
                    .findFirst();
            if (there.isEmpty()) {
                free(counter, picture.at());
                return;
            }
            var ticket = there.get();
            var since = ticket.calledAt() == null ? ticket.startedAt() : ticket.calledAt();
            var passed = Math.max(0, Duration.between(since, picture.at()).toMillis());
            var left = draws.time(ticket.service(), passed) - passed;
            leaves(ticket, counter, picture.at().plusMillis(left));
        }

        private void callNext(Counter counter, Instant now) {
            var next = order.next(counter, now);
            if (next.isEmpty()) {
                idle.add(counter);
                return;
            }
            var ticket = next.get().ticket();
            order.leave(ticket);
            if (ticket.id() > 0 && called.add(ticket.id())) {
                seen.called(ticket, Duration.between(picture.at(), now).toMillis());
            }
            if (comesNow(ticket)) {
                free(counter, now);
            } else {
                var after = now.plusMillis(draws.time(ticket.service(), 0));
                leaves(ticket, counter.calling(ticket.id(), next.get().streak()), after);
            }
        }

        private void leaves(Ticket ticket, Counter counter, Instant at) {
            free(counter, at.plusMillis(draws.gap()));
            var further = ticket.place().further();
            if (further.isEmpty()) return;
            var place = new Place(further.get(0), ticket.place().since(), 0, further.subList(1, further.size()));
            events.add(new Event(at, scheduled++, null, ticket.waitingAt(place)));
        }

        private void join(Ticket ticket, Instant now) {
            order.join(ticket);
            idle.stream().sorted(Comparator.comparingInt(Counter::id)).forEach(counter -> free(counter, now));
            idle.clear();
        }

        private void free(Counter counter, Instant at) {
            events.add(new Event(at, scheduled++, counter, null));
        }
    }
}
