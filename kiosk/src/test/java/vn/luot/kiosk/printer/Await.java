package vn.luot.kiosk.printer;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads bring about. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    /** Whether it has happened; a look that fails fails the wait. */
    public interface Happened<E extends Exception> {
        boolean now() throws E;
    }

    /** Returns when it has happened; fails when that takes longer than 60 s. */
    public static <E extends Exception> void until(String what, Happened<E> happened) throws E {
        var begun = System.nanoTime();
        while (!happened.now()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
