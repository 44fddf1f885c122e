package vn.luot.sim.bench;

import java.time.Duration;

/**
 * How long one measures.
 *
 * @param rounds in each of which everything that is compared has its turn
 * @param turn how long a load lasts
 * @param visits how many requests clerks make in each round
 * @param calls how many calls are followed to the screens in each round
 * @param weeks of how many weeks the announced waits are held against the truth
 */
record Effort(int rounds, Duration turn, int visits, int calls, int weeks) {
    static final Effort FULL = new Effort(7, Duration.ofSeconds(2), 8_000, 100, 100);
    /** Everything within three minutes. */
    static final Effort QUICK = new Effort(5, Duration.ofMillis(350), 800, 30, 40);
}
