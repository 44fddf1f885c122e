package vn.luot.hub.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures each further try of the same name from the same address has to
 * wait, twice as long every time up to five minutes. Half an hour of quiet, or the right password, forgives all.
 * Thread-safe.
 */
final class SignInDelays {
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Failures> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * Counts a try as failed until {@link #succeeded}, so that tries at the same moment count too.
     *
     * @return how long to wait first; zero when the try may go on
     */
    synchronized Duration begin(String name, String address, Instant now) {
        var key = key(name, address);
        var failures = remembered.getOrDefault(key, Failures.NONE).at(now);
        var wait = failures.waitAt(now);
        if (wait.isZero()) remembered.put(key, failures.andOne(now));
        return wait;
    }

    /** @throws AccessRefused instead of a wait */
    void beginOrRefuse(String name, String address, Instant now) {
        var wait = begin(name, address, now);
        if (!wait.isZero()) throw AccessRefused.tooManyTries(wait);
    }

    synchronized void succeeded(String name, String address) {
        remembered.remove(key(name, address));
    }

    /** Hashed, because people type passwords for names, and so that a long name takes no more room. */
    private static String key(String name, String address) {
        return Tokens.hash(name + "\n" + Neighbourhood.of(address));
    }

    /** @param latest absent while there are none */
    private record Failures(int count, Instant latest) {
        static final Failures NONE = new Failures(0, null);

        Failures at(Instant now) {
            return count > 0 && latest.plus(FORGIVEN_AFTER).isBefore(now) ? NONE : this;
        }

        Failures andOne(Instant now) {
            return new Failures(count + 1, now);
        }

        Duration waitAt(Instant now) {
            if (count < FREE_FAILURES) return Duration.ZERO;
            var wait = Duration.between(now, latest.plus(waitAfterLatest()));
            return wait.isNegative() ? Duration.ZERO : wait;
        }

        private Duration waitAfterLatest() {
            var doublings = Math.min(count - FREE_FAILURES, 10);
            var wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }
}
