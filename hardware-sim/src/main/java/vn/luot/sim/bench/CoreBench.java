package vn.luot.sim.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Step;
import vn.luot.hub.settings.Plans;

/** The hall by itself, without a disk, a wire or a second thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CoreBench {
    private static final int CROWD = 100_000;
    private static final int VISITS = 2_500;
    /** The day's opening, the counter's, and issuing, calling, starting and finishing. */
    private static final int STEPS = 2 + 4 * VISITS;

    private final Rules rules = Plans.rules(BenchPlan.plan());
    private Hall crowded;
    private List<Step> day;

    /** Bounded: a minute, or a quarter of it. */
    public static Options options(boolean quick) {
        return new OptionsBuilder()
                .include(CoreBench.class.getName())
                .forks(1)
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(2))
                .build();
    }

    @Setup
    public void fill() {
        crowded = opened(new ArrayList<>());
        for (var i = 0; i < CROWD; i++) crowded.apply((Step) BenchHall.issue(crowded, Instant.now()));
        day = new ArrayList<>(STEPS);
        var hall = opened(day);
        for (var i = 0; i < VISITS; i++) {
            take(hall, BenchHall.issue(hall, Instant.now()), day);
            take(hall, hall.callNext(1, BenchHall.CLERK, Instant.now()), day);
            take(hall, hall.start(1, 0, BenchHall.CLERK, Instant.now()), day);
            take(hall, hall.finish(1, 0, BenchHall.CLERK, Instant.now()), day);
        }
    }

    private Hall opened(List<Step> steps) {
        var hall = new Hall(rules);
        take(hall, hall.openDay(BenchHall.CLERK, Instant.now()), steps);
        take(hall, hall.openCounter(1, BenchHall.CLERK, Instant.now()), steps);
        return hall;
    }

    private static void take(Hall hall, Decision decision, List<Step> steps) {
        var step = (Step) decision;
        hall.apply(step);
        steps.add(step);
    }

    /** Who is next of a hundred thousand who wait, at a counter of all services. */
    @Benchmark
    public Decision next() {
        return crowded.callNext(1, BenchHall.CLERK, Instant.now());
    }

    /** One more ticket beside a hundred thousand. */
    @Benchmark
    public Decision issue() {
        return BenchHall.issue(crowded, Instant.now());
    }

    /** A step of a day that is read back. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Hall replay() {
        var hall = new Hall(rules);
        day.forEach(hall::apply);
        return hall;
    }
}
