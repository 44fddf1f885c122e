package vn.luot.sim.simulate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of one machine, which may be wrong and may jump. */
final class WallClock extends Clock {
    private final Scheduler scheduler;
    private long offMillis;

    WallClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void set(long wrongByMillis) {
        offMillis = wrongByMillis;
    }

    @Override
    public Instant instant() {
        return scheduler.trueTime().plusMillis(offMillis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
