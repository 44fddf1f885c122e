package vn.luot.board;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads bring about. */
final class Await {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

    private Await() {}

    /** Returns when {@code claim} holds; fails with what it says when that takes longer than 60 s. */
    static void until(Runnable claim) {
        var start = System.nanoTime();
        while (true) {
            try {
                claim.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - start > LIMIT) throw e;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
