package vn.luot.sim.simulate;

import java.util.List;
import java.util.Optional;
import vn.luot.sim.simulate.Verdict.Violation;

/** One seed: a day and the beginning of the next in a simulated centre, faults and all. */
final class Run {
    private static final long NIGHT = 15 * 3_600_000L;
    private static final long SETTLING = 35_000;
    /** Every so many seeds the hub writes to a real SQLite file: that costs as much as the rest of the run. */
    private static final long RUNS_A_REAL_JOURNAL = 20;

    private final World world;
    private final Site site;

    private Run(World world) {
        this.world = world;
        this.site = new Site(world);
    }

    /**
     * How a run ended.
     *
     * @param hash equal for equal runs
     * @param lastEvents only of a run with a violation
     */
    record End(long seed, Optional<Violation> violation, long hash, Tally tally, List<String> lastEvents) {}

    /**
     * How much happened.
     *
     * @param events whatever was due, one after the other
     * @param steps that the hub took, the lost ones of a restore not counted
     * @param mishaps kills, refusing disks, cuts, jumps of clocks, printer troubles and restores; messages that are lost one by
     *     one and clumsy people are not counted
     */
    record Tally(long events, long steps, long mishaps) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally and(Tally other) {
            return new Tally(events + other.events, steps + other.steps, mishaps + other.mishaps);
        }
    }

    /** As everything is meant to be. */
    static End of(long seed) {
        if (seed % RUNS_A_REAL_JOURNAL != 0) return of(seed, new Seams());
        try (var journal = new RealJournal()) {
            return of(seed, new Seams(), Optional.of(journal));
        }
    }

    static End of(long seed, Seams seams) {
        return of(seed, seams, Optional.empty());
    }

    private static End of(long seed, Seams seams, Optional<RealJournal> journal) {
        var world = World.of(seed, seams, journal);
        var run = new Run(world);
        run.live();
        var lastEvents = world.verdict().isGuilty() ? world.trace().lastEvents() : List.<String>of();
        return new End(
                seed,
                world.verdict().violation(),
                world.trace().hash(),
                new Tally(
                        world.scheduler().happened(),
                        run.site.truth().history().seq(),
                        run.site.mishaps().happened()),
                lastEvents);
    }

    private void live() {
        site.openDay();
        site.mishaps().begin();
        pass(world.luck().between(25_000, 60_000));
        site.truth().checkpoint();
        night();
        pass(world.luck().between(15_000, 35_000));
        site.mishaps().calm();
        pass(10_000);
        site.shut();
        pass(SETTLING);
        if (site.retiresATwin()) pass(SETTLING);
        if (!world.verdict().isGuilty()) site.checkSettled();
    }

    /** Usually somebody closes the day; else the next one begins with the old one open. */
    private void night() {
        site.shut();
        pass(10_000);
        if (world.luck().in(0.7)) {
            site.closeDay();
            pass(5_000);
        }
        world.scheduler().pass(NIGHT + world.luck().between(0, 3_600_000));
        world.trace().note("world", "a night passes");
        site.openDay();
    }

    private void pass(long millis) {
        var until = world.scheduler().now() + millis;
        while (!world.verdict().isGuilty() && world.scheduler().next(until)) site.checkNow();
    }
}
