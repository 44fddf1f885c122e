package vn.luot.hub.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock at one look at which something else happens first. */
final class Interrupted extends Clock {
    private final Clock clock;
    private final AtomicInteger looksLeft = new AtomicInteger();
    private volatile Runnable other;

    Interrupted(Clock clock) {
        this.clock = clock;
    }

    void atLook(int look, Runnable happening) {
        other = happening;
        looksLeft.set(look);
    }

    @Override
    public Instant instant() {
        if (looksLeft.decrementAndGet() == 0) other.run();
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
