package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a call keeps a counter busy and when somebody sits there, learned from the steps of this day and of days
 * before. What matters to those who wait is the time from a call until the counter is free again, whatever became of
 * it, and then until its clerk calls the next. One thread at a time may use it.
 */
public final class ServiceTimes {
    /** The last so many of each service: as old as a few weeks at most counters, and young enough to notice a change. */
    static final int REMEMBERED = 200;

    /** Longer than this is a clerk who forgot to press finish. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private record Busy(Instant since, String service) {}

    private final Attendance attendance = new Attendance();
    private final Map<Integer, Busy> busy = new HashMap<>();
    private final Map<Integer, Instant> freeSince = new HashMap<>();
    private final Map<String, Deque<Integer>> times = new HashMap<>();
    private final Deque<Visit> today = new ArrayDeque<>();
    private final Deque<Integer> gaps = new ArrayDeque<>();
    private final Deque<Joining> joinings = new ArrayDeque<>();
    private LocalDate day;

    /** Steps of one hall, in order; days may be missing. */
    public void learn(Step step) {
        switch (step.kind()) {
            case DAY_OPENED -> {
                forgetWhoIsThere();
                if (!step.day().equals(day)) today.clear();
                day = step.day();
                attendance.dayOpened(step.day());
            }
            case DAY_CLOSED -> {
                forgetWhoIsThere();
                attendance.dayClosed(step.at());
            }
            case COUNTER_OPENED -> {
                freeSince.remove(step.counter().id());
                attendance.opened(step.counter().id(), step.at());
            }
            case COUNTER_PAUSED -> {
                freeSince.remove(step.counter().id());
                attendance.paused(step.counter().id(), step.at());
            }
            case COUNTER_CLOSED -> {
                freeSince.remove(step.counter().id());
                attendance.closed(step.counter().id(), step.at());
            }
            case UNSERVED,
                    LEASED,
                    RATED,
                    REPRINTED,
                    FURTHER_ADDED,
                    PUSHED_BACK,
                    PRIORITY_ASKED,
                    PRIORITY_DECIDED,
                    HARDWARE_CHANGED,
                    PLAN_CHANGED,
                    VOTE_VOIDED -> {}
            case ISSUED -> learnJoining(step);
            case CALLED,
                    RECALLED,
                    STARTED,
                    FINISHED,
                    CONTINUED,
                    NO_SHOW,
                    HELD,
                    RESUMED,
                    RETURNED,
                    TRANSFERRED,
                    WALKED_IN,
                    CANCELLED,
                    VOIDED -> {
                if (step.counter() != null) learnAt(step.counter(), step);
                if (step.ticket() != null) learnJoining(step);
            }
        }
    }

    private void forgetWhoIsThere() {
        busy.clear();
        freeSince.clear();
    }

    private void learnAt(Counter counter, Step step) {
        if (counter.ticket() == 0) {
            var done = busy.remove(counter.id());
            if (done != null) learnTime(done, step.at());
            freeSince.put(counter.id(), step.at());
        } else if (!busy.containsKey(counter.id())) {
            var free = freeSince.remove(counter.id());
            // Only when the called one waited already is it the clerk who took the time.
            if (free != null && step.ticket().place().since().isBefore(free)) {
                var gap = Duration.between(free, step.at());
                if (isSound(gap)) keep(gaps, (int) gap.toMillis());
            }
            busy.put(counter.id(), new Busy(step.at(), step.ticket().service()));
        }
    }

    private void learnTime(Busy done, Instant until) {
        var time = Duration.between(done.since(), until);
        if (!isSound(time)) return;
        var millis = (int) time.toMillis();
        keep(times.computeIfAbsent(done.service(), any -> new ArrayDeque<>()), millis);
        keep(today, new Visit(done.service(), millis));
    }

    private static boolean isSound(Duration time) {
        return !time.isNegative() && time.compareTo(LONGEST) <= 0;
    }

    /** Somebody stands in a line who may pass others: of a priority class, or with an older place. */
    private void learnJoining(Step step) {
        var ticket = step.ticket();
        if (ticket.state() != Ticket.State.WAITING) return;
        var placeAge = Duration.between(ticket.place().since(), step.at());
        if (ticket.priority() || !placeAge.isZero()) keep(joinings, new Joining(step.at(), placeAge, ticket));
    }

    private static <T> void keep(Deque<T> kept, T latest) {
        kept.addLast(latest);
        if (kept.size() > REMEMBERED) kept.removeFirst();
    }

    /** What is known by now, safe to keep and to read on any thread. */
    public Learned learned(Rules rules) {
        var fields = new HashMap<String, List<Integer>>();
        var all = new ArrayList<Integer>();
        var own = new HashMap<String, List<Integer>>();
        for (var service : rules.services()) {
            var known = List.copyOf(times.getOrDefault(service.id(), new ArrayDeque<>()));
            own.put(service.id(), known);
            fields.computeIfAbsent(service.field(), any -> new ArrayList<>()).addAll(known);
            all.addAll(known);
        }
        return new Learned(
                own,
                fields,
                all,
                List.copyOf(today),
                List.copyOf(gaps),
                List.copyOf(joinings),
                attendance.known(rules.zone()));
    }

    /** One call of today; its time is in milliseconds. */
    record Visit(String service, int time) {}

    /**
     * Somebody joined a line ahead of others.
     *
     * @param placeAge how long ago their place counts from; negative for an appointment
     */
    record Joining(Instant at, Duration placeAge, Ticket ticket) {}

    /**
     * Times in milliseconds.
     *
     * @param own what was seen of each service
     * @param fields of each field
     * @param today the last calls of this day
     * @param gaps from a counter's being free until its clerk called somebody who waited
     * @param joinings the last who joined ahead of others, oldest first
     */
    public record Learned(
            Map<String, List<Integer>> own,
            Map<String, List<Integer>> fields,
            List<Integer> all,
            List<Visit> today,
            List<Integer> gaps,
            List<Joining> joinings,
            Attendance.Known attendance) {}
}
