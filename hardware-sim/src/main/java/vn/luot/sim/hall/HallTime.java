package vn.luot.sim.hall;

import java.time.Duration;

/** How fast the simulated people live: their minutes pass faster than ours, or not at all. Thread-safe. */
public final class HallTime {
    private double speed;

    /** @param speed see {@link #speed(double)} */
    public HallTime(double speed) {
        speed(speed);
    }

    /** @param times 1 for our own time, 60 for a minute a second, 0 to stand still */
    public synchronized void speed(double times) {
        if (!(times >= 0) || times > 1000) throw new IllegalArgumentException("speed " + times);
        speed = times;
        notifyAll();
    }

    public synchronized double speed() {
        return speed;
    }

    /** Returns when {@code theirs} of the people's time has passed; a change of speed counts from that moment. */
    synchronized void pass(Duration theirs) throws InterruptedException {
        var left = (double) theirs.toNanos();
        while (left > 0) {
            var rate = speed;
            var began = System.nanoTime();
            if (rate == 0) wait();
            else wait(Math.max(1, (long) (left / rate / 1_000_000)));
            left -= rate * (System.nanoTime() - began);
        }
    }
}
