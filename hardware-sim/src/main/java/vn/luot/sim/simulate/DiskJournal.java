package vn.luot.sim.simulate;

import java.util.List;
import java.util.function.Consumer;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;

/** The journal of one life of the hub on the simulated disk, with the points at which it may be killed or fail. */
final class DiskJournal implements Journal {
    private final HubDisk disk;
    private final DiskFaults faults;

    /** What may go wrong between two moves of the disk; each is right to do nothing. */
    interface DiskFaults {
        /** @throws Killed when the program ends here */
        void at(Point point);

        /** Whether the disk refuses at this point. */
        boolean refusesAt(Point point);
    }

    /** Moments in the keeping of steps. */
    enum Point {
        BEFORE_WRITING,
        WRITTEN,
        FLUSHED
    }

    DiskJournal(HubDisk disk, DiskFaults faults) {
        this.disk = disk;
        this.faults = faults;
    }

    @Override
    public void append(List<Step> steps) throws JournalFailed {
        pass(Point.BEFORE_WRITING);
        disk.write(steps);
        pass(Point.WRITTEN);
        disk.flush();
        pass(Point.FLUSHED);
    }

    private void pass(Point point) throws JournalFailed {
        faults.at(point);
        if (!faults.refusesAt(point)) return;
        disk.rollBack();
        throw new JournalFailed(new java.io.IOException("the disk refused: " + point));
    }

    @Override
    public void replay(Consumer<Step> reader) throws JournalFailed {
        disk.replay(reader);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
