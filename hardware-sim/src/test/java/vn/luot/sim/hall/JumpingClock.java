package vn.luot.sim.hall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Goes on like any clock, from another moment, and jumps ahead when told: an hour passes for everybody who looks at it. */
final class JumpingClock extends Clock {
    private final Instant begin;
    private final long beginNanos = System.nanoTime();
    private final AtomicLong jumped = new AtomicLong();

    JumpingClock(Instant begin) {
        this.begin = begin;
    }

    void jump(Duration ahead) {
        jumped.addAndGet(ahead.toNanos());
    }

    long nanoTime() {
        return System.nanoTime() + jumped.get();
    }

    @Override
    public Instant instant() {
        // Whole milliseconds, as the programs keep them.
        return begin.plusMillis(Duration.ofNanos(nanoTime() - beginNanos).toMillis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
