package vn.luot.hub.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many live tickets each person has in each field. A person is the keyed hash that came with the order. */
final class Holders {
    private record Holding(String identity, String field) {}

    private final Map<String, Service> services;
    private final Map<Holding, Integer> live = new HashMap<>();

    Holders(Map<String, Service> services) {
        this.services = services;
    }

    int live(String identity, Service service) {
        return live.getOrDefault(new Holding(identity, service.field()), 0);
    }

    /** @param before absent when it was just issued */
    void changed(Ticket before, Ticket after) {
        holding(before).ifPresent(held -> live.computeIfPresent(held, (any, count) -> count == 1 ? null : count - 1));
        holding(after).ifPresent(held -> live.merge(held, 1, Integer::sum));
    }

    void clear() {
        live.clear();
    }

    private Optional<Holding> holding(Ticket ticket) {
        return Optional.ofNullable(ticket)
                .filter(held -> held.state().live() && held.asked().identity() != null)
                .map(held -> new Holding(
                        held.asked().identity(), services.get(held.service()).field()));
    }
}
