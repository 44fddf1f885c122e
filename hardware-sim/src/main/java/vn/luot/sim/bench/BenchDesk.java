package vn.luot.sim.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.luot.hub.HubConfig;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.Announcement;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.Outcome;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.settings.Plans;

/** A desk with its journal on the disk, and nobody between it and who asks. */
final class BenchDesk implements AutoCloseable {
    private static final int CROWD = 1_024;

    private final Desk desk;

    private BenchDesk(Desk desk) {
        this.desk = desk;
    }

    /** Its day is open, and a clerk sits at every counter. */
    static BenchDesk open(Path folder) {
        return open(folder, journal -> journal);
    }

    /** @param disk what is between the desk and its journal */
    static BenchDesk open(Path folder, UnaryOperator<Journal> disk) {
        var journal = disk.apply(new SqliteJournal(Database.open(folder.resolve("desk.db")), 1));
        var opened = new BenchDesk(desk(journal));
        opened.desk.open();
        taken(opened.desk.submit((hall, now) -> hall.openDay(BenchHall.CLERK, now)))
                .join();
        IntStream.rangeClosed(1, BenchPlan.COUNTERS)
                .mapToObj(id -> taken(opened.desk.submit((hall, now) -> hall.openCounter(id, BenchHall.CLERK, now))))
                .toList()
                .forEach(CompletableFuture::join);
        return opened;
    }

    private static Desk desk(Journal journal) {
        try {
            var rules = Plans.rules(BenchPlan.plan());
            return new Desk(any -> rules, journal, HubConfig.systemClock(), new Nobody()).rebuilt();
        } catch (JournalFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Nobody implements Audience {
        @Override
        public void announce(List<Announcement> taken) {}

        @Override
        public void startOver() {}
    }

    private static CompletableFuture<Void> taken(CompletableFuture<Outcome> coming) {
        return coming.thenAccept(outcome -> {
            if (!(outcome instanceof Outcome.Taken)) throw new IllegalStateException("not taken: " + outcome);
        });
    }

    /** Tickets issued per second while {@code crowd} wishes always wait. */
    double issuesPerSecond(int crowd, Duration turn) {
        var begun = System.nanoTime();
        var until = begun + turn.toNanos();
        var issued = new AtomicInteger();
        all(crowd, kiosk -> () -> System.nanoTime() < until && issued.incrementAndGet() > 0 ? BenchHall::issue : null);
        return issued.get() * 1e9 / (System.nanoTime() - begun);
    }

    void issue(int tickets) {
        var left = new AtomicInteger(tickets);
        all(CROWD, kiosk -> () -> left.getAndDecrement() > 0 ? BenchHall::issue : null);
    }

    /** What a step of calling and finishing costs the desk's thread, in microseconds of its processor time. */
    double microsPerStep(int visits) {
        var begun = cpuNanos();
        var left = new AtomicInteger(visits);
        all(BenchPlan.COUNTERS, index -> new Clerk(index + 1, left));
        return (cpuNanos() - begun) / 1e3 / (2 * visits);
    }

    /** Calls, finishes, calls, finishes …, until nobody is left. */
    private static final class Clerk implements Supplier<Wish> {
        private final int counter;
        private final AtomicInteger left;
        private boolean serving;

        private Clerk(int counter, AtomicInteger left) {
            this.counter = counter;
            this.left = left;
        }

        @Override
        public Wish get() {
            if (serving) {
                serving = false;
                return (hall, now) -> hall.finish(counter, 0, BenchHall.CLERK, now);
            }
            serving = left.getAndDecrement() > 0;
            return serving ? (hall, now) -> hall.callNext(counter, BenchHall.CLERK, now) : null;
        }
    }

    private long cpuNanos() {
        return desk.read(hall -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                .join();
    }

    /** Each of {@code crowd} wishes again as soon as a step was taken, until there is no further wish. */
    private void all(int crowd, IntFunction<Supplier<Wish>> wishes) {
        IntStream.range(0, crowd)
                .mapToObj(index -> again(wishes.apply(index), new CompletableFuture<>()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> again(Supplier<Wish> wishes, CompletableFuture<Void> done) {
        var wish = wishes.get();
        if (wish == null) {
            done.complete(null);
        } else {
            taken(desk.submit(wish)).whenComplete((step, fault) -> {
                if (fault == null) {
                    again(wishes, done);
                } else {
                    done.completeExceptionally(fault);
                }
            });
        }
        return done;
    }

    @Override
    public void close() {
        desk.close();
    }
}
