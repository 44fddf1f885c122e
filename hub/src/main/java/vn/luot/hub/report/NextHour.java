package vn.luot.hub.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.luot.protocol.message.Plan;

/**
 * What may come in the hour that begins: as many as came in the same hour on the same weekday of the last weeks, beside how
 * many were called in the hour that ends. A look back, and said to be one.
 *
 * @param days the days looked at: those on which anybody came
 * @param arrivals of the whole hall; absent without a day to look at
 * @param fields the same by field
 * @param called how many were called first in the last hour
 */
record NextHour(List<LocalDate> days, Range arrivals, Map<String, Range> fields, long called) {
    /** Of the days looked at, the middle one rounded up. */
    record Range(int least, int middle, int most) {
        private static Range of(List<Integer> counts) {
            var sorted = counts.stream().sorted().toList();
            return new Range(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
        }
    }

    /** @param past the visits of each earlier day, the latest first; a day may be empty */
    static NextHour of(List<Visit> today, List<List<Visit>> past, Instant now, Plan plan) {
        var zone = plan.centre().timeZone();
        var lived = past.stream().filter(visits -> !visits.isEmpty()).toList();
        var hour = lived.stream()
                .map(visits -> visits.stream()
                        .filter(visit -> inHourFrom(now, visit, zone))
                        .toList())
                .toList();
        var fields = new LinkedHashMap<String, Range>();
        for (var field : plan.fields()) {
            var services = field.services().stream().map(Plan.Service::id).collect(Collectors.toSet());
            if (!lived.isEmpty()) fields.put(field.id(), range(hour, services));
        }
        return new NextHour(
                lived.stream().map(visits -> visits.get(0).day()).toList(),
                lived.isEmpty() ? null : Range.of(hour.stream().map(List::size).toList()),
                fields,
                today.stream().filter(visit -> inLastHour(now, visit)).count());
    }

    private static Range range(List<List<Visit>> days, Collection<String> services) {
        return Range.of(days.stream()
                .map(visits -> (int) visits.stream()
                        .filter(visit -> services.contains(visit.service()))
                        .count())
                .toList());
    }

    /** By the clock on the wall. */
    private static boolean inHourFrom(Instant now, Visit visit, ZoneId zone) {
        var from = LocalTime.ofInstant(now, zone);
        var at = LocalTime.ofInstant(visit.arrived(), zone);
        var minutes = ChronoUnit.SECONDS.between(from, at) / 60.0;
        return minutes >= 0 && minutes < 60;
    }

    private static boolean inLastHour(Instant now, Visit visit) {
        return visit.called() != null && visit.called().isAfter(now.minus(1, ChronoUnit.HOURS));
    }

    /** The same weekday of the last weeks, the latest first. */
    static List<LocalDate> daysBefore(LocalDate today, int weeks) {
        return IntStream.rangeClosed(1, weeks).mapToObj(today::minusWeeks).toList();
    }
}
