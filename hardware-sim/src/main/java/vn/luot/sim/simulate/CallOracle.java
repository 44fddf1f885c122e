package vn.luot.sim.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.luot.hub.queue.OrderPolicy;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Ticket;

/** Who has to be called, found by looking at everybody who waits; written from the manual and not from the engine. */
final class CallOracle {
    private static final Comparator<Ticket> OLDEST_PLACE = Comparator.<Ticket, Instant>comparing(
                    ticket -> ticket.place().since())
            .thenComparing(Ticket::id);

    private final Rules rules;

    CallOracle(Rules rules) {
        this.rules = rules;
    }

    /** @param streak of priority calls at the counter before this one */
    Optional<Ticket> next(List<Ticket> today, int counter, int streak, Instant now) {
        var callable = today.stream()
                .filter(ticket -> ticket.state() == Ticket.State.WAITING)
                .filter(ticket -> isServedAt(ticket, counter))
                .filter(ticket -> !comesTooEarly(ticket, now))
                .sorted(OLDEST_PLACE)
                .toList();
        if (callable.isEmpty()) return Optional.empty();
        return Optional.of(chosen(callable, counter, streak, now));
    }

    private Ticket chosen(List<Ticket> callable, int counter, int streak, Instant now) {
        var policy = rules.conduct().order();
        if (policy instanceof OrderPolicy.Ratio ratio) {
            var turn = streak >= 0 ? streak < ratio.priority() : -streak >= ratio.ordinary();
            return inOrder(only(callable, ticket -> isPriority(ticket) == turn), counter)
                    .get(0);
        }
        if (policy instanceof OrderPolicy.Accumulating points) {
            var turn = streak < points.inARow() ? callable : only(callable, ticket -> !isPriority(ticket));
            var overdue = turn.stream()
                    .filter(ticket -> waited(ticket, now) > points.longest().toMillis())
                    .findFirst();
            if (overdue.isPresent()) return overdue.get();
            var best = Comparator.<Ticket>comparingLong(ticket -> points(points, ticket, now))
                    .reversed()
                    .thenComparing(OLDEST_PLACE);
            return inOrder(turn, counter).stream().min(best).orElseThrow();
        }
        return inOrder(callable, counter).get(0);
    }

    /** Those who match, or everybody when nobody does. */
    private static List<Ticket> only(List<Ticket> tickets, Predicate<Ticket> match) {
        var matching = tickets.stream().filter(match).toList();
        return matching.isEmpty() ? tickets : matching;
    }

    /** At a counter with an order of its own: whoever was sent there, or else those of its first service. */
    private List<Ticket> inOrder(List<Ticket> tickets, int counter) {
        if (!rules.conduct().inOrder().contains(counter)) return tickets;
        var sent = tickets.stream()
                .filter(ticket -> ticket.place().counter() == counter)
                .toList();
        if (!sent.isEmpty()) return sent;
        for (var service : rules.counters().get(counter)) {
            var ofService = tickets.stream()
                    .filter(ticket -> ticket.service().equals(service))
                    .toList();
            if (!ofService.isEmpty()) return ofService;
        }
        return tickets;
    }

    private boolean isServedAt(Ticket ticket, int counter) {
        var only = ticket.place().counter();
        return only == 0 ? rules.counters().get(counter).contains(ticket.service()) : only == counter;
    }

    private boolean comesTooEarly(Ticket ticket, Instant now) {
        var booked = ticket.asked().appointment();
        return booked != null
                && booked.equals(ticket.place().since())
                && booked.isAfter(now.plus(rules.conduct().early()));
    }

    private static boolean isPriority(Ticket ticket) {
        return ticket.priorityClass() != null;
    }

    private static long points(OrderPolicy.Accumulating policy, Ticket ticket, Instant now) {
        var rate = isPriority(ticket)
                ? policy.pointsPerMinute().getOrDefault(ticket.priorityClass(), policy.ordinary())
                : policy.ordinary();
        return rate * waited(ticket, now);
    }

    private static long waited(Ticket ticket, Instant now) {
        return Math.max(0, Duration.between(ticket.place().since(), now).toMillis());
    }
}
