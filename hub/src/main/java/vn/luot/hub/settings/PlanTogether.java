package vn.luot.hub.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Plan;

/** Checks how the parts of a plan go together; no part is missing. */
final class PlanTogether {
    private final Faults faults;

    PlanTogether(Faults faults) {
        this.faults = faults;
    }

    void check(Plan plan) {
        ids(plan);
        hours(plan);
        numbers(plan);
        counters(plan);
        results(plan);
        scale(plan.rating());
    }

    private void ids(Plan plan) {
        unique("fields", plan.fields(), Plan.Field::id);
        var services = faults.unique();
        eachService(plan, (path, service) -> services.accept(path + ".id", service.id()));
        unique("counters", plan.counters(), Plan.Counter::id);
        unique("priorityClasses", plan.priorityClasses(), Plan.PriorityClass::id);
        unique("rating.reasons", plan.rating().reasons(), Plan.Reason::id);
    }

    private <T> void unique(String path, List<T> parts, Function<T, Object> id) {
        var unique = faults.unique();
        faults.each(path, parts, (here, part) -> unique.accept(here + ".id", id.apply(part)));
    }

    private void eachService(Plan plan, BiConsumer<String, Plan.Service> check) {
        faults.each("fields", plan.fields(), (path, field) -> faults.each(path + ".services", field.services(), check));
    }

    private void hours(Plan plan) {
        overlaps("hours", plan.hours());
        eachService(plan, (path, service) -> {
            if (service.hours() != null) overlaps(path + ".hours", service.hours());
        });
    }

    private void overlaps(String path, List<Plan.Hours> spans) {
        var before = new ArrayList<Placed<Plan.Hours>>();
        faults.each(path, spans, (here, span) -> {
            for (var other : before) {
                if (overlap(span, other.part())) overlap(here, span, other);
            }
            before.add(new Placed<>(here, span));
        });
    }

    private static boolean overlap(Plan.Hours one, Plan.Hours other) {
        return !Collections.disjoint(one.days(), other.days())
                && beginsBeforeEndOf(one, other)
                && beginsBeforeEndOf(other, one);
    }

    private static boolean beginsBeforeEndOf(Plan.Hours one, Plan.Hours other) {
        return PlanParts.endsAtMidnight(other) || one.from().isBefore(other.to());
    }

    private void overlap(String path, Plan.Hours span, Placed<Plan.Hours> other) {
        var times = span.from() + "–" + span.to();
        var otherTimes = other.part().from() + "–" + other.part().to();
        faults.add(
                path,
                times + " trùng với " + otherTimes + " ở " + other.path() + ", hãy sửa một trong hai",
                times + " overlaps " + otherTimes + " at " + other.path() + ": correct one of the two");
    }

    /** A number of a day must belong to one service. */
    private void numbers(Plan plan) {
        var before = new ArrayList<Placed<Plan.Service>>();
        eachService(plan, (path, service) -> {
            for (var other : before) {
                if (shareNumbers(service, other.part())) sharedNumbers(path, service, other);
            }
            before.add(new Placed<>(path, service));
        });
    }

    private static boolean shareNumbers(Plan.Service one, Plan.Service other) {
        return one.prefix().equals(other.prefix()) && one.first() <= other.last() && other.first() <= one.last();
    }

    private void sharedNumbers(String path, Plan.Service service, Placed<Plan.Service> other) {
        var numbers = numbers(service);
        var otherNumbers = numbers(other.part());
        faults.add(
                path + ".first",
                numbers + " trùng với " + otherNumbers + " ở " + other.path() + ", hãy tách hai dải số",
                numbers + " overlap " + otherNumbers + " at " + other.path() + ": part the two ranges");
    }

    private static String numbers(Plan.Service service) {
        return service.prefix() + " " + service.first() + "–" + service.last();
    }

    private void counters(Plan plan) {
        var known = plan.services().map(Plan.Service::id).collect(Collectors.toSet());
        var served = new HashSet<String>();
        faults.each("counters", plan.counters(), (path, counter) -> {
            var unique = faults.unique();
            faults.each(path + ".services", counter.services(), (here, service) -> {
                unique.accept(here, service);
                if (!known.contains(service)) unknownService(here, service);
                served.add(service);
            });
        });
        eachService(plan, (path, service) -> {
            if (!served.contains(service.id())) unserved(path, service.id());
        });
    }

    private void results(Plan plan) {
        faults.each("fields", plan.fields(), (path, field) -> {
            var results = field.results();
            if (results == null
                    || field.services().stream()
                            .anyMatch(service -> service.id().equals(results))) return;
            faults.add(
                    path + ".results",
                    "lĩnh vực này không có dịch vụ «" + results + "», hãy sửa mã",
                    "this field has no service \"" + results + "\": correct the id");
        });
    }

    private void unknownService(String path, String service) {
        faults.add(
                path,
                "không có dịch vụ «" + service + "», hãy sửa mã",
                "there is no service \"" + service + "\": correct the id");
    }

    private void unserved(String path, String service) {
        faults.add(
                path,
                "không quầy nào phục vụ «" + service + "», hãy thêm vào một quầy",
                "no counter serves \"" + service + "\": add it to one");
    }

    private void scale(Plan.RatingScale rating) {
        var scores = rating.levels().stream().map(Plan.Level::score).toList();
        if (scores.size() < 2) {
            faults.add("rating.levels", "cần ít nhất hai mức", "needs at least two levels");
            return;
        }
        for (var i = 1; i < scores.size(); i++) {
            if (scores.get(i) >= scores.get(i - 1)) unordered("rating.levels[" + i + "].score", scores.get(i - 1));
        }
        lowAtMost(rating.lowAtMost(), Collections.min(scores), Collections.max(scores));
    }

    private void unordered(String path, int scoreBefore) {
        faults.add(
                path,
                "phải nhỏ hơn điểm của mức đứng trước (" + scoreBefore + "): mức tốt nhất đứng đầu",
                "must be less than the score of the level before (" + scoreBefore + "): the best comes first");
    }

    private void lowAtMost(int lowAtMost, int lowest, int highest) {
        if (lowAtMost >= lowest && lowAtMost <= highest) return;
        faults.add(
                "rating.lowAtMost",
                "phải từ " + lowest + " đến " + highest + " như các mức",
                "must be " + lowest + " to " + highest + " as the levels are");
    }

    /** A part of the plan and where it is. */
    private record Placed<T>(String path, T part) {}
}
