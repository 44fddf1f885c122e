package vn.luot.sim.simulate;

import java.util.Optional;

/** What everybody in a run shares. */
record World(
        Scheduler scheduler,
        Luck luck,
        Trace trace,
        Verdict verdict,
        HallRules hall,
        Frames frames,
        Seams seams,
        Optional<RealJournal> journal) {

    /** @param journal of the hub, when it is not just a list */
    static World of(long seed, Seams seams, Optional<RealJournal> journal) {
        var scheduler = new Scheduler();
        var luck = new Luck(seed);
        var trace = new Trace(scheduler);
        return new World(scheduler, luck, trace, new Verdict(trace), HallRules.of(luck), new Frames(), seams, journal);
    }

    /** Something a person does, or the world itself. */
    void after(long millis, Runnable task) {
        scheduler.after(millis, Life.ENDLESS, task);
    }

    /** Again and again, at moments between {@code least} and {@code most} apart, until the run ends. */
    void often(long least, long most, Runnable task) {
        after(luck.between(least, most), () -> {
            task.run();
            often(least, most, task);
        });
    }
}
