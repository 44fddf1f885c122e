package vn.luot.sim.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened, in order: the end of it in words, all of it as a fingerprint. */
final class Trace {
    private static final int KEPT = 60;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private record Entry(long at, String who, String what) {
        String line() {
            return "%9.3f s  %-10s %s".formatted(at / 1e3, who, what);
        }
    }

    private final Scheduler scheduler;
    private final Deque<Entry> last = new ArrayDeque<>();
    private long hash = FNV_OFFSET;

    Trace(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void note(String who, String what) {
        last.addLast(new Entry(scheduler.now(), who, what));
        if (last.size() > KEPT) last.removeFirst();
        mix(scheduler.now());
        mix(who.hashCode());
        mix(what.hashCode());
    }

    private void mix(long value) {
        hash = (hash ^ value) * FNV_PRIME;
    }

    /** Equal for equal runs. */
    long hash() {
        return hash;
    }

    /** The last things that happened, the oldest first. */
    List<String> lastEvents() {
        return last.stream().map(Entry::line).toList();
    }
}
