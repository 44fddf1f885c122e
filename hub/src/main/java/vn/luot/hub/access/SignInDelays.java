package vn.luot.hub.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures each further try of the same name from the same address has to
 * wait, twice as long every time up to five minutes. Half an hour of quiet, or the right password, forgives all. So does
 * each from the same {@linkplain Neighbourhood network} after ten times as many, to which an address that has to wait adds
 * none: one alone makes nobody else wait. Thread-safe.
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
        var places = Neighbourhood.of(address);
        var wait = places.stream()
                .map(place -> failures(name, place, now).waitAt(now, FREE_FAILURES * place.times()))
                .reduce(Duration.ZERO, SignInDelays::longer);
        if (!wait.isZero()) return wait;
        var isFree = failures(name, places.get(0), now).count() < FREE_FAILURES;
        for (var place : places) {
            var more = isFree || place.times() == 1 ? 1 : 0;
            remembered.put(key(name, place), failures(name, place, now).and(more, now));
        }
        return wait;
    }

    private Failures failures(String name, Neighbourhood place, Instant now) {
        return remembered.getOrDefault(key(name, place), Failures.NONE).at(now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** @throws AccessRefused instead of a wait */
    void beginOrRefuse(String name, String address, Instant now) {
        var wait = begin(name, address, now);
        if (!wait.isZero()) throw AccessRefused.tooManyTries(wait);
    }

    synchronized void succeeded(String name, String address) {
        Neighbourhood.of(address).forEach(place -> remembered.remove(key(name, place)));
    }

    /** Hashed, because people type passwords for names, and so that a long name takes no more room. */
    private static String key(String name, Neighbourhood place) {
        return Tokens.hash(name + "\n" + place.name());
    }

    /** @param latest absent while there are none */
    private record Failures(int count, Instant latest) {
        static final Failures NONE = new Failures(0, null);

        Failures at(Instant now) {
            return count > 0 && latest.plus(FORGIVEN_AFTER).isBefore(now) ? NONE : this;
        }

        Failures and(int more, Instant now) {
            return new Failures(count + more, now);
        }

        Duration waitAt(Instant now, int free) {
            if (count < free) return Duration.ZERO;
            var wait = Duration.between(now, latest.plus(waitAfterLatest(free)));
            return wait.isNegative() ? Duration.ZERO : wait;
        }

        private Duration waitAfterLatest(int free) {
            var doublings = Math.min(count - free, 10);
            var wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }
}
