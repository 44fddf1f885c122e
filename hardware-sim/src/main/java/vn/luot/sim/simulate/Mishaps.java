package vn.luot.sim.simulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lets the faults of a run happen, until all is calm. */
final class Mishaps {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final List<Long> JUMPS =
            List.of(1_000L, -1_000L, HOUR, -HOUR, DAY, -DAY, 600_000L, -600_000L, -20_000 * DAY);

    private final World world;
    private final Site site;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private boolean calm;
    private long happened;

    Mishaps(World world, Site site) {
        this.world = world;
        this.site = site;
        for (var fault : Fault.values()) {
            if (world.luck().in(fault == Fault.F12 ? 0.25 : 0.5)) faults.add(fault);
        }
        world.trace().note("world", "faults " + faults);
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** How many so far. */
    long happened() {
        return happened;
    }

    void begin() {
        faults.forEach(this::begin);
    }

    private void begin(Fault fault) {
        switch (fault) {
            case F1 -> kill();
            case F3 ->
                often(
                        7_000,
                        30_000,
                        () -> site.hub().refuseAtNext(world.luck().one(List.of(DiskJournal.Point.values()))));
            case F6 -> troubleTheNetwork();
            case F8 -> jump();
            case F10 -> often(3_000, 20_000, this::troubleAPrinter);
            case F12 -> restore();
            // The site has a second kiosk of that name.
            case F14 -> {}
            case F18 -> site.clerks().forEach(clerk -> clerk.becomes(0.25));
            case F19 -> site.tablets().forEach(tablet -> tablet.becomes(0.5));
        }
    }

    private void often(long least, long most, Runnable mishap) {
        world.often(least, most, () -> {
            if (calm) return;
            happened++;
            mishap.run();
        });
    }

    private void kill() {
        often(10_000, 40_000, () -> site.hub().kill("at any moment"));
        often(10_000, 40_000, () -> site.hub().killAtNext(world.luck().one(List.of(DiskJournal.Point.values()))));
        often(20_000, 60_000, () -> site.hub().killBeforeNextAnswer());
        often(7_000, 30_000, () -> aKiosk().kill("at any moment"));
        often(7_000, 20_000, () -> aKiosk().killWhenPaperIsOut());
        often(7_000, 30_000, () -> aKiosk().killWhenItAsks());
        often(7_000, 30_000, () -> aKiosk().killAtNext(world.luck().one(List.of(KioskDisk.Point.values()))));
    }

    private SimKiosk aKiosk() {
        return world.luck().one(site.kiosks());
    }

    private void troubleTheNetwork() {
        site.links()
                .forEach(link -> link.becomes(
                        world.luck().one(List.of(0.0, 0.01, 0.1, 0.3)),
                        world.luck().one(List.of(0.0, 0.05, 0.3)),
                        world.luck().one(List.of(20L, 200L, 2_000L))));
        often(2_000, 13_000, () -> {
            var link = world.luck().one(site.links());
            var how = world.luck().below(3);
            link.cut(how != 1, how != 2);
            world.after(world.luck().between(2_000, 30_000), () -> link.cut(false, false));
        });
    }

    private void jump() {
        often(10_000, 40_000, () -> site.hub().clock().set(world.luck().one(JUMPS)));
        often(10_000, 40_000, () -> aKiosk().clock().set(world.luck().one(JUMPS)));
    }

    private void troubleAPrinter() {
        aKiosk().printer()
                .becomes(world.luck().one(List.of(0.0, 0.3, 0.8)), world.luck().in(0.3));
    }

    private void restore() {
        world.after(world.luck().between(10_000, 65_000), () -> {
            var backup = site.hub().disk().backUp();
            world.trace().note("hub", "is backed up at step " + backup.steps());
            world.after(world.luck().between(5_000, 40_000), () -> {
                if (calm) return;
                happened++;
                site.hub().restore(backup);
                site.promises().forget();
                world.after(10_000, site::openToday);
            });
        });
    }

    /** Nothing more goes wrong, and what can be mended is. */
    void calm() {
        calm = true;
        world.trace().note("world", "all is calm");
        site.links().forEach(link -> {
            link.becomes(0, 0, 20);
            link.cut(false, false);
        });
        site.kiosks().forEach(SimKiosk::becomesCalm);
        site.clerks().forEach(clerk -> clerk.becomes(0));
        site.tablets().forEach(tablet -> tablet.becomes(0));
        site.hub().becomesCalm();
    }
}
