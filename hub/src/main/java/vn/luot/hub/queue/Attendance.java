package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When somebody sat at which counter, on this day and on the last few days: what is to be expected of the rest of today.
 * One thread at a time may use it.
 */
final class Attendance {
    private static final int DAYS = 6;

    /** From {@code from}, inclusive, to {@code to}, exclusive. */
    private record Sat(Instant from, Instant to) {}

    private record Day(LocalDate date, Map<Integer, List<Sat>> sat) {}

    private final Deque<Day> days = new ArrayDeque<>();
    private final Map<Integer, Instant> here = new HashMap<>();
    private final Map<Integer, Instant> paused = new HashMap<>();
    private final Deque<Long> pauses = new ArrayDeque<>();
    private Day today;

    void dayOpened(LocalDate date) {
        if (today != null && today.date().equals(date)) return;
        here.clear();
        paused.clear();
        today = new Day(date, new HashMap<>());
        days.addLast(today);
        if (days.size() > DAYS) days.removeFirst();
    }

    void dayClosed(Instant at) {
        List.copyOf(here.keySet()).forEach(counter -> left(counter, at));
        paused.clear();
    }

    void opened(int counter, Instant at) {
        here.put(counter, at);
        var since = paused.remove(counter);
        if (since == null) return;
        pauses.addLast(Duration.between(since, at).toMillis());
        if (pauses.size() > ServiceTimes.REMEMBERED) pauses.removeFirst();
    }

    void paused(int counter, Instant at) {
        left(counter, at);
        paused.put(counter, at);
    }

    void closed(int counter, Instant at) {
        left(counter, at);
        paused.remove(counter);
    }

    private void left(int counter, Instant at) {
        var since = here.remove(counter);
        // A hall that was picked up in the middle of a day.
        if (since == null || today == null) return;
        today.sat().computeIfAbsent(counter, any -> new ArrayList<>()).add(new Sat(since, at));
    }

    Known known(ZoneId zone) {
        var before = days.stream()
                .filter(day -> day != today)
                .map(day -> timetable(day, zone))
                .toList();
        return new Known(before, List.copyOf(pauses), Map.copyOf(paused));
    }

    private static Map<Integer, List<Span>> timetable(Day day, ZoneId zone) {
        var midnight = day.date().atStartOfDay(zone).toInstant();
        var timetable = new TreeMap<Integer, List<Span>>();
        day.sat()
                .forEach((counter, sat) -> timetable.put(
                        counter,
                        sat.stream()
                                .map(span -> new Span(since(midnight, span.from()), since(midnight, span.to())))
                                .toList()));
        return timetable;
    }

    private static long since(Instant midnight, Instant at) {
        return Duration.between(midnight, at).toMillis();
    }

    /** In milliseconds from midnight. */
    record Span(long from, long to) {}

    /**
     * @param before of each day before today, when somebody sat at each counter
     * @param pauses how long pauses lasted, in milliseconds
     * @param pausedSince the counters that are paused now
     */
    record Known(List<Map<Integer, List<Span>>> before, List<Long> pauses, Map<Integer, Instant> pausedSince) {}
}
