package vn.luot.hub.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.luot.hub.http.Lately;

/** Sign-ins that wait for the provider's answer: each is taken up once, within ten minutes. On the loop only. */
final class Attempts {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Attempt> waiting = new Lately<>(MOST_REMEMBERED);

    void add(Attempt attempt) {
        waiting.put(attempt.state(), attempt);
    }

    Optional<Attempt> take(String state, Instant now) {
        return Optional.ofNullable(waiting.remove(state))
                .filter(attempt -> now.isBefore(attempt.began().plus(PATIENCE)));
    }
}
