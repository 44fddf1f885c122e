package vn.luot.hub.http;

import java.util.function.LongSupplier;

/**
 * How much one caller may do.
 *
 * @param perSecond in the long run
 * @param atOnce after quiet
 */
public record Share(int perSecond, int atOnce) {
    private static final double NANOS = 1e9;

    Share times(int many) {
        return new Share(perSecond * many, atOnce * many);
    }

    /**
     * One caller's, nothing of it taken yet.
     *
     * @param nanoTime like {@link System#nanoTime}
     */
    public Left full(LongSupplier nanoTime) {
        return new Left(this, nanoTime);
    }

    /** What is left of a share. Thread-safe. */
    public static final class Left {
        private final Share share;
        private final LongSupplier nanoTime;
        private double left;
        private long at;

        private Left(Share share, LongSupplier nanoTime) {
            this.share = share;
            this.nanoTime = nanoTime;
            this.left = share.atOnce;
            this.at = nanoTime.getAsLong();
        }

        /** Takes one; false when nothing is left. */
        public synchronized boolean takes() {
            var now = nanoTime.getAsLong();
            left = Math.min(share.atOnce, left + (now - at) / NANOS * share.perSecond);
            at = now;
            if (left < 1) return false;
            left--;
            return true;
        }
    }
}
