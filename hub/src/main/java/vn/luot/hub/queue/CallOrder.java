package vn.luot.hub.queue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is next: of the services a counter serves, the ticket that was issued first. Only the heads of the waiting lines
 * are looked at, so that the choice costs the same on a full day as on an empty one.
 */
final class CallOrder {
    /** The reason that a call's step gives. */
    static final String BY_ARRIVAL = "arrival";

    private final Map<String, Deque<Ticket>> lines = new HashMap<>();

    void join(Ticket ticket) {
        line(ticket.service()).addLast(ticket);
    }

    void leave(Ticket ticket) {
        var line = line(ticket.service());
        if (!line.isEmpty() && line.getFirst().id() == ticket.id()) {
            line.removeFirst();
        } else {
            line.removeIf(waiting -> waiting.id() == ticket.id());
        }
    }

    Optional<Ticket> next(Collection<String> services) {
        return services.stream()
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .map(Deque::getFirst)
                .min(Comparator.comparingLong(Ticket::id));
    }

    int waiting(String service) {
        return line(service).size();
    }

    /** Tickets of the same service that stand before {@code ticket}. */
    int ahead(Ticket ticket) {
        return (int) line(ticket.service()).stream()
                .takeWhile(waiting -> waiting.id() != ticket.id())
                .count();
    }

    void clear() {
        lines.clear();
    }

    private Deque<Ticket> line(String service) {
        return lines.computeIfAbsent(service, any -> new ArrayDeque<>());
    }
}
