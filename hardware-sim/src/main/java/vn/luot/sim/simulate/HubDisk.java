package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    private int epoch = 1;

    /** @param durable told of each step once it can no longer be lost */
    HubDisk(Consumer<Step> durable) {
        this.durable = durable;
    }

    void write(List<Step> steps) {
        written.addAll(steps);
    }

    void flush() {
        kept.addAll(written);
        var fresh = List.copyOf(written);
        written.clear();
        fresh.forEach(durable);
    }

    /** The transaction under way is undone. */
    void rollBack() {
        written.clear();
    }

    /** @param luckily what was written is there by chance */
    void crash(boolean luckily) {
        if (luckily) flush();
        else rollBack();
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
        epoch = newEpoch;
    }
}
