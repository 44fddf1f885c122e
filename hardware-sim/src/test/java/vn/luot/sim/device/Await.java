package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Await {
    private Await() {}

    static void until(Duration atMost, String what, BooleanSupplier happened) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) fail("not within " + atMost.toMillis() + " ms: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
