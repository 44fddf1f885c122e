package vn.luot.hub.http;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.luot.hub.access.Neighbourhood;

/** How often an address may do something in a minute, and all of its network together; who guesses is told to wait. Thread-safe. */
public final class AddressLimit {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final int most;
    private final Map<String, Minute> minutes = new Lately<>(MOST_REMEMBERED);

    public AddressLimit(int most) {
        this.most = most;
    }

    private record Minute(long began, int count) {}

    /** @throws Failure 429 when the minute's share of {@code address} is used up */
    public synchronized void check(String address) {
        for (var one : Neighbourhood.of(address)) {
            var minute = minute(one.name());
            if (minute.count() < most * one.times()) continue;
            var left = MINUTE - (System.nanoTime() - minute.began());
            throw Failure.tooMany((int) TimeUnit.NANOSECONDS.toSeconds(left) + 1);
        }
    }

    /** Counts one, after the {@linkplain #check check}. */
    public synchronized void count(String address) {
        check(address);
        for (var one : Neighbourhood.of(address)) {
            var minute = minute(one.name());
            minutes.put(one.name(), new Minute(minute.began(), minute.count() + 1));
        }
    }

    private Minute minute(String name) {
        var now = System.nanoTime();
        var minute = minutes.get(name);
        return minute == null || now - minute.began() >= MINUTE ? new Minute(now, 0) : minute;
    }
}
