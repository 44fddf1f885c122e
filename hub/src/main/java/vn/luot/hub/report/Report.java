package vn.luot.hub.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** Visits of some days in rows. The rows add up to the total: every visit is in exactly one of them. */
public record Report(LocalDate from, LocalDate to, Grouping by, Duration target, List<Row> rows, Figures total) {

    public record Row(String key, Text label, Figures figures) {}

    public static Report of(List<Visit> visits, LocalDate from, LocalDate to, Grouping by, Duration target, Plan plan) {
        var groups = visits.stream().collect(Collectors.groupingBy(visit -> by.key(visit, plan)));
        var rows = groups.entrySet().stream()
                .map(group -> new Row(
                        group.getKey(),
                        by.label(group.getValue().get(0), plan),
                        Figures.of(group.getValue(), target, plan.rating())))
                .sorted(order(by, plan))
                .toList();
        return new Report(from, to, by, target, rows, Figures.of(visits, target, plan.rating()));
    }

    /** Fields and services as the plan lists them, everything else by key. */
    private static Comparator<Row> order(Grouping by, Plan plan) {
        var byKey = Comparator.comparing(Row::key);
        var listed = switch (by) {
            case FIELD -> plan.fields().stream().map(Plan.Field::id).toList();
            case SERVICE -> plan.services().map(Plan.Service::id).toList();
            case COUNTER, CLERK, HOUR, WEEKDAY_HOUR, PRIORITY, CHANNEL, DAY -> List.<String>of();
        };
        return Comparator.<Row>comparingInt(row -> place(listed, row.key())).thenComparing(byKey);
    }

    private static int place(List<String> listed, String key) {
        var place = listed.indexOf(key);
        return place < 0 ? listed.size() : place;
    }

    /** The visits of one row, or of all rows. */
    static Predicate<Visit> inRow(Grouping by, String key, Plan plan) {
        return visit -> key == null || by.key(visit, plan).equals(key);
    }
}
