package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;

/**
 * The hub's disk: what was flushed outlives everything, what was only written may be gone after a crash, but never in
 * part, because the store writes transactions.
 */
final class HubDisk {
    /** What somebody carried away: the journal as it was, and in which of its lives. */
    record Backup(int steps, int epoch) {}

    private final List<Step> kept = new ArrayList<>();
    private final List<Step> written = new ArrayList<>();
    private final Consumer<Step> durable;
    private final Optional<RealJournal> real;
    private int epoch = 1;

    /**
     * @param durable told of each step once it can no longer be lost
     * @param real keeps and gives back what this disk does, in the runs that have one
     */
    HubDisk(Consumer<Step> durable, Optional<RealJournal> real) {
        this.durable = durable;
        this.real = real;
    }

    void write(List<Step> steps) {
        written.addAll(steps);
    }

    void flush() {
        kept.addAll(written);
        var fresh = List.copyOf(written);
        written.clear();
        real.ifPresent(journal -> journal.append(fresh));
        fresh.forEach(durable);
    }

    /** Reads the steps of the latest business day and of the one before. */
    void replay(Consumer<Step> reader) throws JournalFailed {
        if (real.isPresent()) real.get().replay(reader);
        else replayKept(reader);
    }

    private void replayKept(Consumer<Step> reader) {
        var latest = kept.stream().map(Step::day).distinct().sorted().toList();
        if (latest.isEmpty()) return;
        var from = latest.get(Math.max(0, latest.size() - 2));
        var begin = 0;
        while (kept.get(begin).day().isBefore(from)) begin++;
        List.copyOf(kept.subList(begin, kept.size())).forEach(reader);
    }

    /** The transaction under way is undone. */
    void rollBack() {
        written.clear();
    }

    /** @param luckily what was written is there by chance */
    void crash(boolean luckily) {
        if (luckily) flush();
        else rollBack();
        real.ifPresent(RealJournal::reopen);
    }

    /** All steps that can no longer be lost. */
    List<Step> kept() {
        return kept;
    }

    int epoch() {
        return epoch;
    }

    Backup backUp() {
        return new Backup(kept.size(), epoch);
    }

    /** Puts an old copy in the place of the journal. */
    void restore(Backup backup, int newEpoch) {
        written.clear();
        kept.subList(backup.steps(), kept.size()).clear();
        real.ifPresent(journal -> journal.restore(kept));
        epoch = newEpoch;
    }
}
