package vn.luot.hub.health;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;

/** A journal, and how often and how long it was written. The counts may be read by any thread. */
public final class MeasuredJournal implements Journal {
    private final Journal journal;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    public MeasuredJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(List<Step> kept) throws JournalFailed {
        var begun = System.nanoTime();
        try {
            journal.append(kept);
        } catch (JournalFailed e) {
            failures.incrementAndGet();
            throw e;
        }
        nanos.addAndGet(System.nanoTime() - begun);
        commits.incrementAndGet();
        steps.addAndGet(kept.size());
    }

    @Override
    public void replay(Consumer<Step> reader) throws JournalFailed {
        journal.replay(reader);
    }

    @Override
    public void close() {
        journal.close();
    }

    long steps() {
        return steps.get();
    }

    long commits() {
        return commits.get();
    }

    double seconds() {
        return nanos.get() / 1e9;
    }

    long failures() {
        return failures.get();
    }
}
