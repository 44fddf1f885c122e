package vn.luot.sim;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed when a program ends: the last that was opened first, one after the other. Thread-safe. */
final class Closing {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** One for the whole program: the Java VM would run several hooks at the same time. */
    static Closing whenTheProgramEnds() {
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::run, "stop"));
        return closing;
    }

    synchronized void add(Runnable step) {
        steps.push(step);
    }

    /** Runs every step, also when one of them fails. */
    synchronized void run() {
        if (steps.isEmpty()) return;
        try {
            steps.pop().run();
        } finally {
            run();
        }
    }
}
