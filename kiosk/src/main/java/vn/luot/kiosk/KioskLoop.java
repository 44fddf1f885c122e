package vn.luot.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The one thread on which a kiosk decides, and its clock: tasks run one after the other, in the order in which they came. */
public interface KioskLoop extends Executor {
    /** Runs {@code task} on the thread, once {@code delay} is over. */
    void after(Duration delay, Runnable task);

    /** What the kiosk's clock says; it may be wrong, and may jump. */
    Instant now();

    /** Time since some moment before the kiosk was started; it never jumps. */
    Duration uptime();
}
