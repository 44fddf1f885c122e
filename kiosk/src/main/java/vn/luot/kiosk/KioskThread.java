package vn.luot.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real thread. It waits for the disk, so nothing that must not wait runs on it. */
final class KioskThread implements KioskLoop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KioskThread.class);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "kiosk");
        thread.setDaemon(true);
        return thread;
    });

    /** @param nanoTime like {@link System#nanoTime}, from any beginning */
    KioskThread(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        try {
            thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("A late answer came after the kiosk was closed");
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A fault of the kiosk", e);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(nanoTime.getAsLong());
    }

    /** What waits for its time is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
