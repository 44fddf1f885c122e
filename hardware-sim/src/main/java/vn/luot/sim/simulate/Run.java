package vn.luot.sim.simulate;

import java.util.List;
import java.util.Optional;
import vn.luot.sim.simulate.Verdict.Violation;

/** One seed: a day and the beginning of the next in a simulated centre, faults and all. */
final class Run {
    private static final long NIGHT = 15 * 3_600_000L;
    private static final long SETTLING = 90_000;

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
     * @param steps the hub took
     * @param lastEvents only of a run with a violation
     */
    record End(long seed, Optional<Violation> violation, long hash, long steps, List<String> lastEvents) {}

    static End of(long seed, Seams seams) {
        var world = World.of(seed, seams);
        var run = new Run(world);
        run.live();
        var lastEvents = world.verdict().isGuilty() ? world.trace().lastEvents() : List.<String>of();
        return new End(
                seed,
                world.verdict().violation(),
                world.trace().hash(),
                run.site.truth().history().seq(),
                lastEvents);
    }

    private void live() {
        site.openDay();
        site.mishaps().begin();
        pass(world.luck().between(120_000, 300_000));
        site.truth().checkpoint();
        night();
        pass(world.luck().between(60_000, 150_000));
        site.mishaps().calm();
        pass(10_000);
        site.shut();
        pass(SETTLING);
        if (!world.verdict().isGuilty()) site.checkSettled();
    }

    /** Usually somebody closes the day; else the next one begins with the old one open. */
    private void night() {
        site.shut();
        pass(20_000);
        if (world.luck().in(0.7)) {
            site.closeDay();
            pass(10_000);
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
