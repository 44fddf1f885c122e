package vn.luot.sim.hall;

import java.time.Duration;
import java.util.Random;

/** What differs from person to person. The same seed gives the same people. */
record Chance(Random random) {
    static Chance seeded(long seed) {
        return new Chance(new Random(seed));
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    Duration between(Duration least, Duration most) {
        return least.plusMillis((long) (random.nextDouble() * most.minus(least).toMillis()));
    }

    /** A wait for something that comes at any moment alike: often short, now and then three times the mean. */
    Duration around(Duration mean) {
        return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * mean.toMillis()));
    }
}
