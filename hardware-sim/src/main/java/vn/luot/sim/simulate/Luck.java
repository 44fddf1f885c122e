package vn.luot.sim.simulate;

import java.util.List;
import java.util.Random;

/** All that is left to chance in a run; the same seed gives the same. */
final class Luck {
    private final Random random;

    Luck(long seed) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** From 0 to {@code bound} − 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** Sixteen letters that nobody else has. */
    String name(String prefix) {
        return prefix + "-" + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }
}
