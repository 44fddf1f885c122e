package vn.luot.hub.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.luot.hub.queue.Halls;

/** A clock that goes on when a test says so; it begins on a Monday morning. */
final class Watch extends Clock {
    private volatile Instant now = Halls.MORNING;

    void goOn(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Halls.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
