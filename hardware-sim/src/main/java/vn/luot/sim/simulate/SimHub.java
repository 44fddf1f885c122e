package vn.luot.sim.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.luot.hub.desk.Announcement;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.Outcome;
import vn.luot.hub.desk.View;
import vn.luot.hub.feed.Ear;
import vn.luot.hub.feed.Feed;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.protocol.hub.Following;
import vn.luot.sim.simulate.DiskJournal.Point;

/** The hub's machine: its disk and clock, and a real desk, hall and feed that live until they are killed. */
final class SimHub {
    private static final Actor HOURS = new Actor(Role.ADMIN, "", "Giờ làm việc");

    /** A report reads the whole day, so it is asked for now and then, as managers do. */
    private static final int STEPS_BETWEEN_REPORTS = 20;

    private final World world;
    private final Truth truth;
    private final HubDisk disk;
    private final WallClock clock;
    private final DailyReport report;
    private final List<Ear> ears = new ArrayList<>();
    private Life life = new Life();
    private Desk desk;
    private Feed feed;
    private OneKiosk oneKiosk;
    private Hall hall;
    private boolean serveIsDue;
    private long checked;
    private int untilReport;
    private Point killAt;
    private Point refuseAt;
    private boolean killBeforeAnswering;

    SimHub(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.disk = new HubDisk(truth::durable, world.journal());
        this.clock = new WallClock(world.scheduler());
        this.report = new DailyReport(world);
        life.end();
    }

    boolean isUp() {
        return !life.isOver();
    }

    WallClock clock() {
        return clock;
    }

    HubDisk disk() {
        return disk;
    }

    Instant now() {
        return clock.instant();
    }

    void boot() {
        if (isUp()) return;
        life = new Life();
        hall = null;
        checked = -1;
        serveIsDue = false;
        world.trace().note("hub", "boots");
        try {
            open(life);
        } catch (JournalFailed | RuntimeException e) {
            world.verdict().broken(Invariant.S11, "the journal does not replay: " + e);
        }
    }

    private void open(Life mine) throws JournalFailed {
        oneKiosk = new OneKiosk(() -> world.scheduler().uptime() * 1_000_000);
        feed = new Feed(task -> onLoop(mine, task), clock, disk.epoch(), () -> 0);
        var audience = feed.and(new Watch());
        var journal = world.seams().journal(new DiskJournal(disk, new Faults()), disk, audience, world);
        desk = new Desk(plan -> world.hall().rules(), journal, clock, audience).rebuilt();
        feed.open(desk, () -> HallRules.ZONE);
        desk.read(fresh -> {
            hall = fresh;
            truth.checkDisk(disk.kept(), fresh);
            return null;
        });
        var epoch = disk.epoch();
        // A hub that cannot do this does not open its door.
        decide((now, at) -> now.passOver(epoch, HOURS, at)).whenComplete((done, fault) -> {
            if (fault != null) kill("because it cannot pass over numbers");
        });
        repeat(mine, 5_000, () -> feed.beat());
        repeat(mine, 20_000, () -> decide((now, at) -> now.keepHours(HOURS, at).orElse(new Decision.Already(null))));
    }

    private void repeat(Life mine, long millis, Runnable task) {
        world.scheduler().after(millis, mine, () -> {
            task.run();
            repeat(mine, millis, task);
        });
    }

    /** Whatever happens on the feed's loop may ask the desk. */
    private void onLoop(Life mine, Runnable task) {
        world.scheduler().after(0, mine, () -> {
            task.run();
            serveSoon();
        });
    }

    /** Decides a wish; the answer never comes when the hub dies first. */
    CompletableFuture<Outcome> decide(Wish wish) {
        var answer = desk.submit((now, at) -> {
            hall = now;
            return world.seams().decision(wish.decide(now, at), now, at, world);
        });
        serveSoon();
        return answer;
    }

    /** What the hall shows once everything before is durable. */
    <T> CompletableFuture<T> look(Function<Hall, T> look) {
        var answer = desk.read(look);
        serveSoon();
        return answer;
    }

    void join(Ear ear, View view, Following.Since since) {
        ears.removeIf(Ear::isClosed);
        ears.add(ear);
        feed.join(world.seams().ear(ear, world), view, since.seq(), since.epoch());
    }

    /** One of two programs with the token of a kiosk wants to follow the hall. */
    void admit(String kiosk, String program, OneKiosk.Feed socket, Consumer<Boolean> told) {
        var mine = life;
        oneKiosk.admit(kiosk, program, socket).onSuccess(may -> {
            if (!mine.isOver()) told.accept(may);
        });
    }

    boolean isAnother(String kiosk, String program) {
        return oneKiosk.isAnother(kiosk, program);
    }

    private void serveSoon() {
        if (serveIsDue) return;
        serveIsDue = true;
        world.scheduler().after(world.luck().between(0, 4), life, this::serve);
    }

    private void serve() {
        serveIsDue = false;
        desk.serveOnce();
    }

    /** S15 and S11, whenever the hall has gone on since it was checked last. */
    void checkNow() {
        if (hall == null || !isUp() || hall.seq() == checked) return;
        checked = hall.seq();
        truth.checkHall(hall);
        checkLines();
        if (--untilReport > 0) return;
        untilReport = STEPS_BETWEEN_REPORTS;
        report.checkOne(stepsOnDisk(), truth.history());
    }

    /** What every screen and kiosk says of the length of a line. */
    private void checkLines() {
        for (var service : HallRules.SERVICES) {
            var waiting = truth.history().waiting(service);
            world.verdict()
                    .unless(
                            hall.waiting(service) == waiting,
                            Invariant.S15,
                            () -> hall.waiting(service) + " wait for " + service + " instead of " + waiting);
        }
    }

    /** The reports of the day, from the steps on the disk. */
    void checkReports() {
        report.checkAll(stepsOnDisk(), truth.history());
    }

    private List<Step> stepsOnDisk() {
        var steps = new ArrayList<Step>();
        try {
            disk.replay(steps::add);
        } catch (JournalFailed e) {
            world.verdict().broken(Invariant.S11, "the journal does not replay: " + e);
        }
        return steps;
    }

    /** S11 and S12 of the store itself, in the runs that have a real one. */
    void checkStore() {
        world.journal()
                .map(RealJournal::faults)
                .filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> world.verdict().broken(Invariant.S12, "the store says " + faults));
    }

    void kill(String how) {
        if (!isUp()) return;
        world.trace().note("hub", "is killed " + how);
        life.end();
        disk.crash(world.luck().in(0.5));
        killAt = null;
        refuseAt = null;
        killBeforeAnswering = false;
        // Half the time the machine lives on and says goodbye for its program; after a power cut nobody does.
        if (world.luck().in(0.5)) ears.forEach(ear -> ear.close((short) 0, "killed"));
        ears.clear();
        world.after(world.luck().between(500, 6_000), this::boot);
    }

    void killAtNext(Point point) {
        killAt = point;
    }

    void killBeforeNextAnswer() {
        killBeforeAnswering = true;
    }

    void refuseAtNext(Point point) {
        refuseAt = point;
    }

    /** No mishap waits any more, and the clock is right. */
    void becomesCalm() {
        killAt = null;
        refuseAt = null;
        killBeforeAnswering = false;
        clock.set(0);
    }

    /** Puts a backup in the place of the journal, as an operator does with the hub stopped. */
    void restore(HubDisk.Backup backup) {
        kill("to be restored to step " + backup.steps());
        // Who restores a hub looks at its clock first.
        clock.set(0);
        var minutes = (int) (now().getEpochSecond() / 60);
        disk.restore(backup, world.seams().epochAfterRestore(disk.epoch(), Math.max(disk.epoch() + 1, minutes)));
        truth.restored(disk.kept());
    }

    private final class Faults implements DiskJournal.DiskFaults {
        @Override
        public void at(Point point) {
            if (killAt != point) return;
            kill("at " + point);
            throw new Killed("at " + point);
        }

        @Override
        public boolean refusesAt(Point point) {
            if (refuseAt != point) return false;
            refuseAt = null;
            world.trace().note("hub", "its disk refuses at " + point);
            return true;
        }
    }

    /** Hears last of all, before the answers. */
    private final class Watch implements Audience {
        @Override
        public void announce(List<Announcement> taken) {
            if (!killBeforeAnswering) return;
            kill("before answering");
            throw new Killed("before answering");
        }

        @Override
        public void startOver() {
            hall = null;
            world.trace().note("hub", "its hall is rebuilt");
        }
    }
}
