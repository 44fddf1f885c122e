package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How priority visitors and ordinary ones take turns. It is asked only about the heads of the waiting lines; within a
 * line everybody keeps the order of arrival.
 */
public sealed interface OrderPolicy {

    /**
     * Who of {@code heads} may be next at all.
     *
     * @param heads at least one
     * @param streak the counter's, see {@link Counter}
     */
    Narrowed narrow(List<Ticket> heads, int streak, Instant now);

    /** What decides among those who may be next: more goes first. Milliseconds waited, times the rate of the class. */
    long points(Ticket ticket, Instant now);

    /** @param rule why the others may not; absent when nobody was left out */
    record Narrowed(List<Ticket> heads, Choice.Rule rule) {
        static Narrowed none(List<Ticket> heads) {
            return new Narrowed(heads, null);
        }

        private static Narrowed to(Predicate<Ticket> kept, List<Ticket> heads, Choice.Rule rule) {
            var left = heads.stream().filter(kept).toList();
            return left.isEmpty() || left.size() == heads.size() ? none(heads) : new Narrowed(left, rule);
        }
    }

    /** Whoever came first; priority classes are noted and change nothing. */
    record FirstCome() implements OrderPolicy {
        @Override
        public Narrowed narrow(List<Ticket> heads, int streak, Instant now) {
            return Narrowed.none(heads);
        }

        @Override
        public long points(Ticket ticket, Instant now) {
            return 0;
        }
    }

    /**
     * {@code priority} priority tickets, then {@code ordinary} ordinary ones, and so on. Nobody's turn is kept for
     * somebody who is not there.
     */
    record Ratio(int priority, int ordinary) implements OrderPolicy {
        public Ratio {
            if (priority < 1 || ordinary < 1) throw new IllegalArgumentException("a ratio has two sides");
        }

        @Override
        public Narrowed narrow(List<Ticket> heads, int streak, Instant now) {
            var prioritysTurn = streak < 0 ? -streak >= ordinary : streak < priority;
            return prioritysTurn
                    ? Narrowed.to(Ticket::priority, heads, Choice.Rule.PRIORITY_TURN)
                    : Narrowed.to(ticket -> !ticket.priority(), heads, Choice.Rule.ORDINARY_TURN);
        }

        @Override
        public long points(Ticket ticket, Instant now) {
            return 0;
        }
    }

    /**
     * Each class earns points while it waits, at its own rate; most points go first. Two promises bound what that does to
     * the others: at a counter never more than {@code inARow} priority tickets are called in a row while an ordinary one
     * waits for it; and who has waited longer than {@code longest} is passed by nobody who came later, save that a
     * priority ticket still gives way to one ordinary after {@code inARow} of its kind.
     *
     * @param pointsPerMinute of each priority class; a class that is missing earns like an ordinary visitor
     * @param ordinary points per minute of an ordinary visitor
     */
    record Accumulating(Map<String, Integer> pointsPerMinute, int ordinary, int inARow, Duration longest)
            implements OrderPolicy {
        public Accumulating {
            pointsPerMinute = Map.copyOf(pointsPerMinute);
            if (ordinary < 1 || pointsPerMinute.values().stream().anyMatch(rate -> rate < 1)) {
                throw new IllegalArgumentException("whoever waits earns at least a point a minute");
            }
            if (inARow < 1) throw new IllegalArgumentException("no priority call at all: " + inARow);
        }

        @Override
        public Narrowed narrow(List<Ticket> heads, int streak, Instant now) {
            var limited = streak < inARow
                    ? Narrowed.none(heads)
                    : Narrowed.to(ticket -> !ticket.priority(), heads, Choice.Rule.ORDINARY_TURN);
            return limited.heads().stream()
                    .filter(ticket -> waited(ticket, now) > longest.toMillis())
                    .min(CallOrder.BY_PLACE)
                    .map(overdue -> new Narrowed(
                            List.of(overdue), limited.rule() == null ? Choice.Rule.WAITED_TOO_LONG : limited.rule()))
                    .orElse(limited);
        }

        @Override
        public long points(Ticket ticket, Instant now) {
            var rate = ticket.priority() ? pointsPerMinute.getOrDefault(ticket.priorityClass(), ordinary) : ordinary;
            return rate * waited(ticket, now);
        }

        /** In milliseconds; a clock that went back does not make it less than nothing. */
        private static long waited(Ticket ticket, Instant now) {
            return Math.max(0, Duration.between(ticket.place().since(), now).toMillis());
        }
    }

    /** The order among {@code heads}: most points, then the older place. */
    default Comparator<Ticket> order(Instant now) {
        return Comparator.<Ticket>comparingLong(ticket -> -points(ticket, now)).thenComparing(CallOrder.BY_PLACE);
    }
}
