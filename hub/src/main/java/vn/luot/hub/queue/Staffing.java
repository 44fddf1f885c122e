package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.luot.hub.queue.Attendance.Span;

/**
 * When somebody will sit at each counter in one way the rest of the day may go: as on a day before, drawn for each run,
 * give or take some minutes; without such a day, as the hours of the plan are. Who is paused comes back as from other
 * pauses.
 */
final class Staffing {
    private static final long MINUTE = 60_000;
    private static final double SHIFTED = 6 * MINUTE;
    private static final double STAYS = 20 * MINUTE;
    private static final double COMES_LATE = 15 * MINUTE;
    private static final long LATE = 45 * MINUTE;
    private static final long NEAR = 15 * MINUTE;
    private static final long LONGEST_OVERTIME = 90 * MINUTE;
    private static final int TRIES = 12;
    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    /**
     * In milliseconds from the moment of the picture.
     *
     * @param to when the clerk leaves while nobody waits
     * @param latest when the clerk leaves whoever waits
     */
    record Shift(long from, long to, long latest) {}

    private final HallPicture picture;
    private final Attendance.Known known;
    private final Dice dice;
    private final long now;
    private final Map<Integer, List<Span>> planned = new HashMap<>();
    private final long overtime;
    /** Which of the days before. */
    private int usual;

    private boolean worksThroughNoon;

    Staffing(HallPicture picture, Attendance.Known known, Dice dice) {
        this.picture = picture;
        this.known = known;
        this.dice = dice;
        var midnight = picture.at()
                .atZone(picture.rules().zone())
                .toLocalDate()
                .atStartOfDay(picture.rules().zone())
                .toInstant();
        this.now = Duration.between(midnight, picture.at()).toMillis();
        picture.counters().forEach(counter -> planned.put(counter.id(), planned(counter.id(), midnight)));
        this.overtime = overtime();
    }

    /** The hours of the services of a counter, joined. */
    private List<Span> planned(int counter, Instant midnight) {
        var rules = picture.rules();
        var date = picture.at().atZone(rules.zone()).toLocalDate();
        var hours = new ArrayList<Span>();
        rules.services().stream()
                .filter(service -> rules.counters().get(counter).contains(service.id()))
                .flatMap(service -> service.opening().hoursOn(date).stream())
                .map(span -> new Span(
                        Duration.between(
                                        midnight,
                                        span.from().atZone(rules.zone()).toInstant())
                                .toMillis(),
                        Duration.between(
                                        midnight, span.to().atZone(rules.zone()).toInstant())
                                .toMillis()))
                .sorted((one, other) -> Long.compare(one.from(), other.from()))
                .forEach(span -> {
                    var last = hours.isEmpty() ? null : hours.get(hours.size() - 1);
                    if (last == null || span.from() > last.to()) {
                        hours.add(span);
                    } else if (span.to() > last.to()) {
                        hours.set(hours.size() - 1, new Span(last.from(), span.to()));
                    }
                });
        return hours;
    }

    /** How long clerks were seen to go on into a break of the plan. */
    private long overtime() {
        return known.before().stream()
                .flatMap(day -> day.entrySet().stream())
                .flatMap(entry ->
                        entry.getValue().stream().map(span -> span.to() - breakBefore(entry.getKey(), span.to())))
                .filter(over -> over < LONGEST_OVERTIME)
                .max(Long::compare)
                .orElse(0L);
    }

    /** The last beginning of a break of the plan that is not after {@code time}; nought when there is none. */
    private long breakBefore(int counter, long time) {
        var hours = planned.getOrDefault(counter, List.of());
        var begin = 0L;
        for (var i = 0; i + 1 < hours.size(); i++) {
            if (hours.get(i).to() <= time) begin = hours.get(i).to();
        }
        return begin;
    }

    void nextRun() {
        usual = known.before().isEmpty() ? 0 : dice.below(known.before().size());
        worksThroughNoon = dice.below(2) == 0;
    }

    List<Shift> shifts(Counter counter) {
        return switch (counter.state()) {
            case OPEN -> from(0, counter.id(), whenSomebodySat(counter.id()));
            case PAUSED -> afterPause(counter.id());
            case CLOSED -> afterAbsence(counter.id(), timetable(counter.id(), false));
        };
    }

    private List<Span> whenSomebodySat(int counter) {
        var timetable = timetable(counter, true);
        return timetable.isEmpty() ? planned.get(counter) : timetable;
    }

    /**
     * The counter on the day drawn for this run, or on the next one on which it was as it is now; on no day at all when
     * somebody sits there who never did at this time.
     */
    private List<Span> timetable(int counter, boolean sits) {
        var days = known.before();
        for (var i = 0; i < days.size(); i++) {
            var day = days.get((usual + i) % days.size()).getOrDefault(counter, List.of());
            if (sits ? satNow(day, -NEAR) : !satNow(day, LATE)) return day;
        }
        return sits || days.isEmpty() ? List.of() : days.get(usual).getOrDefault(counter, List.of());
    }

    /** Whether somebody sat there at this time of that day, and had for {@code since} milliseconds already. */
    private boolean satNow(List<Span> day, long since) {
        return day.stream().anyMatch(span -> span.from() + since <= now && now < span.to());
    }

    /** A pause at a time when nobody ever sits there lasts as long as that; any other one as pauses do. */
    private List<Shift> afterPause(int counter) {
        var since = known.pausedSince().get(counter);
        if (timetable(counter, true).isEmpty() && !known.before().isEmpty()) {
            return afterAbsence(counter, timetable(counter, false));
        }
        if (known.pauses().isEmpty() || since == null) return List.of();
        var passed = Duration.between(since, picture.at()).toMillis();
        var back = passed + passed / 2 + MINUTE;
        for (var i = 0; i < TRIES; i++) {
            var pause = known.pauses().get(dice.below(known.pauses().size()));
            if (pause > passed) {
                back = pause;
                break;
            }
        }
        return from(back - passed, counter, whenSomebodySat(counter));
    }

    private List<Shift> afterAbsence(int counter, List<Span> timetable) {
        for (var span : timetable) {
            if (span.from() > now) return from(Math.max(MINUTE, shifted(span.from()) - now), counter, timetable);
            if (span.to() > now && now - span.from() < LATE) return from(some(COMES_LATE), counter, timetable);
        }
        return List.of();
    }

    /** From when somebody sits there, as the timetable goes on. */
    private List<Shift> from(long start, int counter, List<Span> timetable) {
        var shifts = new ArrayList<Shift>();
        var begin = start;
        for (var span : timetable) {
            var from = span.from() - now;
            if (span.to() - now <= begin) continue;
            if (shifts.isEmpty() && from > begin + NEAR) {
                // Sits there although nobody did at this time on that day.
                var stays = Math.min(from, begin + some(STAYS));
                shifts.add(new Shift(begin, stays, stays));
                begin = Math.max(stays, shifted(span.from()) - now);
            } else if (!shifts.isEmpty()) {
                begin = Math.max(last(shifts).to(), shifted(span.from()) - now);
            }
            shifts.add(shift(begin, span, counter));
            begin = last(shifts).to();
        }
        if (shifts.isEmpty()) shifts.add(new Shift(begin, FOR_EVER, FOR_EVER));
        return shifts;
    }

    private Shift shift(long begin, Span span, int counter) {
        var hours = planned.get(counter);
        for (var i = 0; i < hours.size(); i++) {
            var end = hours.get(i).to();
            var isLast = i + 1 == hours.size();
            if (span.to() < end - NEAR / 3 || span.to() > end + LONGEST_OVERTIME && !isLast) continue;
            var to = Math.max(begin, end - now);
            // In the evening nobody is sent home who has a number.
            return new Shift(begin, to, isLast ? FOR_EVER : Math.max(to, end - now + goesOn(hours, i)));
        }
        var to = Math.max(begin + MINUTE, shifted(span.to()) - now);
        return new Shift(begin, to, to);
    }

    private long goesOn(List<Span> hours, int before) {
        if (!known.before().isEmpty()) return overtime;
        return worksThroughNoon
                ? hours.get(before + 1).from() - hours.get(before).to()
                : 0;
    }

    private static Shift last(List<Shift> shifts) {
        return shifts.get(shifts.size() - 1);
    }

    private long shifted(long time) {
        return time + (long) (SHIFTED * dice.normal());
    }

    private long some(double mean) {
        return (long) (-mean * Math.log(1 - dice.share()));
    }
}
