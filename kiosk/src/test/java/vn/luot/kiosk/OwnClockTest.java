package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;

class OwnClockTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T01:15:00Z");

    private final VirtualLoop loop = new VirtualLoop(MORNING);
    private final AtomicInteger changes = new AtomicInteger();
    private final OwnClock clock = new OwnClock(loop, changes::incrementAndGet);

    @ParameterizedTest
    @CsvSource({
        "PT0S, false, false",
        "PT4M59S, false, false",
        "PT-4M59S, false, false",
        "PT10M, true, false",
        "PT-10M, true, false",
        "PT24H, true, false",
        "PT24H1S, true, true",
        "PT-24H-1S, true, true",
        "PT-480000H, true, true"
    })
    void tellsStaffOfMinutesAndStopsAtADay(Duration ahead, boolean isTold, boolean isStopped) {
        loop.set(MORNING.plus(ahead));

        clock.heard(MORNING);

        assertThat(clock.parts().map(HardwareReport.Part::condition).toList().contains(HardwareCondition.CLOCK_SKEW))
                .isEqualTo(isTold);
        assertThat(clock.trouble().isPresent()).isEqualTo(isStopped);
    }

    @Test
    void saysNothingBeforeTheHubWasHeard() {
        clock.lookAgain();

        assertThat(clock.parts()).isEmpty();
        assertThat(changes).hasValue(0);
    }

    @Test
    void noticesThatTheClockWasSetRightWithoutTheHub() {
        loop.set(MORNING.minus(Duration.ofDays(2)));
        clock.heard(MORNING);
        loop.pass(Duration.ofHours(1));

        loop.set(MORNING.plus(Duration.ofHours(1)));
        clock.lookAgain();

        assertThat(clock.trouble()).isEmpty();
        assertThat(clock.parts()).isEmpty();
        assertThat(changes).hasValue(2);
    }

    @Test
    void doesNotComeAndGoAtItsLimit() {
        for (var ahead : new int[] {301_000, 299_000, 301_000, 299_000}) {
            loop.set(MORNING.plusMillis(ahead));
            clock.heard(MORNING);
        }
        assertThat(changes).hasValue(1);

        loop.set(MORNING);
        clock.heard(MORNING);

        assertThat(clock.parts()).isEmpty();
        assertThat(changes).hasValue(2);
    }
}
