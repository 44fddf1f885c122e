package vn.luot.hub.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import vn.luot.hub.queue.Step;

/**
 * A journal that is read on a thread of its own before anybody asks. Making a step of a row takes longer than applying the
 * step, and a start has much else to do before there is a hall to apply it to. Only the first replay is read ahead.
 */
public final class ReadAhead implements Journal {
    private static final int TOGETHER = 128;
    /** Steps of a day in full work; whoever reads further waits for whoever applies. */
    private static final int MOST_WAITING = 64;

    private final Journal journal;
    private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread reader = new Thread(this::readAll, "read ahead");
    private boolean replayed;

    private ReadAhead(Journal journal) {
        this.journal = journal;
        reader.setDaemon(true);
    }

    /** Begins to read. */
    public static ReadAhead of(Journal journal) {
        var ahead = new ReadAhead(journal);
        ahead.reader.start();
        return ahead;
    }

    /**
     * Steps that were read, in order.
     *
     * @param isLast there are no more, for whatever reason
     * @param failed why there are no more; absent when all were read
     */
    private record Read(List<Step> steps, boolean isLast, Exception failed) {}

    private void readAll() {
        try {
            hand(new Read(readAllButTheLast(), true, null));
        } catch (JournalFailed | RuntimeException e) {
            hand(new Read(List.of(), true, e));
        }
    }

    private List<Step> readAllButTheLast() throws JournalFailed {
        var batch = new ArrayList<Step>(TOGETHER);
        journal.replay(step -> {
            batch.add(step);
            if (batch.size() < TOGETHER) return;
            hand(new Read(List.copyOf(batch), false, null));
            batch.clear();
        });
        return batch;
    }

    private void hand(Read some) {
        try {
            read.put(some);
        } catch (InterruptedException e) {
            // Closed before it was replayed: nobody waits for it.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void replay(Consumer<Step> taker) throws JournalFailed {
        if (replayed) {
            journal.replay(taker);
            return;
        }
        replayed = true;
        for (var isLast = false; !isLast; ) {
            var some = next();
            if (some.failed() instanceof JournalFailed failed) throw failed;
            if (some.failed() instanceof RuntimeException bug) throw bug;
            some.steps().forEach(taker);
            isLast = some.isLast();
        }
    }

    private Read next() throws JournalFailed {
        try {
            return read.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalFailed(e);
        }
    }

    @Override
    public void append(List<Step> steps) throws JournalFailed {
        journal.append(steps);
    }

    @Override
    public void close() {
        reader.interrupt();
        journal.close();
    }
}
