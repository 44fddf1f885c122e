package vn.luot.hub.queue;

import java.time.Duration;
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
import vn.luot.hub.queue.Staffing.Shift;
import vn.luot.hub.queue.Ticket.Place;

/**
 * How long people will wait: the day is played on many times from a picture of the hall, with the hall's own rule, the
 * clerks coming and going as on days before, and times drawn from those learned. Of those who are still to come only such
 * matter as join ahead of others, at the pace of late. The same picture gives the same waits; the effort is bounded, and
 * none of it is the desk's.
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
    private static final long HORIZON = Duration.ofHours(10).toMillis();

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
        var dice = new Dice(picture.seq());
        var draws = new Draws(learned, picture, dice);
        var staffing = new Staffing(picture, learned.attendance(), dice);
        for (var run = 0; run < runs; run++) new Run(picture, draws, staffing, seen).play();
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

    /** One way the rest of the day may go; times are milliseconds from now. */
    private static final class Run {
        /** A counter is free, or somebody joins a further line. */
        private record Event(long at, int order, Seat free, Ticket joins) {}

        /** A counter and who sits there when. */
        private static final class Seat {
            private final List<Shift> shifts;
            private Counter counter;
            private int shift;
            private int awaited;
            private boolean idle;

            private Seat(Counter counter, List<Shift> shifts) {
                this.counter = counter;
                this.shifts = shifts;
            }
        }

        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingInt(Event::order));
        private final Set<Long> called = new HashSet<>();
        private final List<Seat> seats = new ArrayList<>();
        private final CallOrder order;
        private final HallPicture picture;
        private final Draws draws;
        private final Seen seen;
        private int scheduled;
        private long later;

        private Run(HallPicture picture, Draws draws, Staffing staffing, Seen seen) {
            this.picture = picture;
            this.draws = draws;
            this.seen = seen;
            this.order = new CallOrder(picture.rules());
            draws.nextRun();
            staffing.nextRun();
            for (var counter : picture.counters()) {
                var shifts = staffing.shifts(counter);
                if (!shifts.isEmpty()) seats.add(new Seat(counter, shifts));
            }
        }

        private void play() {
            picture.waiting().forEach(this::joinInTime);
            visitorsWhoComeNow();
            seats.forEach(this::sitDown);
            joinsLater(0);
            var asked = picture.waiting().size() + picture.rules().services().size();
            while (called.size() < asked && !events.isEmpty() && events.peek().at() < HORIZON) {
                var event = events.poll();
                if (event.joins() != null) {
                    join(event.joins(), event.at());
                    if (event.joins().id() < 0) joinsLater(event.at());
                } else if (event.free().awaited == event.order()) {
                    callNext(event.free(), event.at());
                }
            }
        }

        /** The next who joins ahead of others, under a number below nought. */
        private void joinsLater(long now) {
            var like = draws.joining();
            if (like == null) return;
            var at = now + draws.untilJoining();
            var time = picture.at().plusMillis(at);
            var ticket = Ticket.issued(
                    --later, like.ticket().number(), like.ticket().asked(), 0, time.minus(like.placeAge()), time);
            events.add(new Event(at, scheduled++, null, ticket));
        }

        /** Appointments only count from when they may be called. */
        private void joinInTime(Ticket ticket) {
            var from = ticket.place().since().minus(picture.rules().conduct().early());
            if (ticket.booked() && from.isAfter(picture.at())) {
                var at = Duration.between(picture.at(), from).toMillis();
                events.add(new Event(at, scheduled++, null, ticket));
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

        private void sitDown(Seat seat) {
            var there = picture.busy().stream()
                    .filter(ticket -> ticket.id() == seat.counter.ticket())
                    .findFirst();
            if (there.isEmpty()) {
                free(seat, 0);
                return;
            }
            var ticket = there.get();
            var since = ticket.calledAt() == null ? ticket.startedAt() : ticket.calledAt();
            var passed = Math.max(0, Duration.between(since, picture.at()).toMillis());
            leaves(ticket, seat, draws.time(ticket.service(), passed) - passed);
        }

        private void callNext(Seat seat, long now) {
            var next = order.next(seat.counter, picture.at().plusMillis(now));
            if (next.isEmpty()) {
                rest(seat, now);
                return;
            }
            var ticket = next.get().ticket();
            order.leave(ticket);
            if (ticket.id() > 0 && called.add(ticket.id())) seen.called(ticket, now);
            if (comesNow(ticket)) {
                free(seat, now);
            } else {
                seat.counter = seat.counter.calling(ticket.id(), next.get().streak());
                leaves(ticket, seat, now + draws.time(ticket.service(), 0));
            }
        }

        private void leaves(Ticket ticket, Seat seat, long at) {
            free(seat, at + draws.gap());
            var further = ticket.place().further();
            if (further.isEmpty()) return;
            var place = new Place(further.get(0), ticket.place().since(), 0, further.subList(1, further.size()));
            events.add(new Event(at, scheduled++, null, ticket.waitingAt(place)));
        }

        private void join(Ticket ticket, long now) {
            order.join(ticket);
            for (var seat : seats) {
                if (!seat.idle) continue;
                seat.idle = false;
                if (now >= seat.shifts.get(seat.shift).to()) seat.shift++;
                free(seat, now);
            }
        }

        /** Nobody waits: the clerk stays to the end of the shift, and comes back with the next one. */
        private void rest(Seat seat, long now) {
            if (now < seat.shifts.get(seat.shift).to()) {
                seat.idle = true;
            } else {
                seat.shift++;
                free(seat, now);
            }
        }

        private void free(Seat seat, long at) {
            while (seat.shift < seat.shifts.size()
                    && seat.shifts.get(seat.shift).latest() <= at) seat.shift++;
            if (seat.shift == seat.shifts.size()) return;
            seat.awaited = scheduled++;
            events.add(new Event(Math.max(at, seat.shifts.get(seat.shift).from()), seat.awaited, seat, null));
        }
    }
}
