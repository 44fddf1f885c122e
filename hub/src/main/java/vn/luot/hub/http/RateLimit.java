package vn.luot.hub.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How much each of many callers may do: so much a second in the long run, more at once after quiet. Thread-safe. */
public final class RateLimit {
    private static final double NANOS = 1e9;
    private static final int MOST_REMEMBERED = 10_000;

    private final Share share;
    private final LongSupplier nanoTime;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param nanoTime like {@link System#nanoTime} */
    public RateLimit(Share share, LongSupplier nanoTime) {
        this.share = share;
        this.nanoTime = nanoTime;
    }

    /**
     * @param perSecond in the long run
     * @param atOnce after quiet
     */
    public record Share(int perSecond, int atOnce) {}

    private static final class Level {
        private double left;
        private long at;
    }

    /** Takes one of the share of {@code caller}; false when nothing is left of it. */
    public synchronized boolean takes(String caller) {
        var now = nanoTime.getAsLong();
        var level = levels.computeIfAbsent(caller, first -> full(now));
        level.left = Math.min(share.atOnce(), level.left + (now - level.at) / NANOS * share.perSecond());
        level.at = now;
        if (level.left < 1) return false;
        level.left--;
        return true;
    }

    private Level full(long now) {
        var level = new Level();
        level.left = share.atOnce();
        level.at = now;
        return level;
    }
}
