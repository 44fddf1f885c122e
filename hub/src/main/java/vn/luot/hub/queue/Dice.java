package vn.luot.hub.queue;

/** Chance that is the same for the same seed, on every machine (SplitMix64). */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        var mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /** From 0, inclusive, to 1, exclusive. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** About normal, mean 0 and deviation 1: the sum of twelve. */
    double normal() {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += share();
        return sum;
    }
}
