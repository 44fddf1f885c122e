package vn.luot.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of a share, as time passes. */
class RateLimitTest {
    private final AtomicLong now = new AtomicLong(42);
    private final RateLimit limit = new RateLimit(new Share(10, 30), now::get);

    private long taken(String who, int tries) {
        return IntStream.range(0, tries).filter(any -> limit.takes(who)).count();
    }

    @Test
    void letsABurstInAfterQuiet() {
        assertThat(taken("kiosk", 100)).isEqualTo(30);
    }

    @Test
    void givesBackSoMuchASecondAndNoMoreThanTheBurst() {
        taken("kiosk", 100);

        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(taken("kiosk", 100)).isEqualTo(5);

        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(taken("kiosk", 100)).isEqualTo(30);
    }

    @Test
    void givesEachCallerTheirOwn() {
        taken("kiosk", 100);

        assertThat(taken("board", 100)).isEqualTo(30);
    }

    @Test
    void givesEachAddressOfANetworkTheirOwnAndAllOfThemTenTimesAsMuch() {
        var tries = IntStream.range(0, 100);
        assertThat(tries.filter(any -> limit.takesFrom("2001:db8:1:2::9")).count())
                .isEqualTo(30);

        var others = IntStream.range(0, 1_000);
        assertThat(others.filter(each -> limit.takesFrom("2001:db8:1:2:3::" + each))
                        .count())
                .isEqualTo(270);
    }
}
