package vn.luot.hub.http;

import java.util.Map;
import java.util.function.LongSupplier;
import vn.luot.hub.access.Neighbourhood;

/** The same share for each of many callers. Thread-safe. */
final class RateLimit {
    private static final int MOST_REMEMBERED = 10_000;

    private final Share share;
    private final LongSupplier nanoTime;
    private final Map<String, Share.Left> callers = new Lately<>(MOST_REMEMBERED);

    /** @param nanoTime like {@link System#nanoTime} */
    RateLimit(Share share, LongSupplier nanoTime) {
        this.share = share;
        this.nanoTime = nanoTime;
    }

    /** Takes one of the share of {@code caller}; false when nothing is left of it. */
    synchronized boolean takes(String caller) {
        return takes(caller, share);
    }

    /** The same for who comes from {@code address}, and for all of its network together, which has more. */
    synchronized boolean takesFrom(String address) {
        return Neighbourhood.of(address).stream().allMatch(one -> takes(one.name(), share.times(one.times())));
    }

    private boolean takes(String caller, Share most) {
        return callers.computeIfAbsent(caller, first -> most.full(nanoTime)).takes();
    }
}
