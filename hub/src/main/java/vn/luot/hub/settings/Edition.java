package vn.luot.hub.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Rules;
import vn.luot.protocol.message.Plan;

/**
 * One version of a plan with what is made of it, once.
 *
 * @param version 1 for a hall's first plan, then one more for each
 * @param counters the counters that serve each service, ascending, by the service's id
 */
public record Edition(int version, Plan plan, Rules rules, Map<String, List<Integer>> counters) {

    static Edition of(int version, Plan plan) {
        var counters = plan.services()
                .map(Plan.Service::id)
                .collect(Collectors.toUnmodifiableMap(id -> id, plan::countersFor));
        return new Edition(version, plan, Plans.rules(plan), counters);
    }

    /** Empty for a service that the plan does not have any more. */
    public List<Integer> countersFor(String service) {
        return counters.getOrDefault(service, List.of());
    }
}
