package vn.luot.sim.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Java compiles what runs often while it runs, and on two cores the compiler takes from what is measured. A hub that has
 * been up for an hour has that behind it; so one waits until the compiler rests, and not for a number of requests.
 */
final class Warmth {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    /** Of one core. */
    private static final double AT_REST = 0.1;

    private Warmth() {}

    /** Runs {@code round} until the compiler rested meanwhile, {@code most} times at most. */
    static void reach(int most, Runnable round) {
        for (var rounds = 0; rounds < most; rounds++) {
            if (busy(round) < AT_REST) return;
        }
    }

    private static double busy(Runnable round) {
        var begun = System.nanoTime();
        var compiled = COMPILER.getTotalCompilationTime();
        round.run();
        return (COMPILER.getTotalCompilationTime() - compiled) * 1e6 / (System.nanoTime() - begun);
    }
}
