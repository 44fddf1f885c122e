package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.luot.sim.simulate.Run.End;
import vn.luot.sim.simulate.Run.Tally;

/** Lives through many seeds, and then lets every mutant loose to see whether the invariants would have noticed. */
public final class Simulation {
    /** A mutant that needs a rare chance may need many seeds. */
    private static final int MOST_SEEDS_A_MUTANT = 600;

    private static final int MOST_TOLD = 5;

    private final long first;
    private final long seeds;
    private final int jobs;
    private final Consumer<String> told;
    private Tally tally = Tally.NONE;

    /**
     * @param first the lowest seed
     * @param jobs how many runs at once; each is in one thread
     * @param told gets each line of the summary
     */
    public Simulation(long first, long seeds, int jobs, Consumer<String> told) {
        this.first = first;
        this.seeds = seeds;
        this.jobs = jobs;
        this.told = told;
    }

    /** Whether no invariant was broken and every mutant was caught. */
    public boolean run() {
        var begun = System.nanoTime();
        var violations = violations();
        tellHowMuch(System.nanoTime() - begun);
        violations.stream().limit(MOST_TOLD).forEach(this::tell);
        var caught = caught();
        told.accept("seeds " + seeds + " violations " + violations.size() + " mutants " + caught + "/"
                + Mutant.values().length);
        return violations.isEmpty() && caught == Mutant.values().length;
    }

    private void tellHowMuch(long nanos) {
        var minutes = nanos / 60e9;
        told.accept("a seed: %d events, %d steps, %d mishaps; %d seeds a minute in %d threads"
                .formatted(
                        tally.events() / seeds,
                        tally.steps() / seeds,
                        tally.mishaps() / seeds,
                        Math.round(seeds / minutes),
                        jobs));
    }

    private synchronized void count(Tally of) {
        tally = tally.and(of);
    }

    private List<End> violations() {
        var next = new AtomicLong(first);
        return spread(() -> {
                    var bad = new ArrayList<End>();
                    for (var seed = next.getAndIncrement(); seed < first + seeds; seed = next.getAndIncrement()) {
                        var end = Run.of(seed);
                        count(end.tally());
                        if (end.violation().isPresent()) bad.add(end);
                    }
                    return bad;
                })
                .stream()
                .flatMap(List::stream)
                .sorted((one, other) -> Long.compare(one.seed(), other.seed()))
                .toList();
    }

    private void tell(End end) {
        var violation = end.violation().orElseThrow();
        told.accept("");
        told.accept("seed " + end.seed() + ": " + violation.invariant() + " does not hold ("
                + violation.invariant().words() + "): " + violation.how());
        end.lastEvents().forEach(told);
        told.accept("again: ./luot simulate --seed " + end.seed() + " --seeds 1");
        told.accept("");
    }

    private int caught() {
        var mutants = List.of(Mutant.values());
        var next = new AtomicLong();
        var caught = spread(() -> {
            var mine = new ArrayList<Mutant>();
            for (var at = next.getAndIncrement(); at < mutants.size(); at = next.getAndIncrement()) {
                var mutant = mutants.get((int) at);
                if (catching(mutant).isPresent()) mine.add(mutant);
            }
            return mine;
        });
        var all = caught.stream().flatMap(List::stream).toList();
        Arrays.stream(Mutant.values())
                .filter(mutant -> !all.contains(mutant))
                .forEach(mutant -> told.accept("not caught: " + mutant + ", " + mutant.words()));
        return all.size();
    }

    /** The first run in which the invariant that has to notice a mutant does. */
    static Optional<End> catching(Mutant mutant) {
        for (var seed = 1L; seed <= MOST_SEEDS_A_MUTANT; seed++) {
            var end = Run.of(seed, mutant.seams());
            var isIt = end.violation()
                    .filter(violation -> mutant.isCaughtBy(violation.invariant()))
                    .isPresent();
            if (isIt) return Optional.of(end);
        }
        return Optional.empty();
    }

    private <T> List<T> spread(Callable<T> work) {
        var threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<T>> all = IntStream.range(0, jobs)
                    .mapToObj(job -> threads.submit(work))
                    .toList();
            var done = new ArrayList<T>();
            for (var one : all) done.add(one.get());
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
