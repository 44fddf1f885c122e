package vn.luot.hub.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who is next: of the services a counter serves, the ticket that was issued first. Only the heads of the waiting lines
 * are looked at, so that the choice costs the same on a full day as on an empty one.
 */
final class CallOrder {
    /** The reason that a call's step gives. */
    static final String BY_ARRIVAL = "arrival";

    private static final Comparator<Ticket> BY_PLACE = Comparator.<Ticket, Instant>comparing(
                    ticket -> ticket.place().since())
            .thenComparingLong(Ticket::id);

    private final Map<String, NavigableSet<Ticket>> lines = new HashMap<>();

    void join(Ticket ticket) {
        lines.computeIfAbsent(ticket.service(), any -> new TreeSet<>(BY_PLACE)).add(ticket);
    }

    void leave(Ticket ticket) {
        var line = line(ticket.service());
        line.remove(ticket);
        if (line.isEmpty()) lines.remove(ticket.service());
    }

    Optional<Ticket> next(Collection<String> services) {
        return services.stream()
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .map(NavigableSet::first)
                .min(BY_PLACE);
    }

    int waiting(String service) {
        return line(service).size();
    }

    /** Tickets of the same service that stand before {@code ticket}. */
    int ahead(Ticket ticket) {
        return line(ticket.service()).headSet(ticket).size();
    }

    void clear() {
        lines.clear();
    }

    private NavigableSet<Ticket> line(String service) {
        return lines.getOrDefault(service, Collections.emptyNavigableSet());
    }
}
