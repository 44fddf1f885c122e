package vn.luot.sim.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;

/** A disk that takes longer to make things safe. */
record SlowDisk(Journal journal, Duration longer) implements Journal {
    @Override
    public void append(List<Step> steps) throws JournalFailed {
        journal.append(steps);
        var until = System.nanoTime() + longer.toNanos();
        for (var left = longer.toNanos(); left > 0; left = until - System.nanoTime()) LockSupport.parkNanos(left);
    }

    @Override
    public void replay(Consumer<Step> reader) throws JournalFailed {
        journal.replay(reader);
    }

    @Override
    public void close() {
        journal.close();
    }
}
