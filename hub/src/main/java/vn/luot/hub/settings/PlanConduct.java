package vn.luot.hub.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Plan;

/** Checks how a plan treats visitors; the rest of the plan has been checked. */
final class PlanConduct {
    private static final int DAY = 24 * 60;
    private static final int MOST = 9_999;

    private final Faults faults;

    PlanConduct(Faults faults) {
        this.faults = faults;
    }

    void check(Plan plan) {
        var conduct = plan.conduct();
        if (conduct == null) return;
        if (conduct.order() != null) order(plan, conduct.order());
        known(
                "conduct.inOrder",
                conduct.inOrder(),
                plan.counters().stream().map(Plan.Counter::id).toList());
        var services = plan.services().map(Plan.Service::id).toList();
        eachNumber("conduct.quotas", conduct.quotas(), services, MOST);
        number("conduct.earlyMinutes", conduct.earlyMinutes(), 0, DAY);
        number("conduct.lateMinutes", conduct.lateMinutes(), 0, DAY);
        number("conduct.recalls", conduct.recalls(), 0, 99);
        number("conduct.comeBackMinutes", conduct.comeBackMinutes(), 0, DAY);
        number("conduct.headStartMinutes", conduct.headStartMinutes(), 0, DAY);
        number("conduct.perPerson", conduct.perPerson(), 1, 99);
        number("conduct.fewNumbers", conduct.fewNumbers(), 0, MOST);
        number("conduct.opensBeforeMinutes", conduct.opensBeforeMinutes(), 0, DAY);
        number("conduct.closesAfterMinutes", conduct.closesAfterMinutes(), 0, DAY);
    }

    private void order(Plan plan, Plan.Order order) {
        if (!faults.given("conduct.order.policy", order.policy())) return;
        var needed = switch (order.policy()) {
            case FIRST_COME -> List.<String>of();
            case RATIO -> List.of("priorityInARow", "ordinaryInARow");
            case POINTS -> List.of("priorityInARow", "pointsPerMinute", "ordinaryPoints", "longestMinutes");
        };
        member(needed, "priorityInARow", order.priorityInARow());
        member(needed, "ordinaryInARow", order.ordinaryInARow());
        member(needed, "pointsPerMinute", order.pointsPerMinute());
        member(needed, "ordinaryPoints", order.ordinaryPoints());
        member(needed, "longestMinutes", order.longestMinutes());
        number("conduct.order.priorityInARow", order.priorityInARow(), 1, 99);
        number("conduct.order.ordinaryInARow", order.ordinaryInARow(), 1, 99);
        number("conduct.order.ordinaryPoints", order.ordinaryPoints(), 1, 99);
        number("conduct.order.longestMinutes", order.longestMinutes(), 1, DAY);
        var classes =
                plan.priorityClasses().stream().map(Plan.PriorityClass::id).toList();
        eachNumber("conduct.order.pointsPerMinute", order.pointsPerMinute(), classes, 99);
    }

    private void member(List<String> needed, String name, Object value) {
        var path = "conduct.order." + name;
        if (needed.contains(name)) {
            faults.given(path, value);
        } else if (value != null) {
            faults.add(path, "không dùng với cách gọi này, hãy xoá", "is not used by this policy: delete it");
        }
    }

    private void number(String path, Integer value, int from, int to) {
        if (value == null || value >= from && value <= to) return;
        faults.add(path, "phải từ " + from + " đến " + to, "must be " + from + " to " + to);
    }

    private void eachNumber(String path, Map<String, Integer> numbers, Collection<String> known, int to) {
        if (numbers == null) return;
        known(path, numbers.keySet(), known);
        numbers.forEach((id, value) -> {
            if (faults.given(path + "." + id, value)) number(path + "." + id, value, 1, to);
        });
    }

    private <T> void known(String path, Collection<T> named, Collection<T> known) {
        if (named == null) return;
        for (var id : named) {
            if (known.contains(id)) continue;
            faults.add(
                    path,
                    "không có «" + id + "» trong kế hoạch; hiện có: " + joined(known),
                    "the plan has no \"" + id + "\"; there are: " + joined(known));
        }
    }

    private static String joined(Collection<?> ids) {
        return ids.stream().limit(20).map(Object::toString).collect(Collectors.joining(", "));
    }
}
