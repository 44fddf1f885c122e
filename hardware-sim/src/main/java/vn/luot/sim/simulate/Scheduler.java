package vn.luot.sim.simulate;

import java.time.Instant;
import java.util.PriorityQueue;

/** The only time and the only order of a simulated run: what is due first happens next, one thing at a time. */
final class Scheduler {
    /** A Monday, 7:30 in Vietnam. */
    private static final long START = Instant.parse("2026-11-23T00:30:00Z").toEpochMilli();

    private record Due(long at, long order, Life life, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long now;
    private long order;
    private long happened;
    private long nights;

    /** Milliseconds since the run began. */
    long now() {
        return now;
    }

    /** How many things so far. */
    long happened() {
        return happened;
    }

    /** Milliseconds since the run began, nights and all. */
    long uptime() {
        return now + nights;
    }

    /** The true time, which no clock in the hall need show. */
    Instant trueTime() {
        return Instant.ofEpochMilli(START + now + nights);
    }

    /** Nobody does anything for this long. */
    void pass(long millis) {
        nights += millis;
    }

    /** Does {@code task} in {@code millis}, unless {@code life} is over by then. */
    void after(long millis, Life life, Runnable task) {
        due.add(new Due(now + Math.max(0, millis), order++, life, task));
    }

    /** Does the next thing that is due by {@code until}; false when there is none, and it is {@code until} then. */
    boolean next(long until) {
        while (!due.isEmpty() && due.peek().at() <= until) {
            var next = due.poll();
            if (next.life().isOver()) continue;
            now = next.at();
            happened++;
            run(next.task());
            return true;
        }
        now = Math.max(now, until);
        return false;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Killed killed) {
            // The program that did this is no more; whoever killed it has noted so.
        }
    }
}
