package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a call keeps a counter busy, learned from the steps of this day and of days before. What matters to those
 * who wait is the time from a call until the counter is free again, whatever became of it, and then until its clerk calls
 * the next. One thread at a time may use it.
 */
public final class ServiceTimes {
    /** The last so many of each service: as old as a few weeks at most counters, and young enough to notice a change. */
    private static final int REMEMBERED = 200;

    /** Longer than this is a clerk who forgot to press finish. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private record Busy(Instant since, String service) {}

    private final Map<Integer, Busy> busy = new HashMap<>();
    private final Map<Integer, Instant> freeSince = new HashMap<>();
    private final Map<String, Deque<Integer>> times = new HashMap<>();
    private final Deque<Integer> gaps = new ArrayDeque<>();
    private final Deque<Ticket> priorityArrivals = new ArrayDeque<>();

    /** Steps of one hall, in order; days may be missing. */
    public void learn(Step step) {
        switch (step.kind()) {
            case DAY_OPENED, DAY_CLOSED -> forgetWhoIsThere();
            case COUNTER_OPENED, COUNTER_PAUSED, COUNTER_CLOSED ->
                freeSince.remove(step.counter().id());
            case UNSERVED, LEASED, RATED, REPRINTED, FURTHER_ADDED, HARDWARE_CHANGED -> {}
            case ISSUED -> {
                if (step.ticket().priority()) keep(priorityArrivals, step.ticket());
            }
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
            if (done != null) {
                keep(times.computeIfAbsent(done.service(), any -> new ArrayDeque<>()), done.since(), step.at());
            }
            freeSince.put(counter.id(), step.at());
        } else if (!busy.containsKey(counter.id())) {
            var free = freeSince.remove(counter.id());
            // Only when the called one waited already is it the clerk who took the time.
            if (free != null && step.ticket().place().since().isBefore(free)) keep(gaps, free, step.at());
            busy.put(counter.id(), new Busy(step.at(), step.ticket().service()));
        }
    }

    private static void keep(Deque<Integer> kept, Instant from, Instant to) {
        var time = Duration.between(from, to);
        if (time.isNegative() || time.compareTo(LONGEST) > 0) return;
        keep(kept, (int) time.toMillis());
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
        return new Learned(own, fields, all, List.copyOf(gaps), List.copyOf(priorityArrivals));
    }

    /**
     * In milliseconds.
     *
     * @param own what was seen of each service
     * @param fields of each field
     * @param gaps from a counter's being free until its clerk called somebody who waited
     * @param priorityArrivals the last tickets of priority classes, oldest first: who comes later may pass others
     */
    public record Learned(
            Map<String, List<Integer>> own,
            Map<String, List<Integer>> fields,
            List<Integer> all,
            List<Integer> gaps,
            List<Ticket> priorityArrivals) {}
}
