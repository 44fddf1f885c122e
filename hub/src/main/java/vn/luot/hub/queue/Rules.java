package vn.luot.hub.queue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a hall goes by: the part of a centre's plan that decides steps.
 *
 * @param counters the services of each counter, by the counter's number
 * @param scores the scores that a vote may have
 * @param reasons the reasons that a vote may give
 */
public record Rules(
        ZoneId zone,
        List<Service> services,
        Map<Integer, List<String>> counters,
        Set<String> priorityClasses,
        Set<Integer> scores,
        Set<String> reasons,
        Conduct conduct) {
    public Rules {
        services = List.copyOf(services);
        counters = new TreeMap<>(counters);
        priorityClasses = Set.copyOf(priorityClasses);
        scores = Set.copyOf(scores);
        reasons = Set.copyOf(reasons);
    }

    /** Rules of a hall that treats its visitors as is usual. */
    public Rules(
            ZoneId zone,
            List<Service> services,
            Map<Integer, List<String>> counters,
            Set<String> priorityClasses,
            Set<Integer> scores,
            Set<String> reasons) {
        this(zone, services, counters, priorityClasses, scores, reasons, Conduct.USUAL);
    }
}
