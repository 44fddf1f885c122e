package vn.luot.hub.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;

/** The faults of a plan, as they are found. */
final class Faults {
    private final List<PlanProblem> problems = new ArrayList<>();
    private boolean anyMissing;

    /** What to say of a member that is absent or null. */
    static PlanProblem missing(String path) {
        return new PlanProblem(path, "còn thiếu, hãy điền", "is missing: fill it in");
    }

    List<PlanProblem> problems() {
        return problems;
    }

    boolean anyMissing() {
        return anyMissing;
    }

    void add(String path, String vi, String en) {
        problems.add(new PlanProblem(path, vi, en));
    }

    /** Whether there is a {@code value}; its absence is a fault. */
    boolean given(String path, Object value) {
        if (value != null) return true;
        problems.add(missing(path));
        anyMissing = true;
        return false;
    }

    /** Visits what there is of a list that must be there and have no gaps. */
    <T> void each(String path, List<T> values, BiConsumer<String, T> check) {
        if (!given(path, values)) return;
        for (var i = 0; i < values.size(); i++) {
            var here = path + "[" + i + "]";
            if (given(here, values.get(i))) check.accept(here, values.get(i));
        }
    }

    /** The same for a list that must not be empty. */
    <T> void eachOfSome(String path, List<T> values, BiConsumer<String, T> check) {
        each(path, values, check);
        if (values != null && values.isEmpty()) add(path, "cần ít nhất một mục", "needs at least one entry");
    }

    /** Finds ids that were seen before, among all ids given to it. */
    BiConsumer<String, Object> unique() {
        var seen = new HashMap<Object, String>();
        return (path, id) -> {
            var before = seen.putIfAbsent(id, path);
            if (before == null) return;
            add(
                    path,
                    "«" + id + "» đã có ở " + before + ", hãy đổi hoặc bỏ một trong hai",
                    "\"" + id + "\" is already at " + before + ": change or drop one of the two");
        };
    }
}
