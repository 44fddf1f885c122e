package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Halls;

class SignInDelaysTest {
    private static final String DESK = "192.168.1.20";

    private final SignInDelays delays = new SignInDelays();
    private Instant now = Halls.MORNING;

    private Duration begin() {
        return delays.begin("lan", DESK, now);
    }

    /** Fails as often as it may, {@code times} times. */
    private List<Duration> waits(int times) {
        var waits = new ArrayList<Duration>();
        for (var i = 0; i < times; i++) {
            var wait = begin();
            waits.add(wait);
            now = now.plus(wait);
            if (!wait.isZero()) begin();
        }
        return waits;
    }

    @Test
    void fiveFailuresCostNothingThenEachWaitIsTwiceAsLong() {
        assertThat(waits(9).stream().map(Duration::toSeconds)).containsExactly(0L, 0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L);
    }

    @Test
    void neverWaitsLongerThanFiveMinutes() {
        var waits = waits(100);

        assertThat(waits.get(99)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aTryThatHasToWaitDoesNotCount() {
        waits(5);

        IntStream.range(0, 50).forEach(again -> begin());

        assertThat(begin()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theRightPasswordForgivesAll() {
        waits(5);
        delays.succeeded("lan", DESK);

        assertThat(waits(6)).last().isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void halfAnHourOfQuietForgivesAll() {
        waits(20);
        now = now.plus(Duration.ofMinutes(30)).plusMillis(1);

        assertThat(waits(6).stream().map(Duration::toSeconds)).containsExactly(0L, 0L, 0L, 0L, 0L, 2L);
    }

    @Test
    void othersDoNotWait() {
        waits(20);

        assertThat(delays.begin("minh", DESK, now)).isZero();
        assertThat(delays.begin("lan", "192.168.1.21", now)).isZero();
    }

    /** A hall with all its visitors may be one network. */
    @Test
    void oneAddressOfANetworkMakesNobodyElseInItWaitHoweverLongItGuesses() {
        for (var i = 0; i < 200; i++) {
            now = now.plus(delays.begin("lan", "2001:db8:1:2::9", now));
            delays.begin("lan", "2001:db8:1:2::9", now);
        }

        assertThat(delays.begin("lan", "2001:db8:1:2::10", now)).isZero();
    }

    @Test
    void whoeverComesFromANewAddressOfTheirNetworkEachTimeHasToWaitToo() {
        for (var i = 0; i < 50; i++) {
            assertThat(delays.begin("lan", "2001:db8:1:2::" + i, now)).isZero();
        }

        assertThat(delays.begin("lan", "2001:db8:1:2::99", now)).isEqualTo(Duration.ofSeconds(2));
        assertThat(delays.begin("lan", "2001:db8:1:3::99", now)).isZero();
        delays.succeeded("lan", "2001:db8:1:2::1");
        assertThat(delays.begin("lan", "2001:db8:1:2::99", now)).isZero();
    }

    @Test
    void remembersOnlySoMany() {
        waits(10);

        IntStream.range(0, 10_000).forEach(name -> delays.begin("name " + name, DESK, now));

        assertThat(begin()).isZero();
    }
}
