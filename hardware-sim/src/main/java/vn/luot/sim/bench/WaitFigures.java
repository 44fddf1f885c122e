package vn.luot.sim.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.luot.sim.bench.WaitTrial.Promise;

/**
 * How true the waits are that the hub announces: weeks of chance are played on the real hall, visitors are told what the
 * hub would say, and the truth is held against it. The weeks are always the same, and no constant was chosen by them; who
 * changes one after looking at them takes other weeks.
 */
final class WaitFigures implements Chapter {
    private static final long FIRST_WEEK = 880_001;
    private static final int PERCENT_KEPT = 90;
    private static final int POINTS_OFF = 3;

    @Override
    public void measure(Site site, Consumer<Figure> told) {
        var promises = LongStream.range(FIRST_WEEK, FIRST_WEEK + site.effort().weeks())
                .parallel()
                .mapToObj(WaitTrial::of)
                .flatMap(List::stream)
                .toList();
        told.accept(kept("waits-within-most", promises));
        var changing =
                promises.stream().filter(promise -> promise.kind().staffChanges).toList();
        told.accept(kept("waits-within-most-staff-changing", changing));
        told.accept(error("wait-error-of-queue-by-mean-s", changing, Promise::byQueue));
        told.accept(error("wait-error-of-last-called-s", changing, Promise::byLast));
        told.accept(error("wait-error-of-moving-average-s", changing, Promise::byAverage));
        var best = Stream.<ToDoubleFunction<Promise>>of(Promise::byQueue, Promise::byLast, Promise::byAverage)
                .min(Comparator.comparingDouble(guess -> meanError(changing, guess)))
                .orElseThrow();
        told.accept(error("wait-error-of-best-simple-s", changing, best, Goal.atMost(0.75)));
    }

    /** By how many points the share of kept promises is off nine of ten. */
    private static Figure kept(String name, List<Promise> promises) {
        var kept = promises.stream()
                .filter(promise -> promise.waited() <= promise.most())
                .count();
        var percent = 100.0 * kept / promises.size();
        var off = Math.abs(percent - PERCENT_KEPT);
        return new Figure(name + "-percent", percent, PERCENT_KEPT, off / POINTS_OFF, Goal.atMost(1));
    }

    private static Figure error(String name, List<Promise> promises, ToDoubleFunction<Promise> guess) {
        return error(name, promises, guess, Goal.NONE);
    }

    private static Figure error(String name, List<Promise> promises, ToDoubleFunction<Promise> guess, Goal goal) {
        var own = meanError(promises, Promise::likely);
        var others = meanError(promises, guess);
        return new Figure(name, own, others, own / others, goal);
    }

    private static double meanError(List<Promise> promises, ToDoubleFunction<Promise> guess) {
        return promises.stream()
                .mapToDouble(promise -> Math.abs(promise.waited() - guess.applyAsDouble(promise)))
                .average()
                .orElseThrow();
    }
}
