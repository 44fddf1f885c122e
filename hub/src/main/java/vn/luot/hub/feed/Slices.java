package vn.luot.hub.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Does on an event loop what it is given, one after the other and in that order, but lets the loop do other things
 * between: telling five thousand listeners takes longer than anybody's ticket should wait.
 */
final class Slices implements Executor {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Executor loop;
    private final LongSupplier nanoTime;
    /** Only the loop touches these. */
    private final Deque<Runnable> due = new ArrayDeque<>();

    private boolean goesOn;

    Slices(Executor loop, LongSupplier nanoTime) {
        this.loop = loop;
        this.nanoTime = nanoTime;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(() -> {
            due.addLast(task);
            if (!goesOn) work();
        });
    }

    /** From within a task: does these before anything else that is due. */
    void next(List<Runnable> parts) {
        for (var i = parts.size() - 1; i >= 0; i--) due.addFirst(parts.get(i));
    }

    private void work() {
        var begun = nanoTime.getAsLong();
        goesOn = true;
        try {
            while (!due.isEmpty() && nanoTime.getAsLong() - begun < LONGEST_NANOS)
                due.removeFirst().run();
        } finally {
            goesOn = !due.isEmpty();
            if (goesOn) loop.execute(this::work);
        }
    }
}
