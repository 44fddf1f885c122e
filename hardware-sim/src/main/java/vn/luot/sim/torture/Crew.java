package vn.luot.sim.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Everybody who works and waits in the hall, each on a thread. */
final class Crew implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working = true;

    void joinedBy(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    boolean isWorking() {
        return working;
    }

    void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /**
     * Nobody begins anything new, and who waits for an answer waits until it has come.
     *
     * @return whether all were answered
     */
    boolean finishes(int seconds) {
        working = false;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            for (var thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        working = false;
        threads.forEach(Thread::interrupt);
    }
}
