package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;

class BellTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private final Bell bell = new Bell(now::get, changes::incrementAndGet);

    @Test
    void ringsUntilSomebodyComesAndIsStillAfterwards() {
        assertThat(bell.parts()).isEmpty();

        bell.ring();
        bell.ring();
        assertThat(bell.parts()).extracting(HardwareReport.Part::condition).containsExactly(HardwareCondition.RUNG);
        assertThat(bell.coming()).isTrue();
        assertThat(bell.parts()).extracting(HardwareReport.Part::condition).containsExactly(HardwareCondition.OK);
        bell.stop();

        assertThat(bell.parts()).isEmpty();
        assertThat(changes).hasValue(3);
    }

    @Test
    void nobodyComesWhereNobodyCalls() {
        assertThat(bell.coming()).isFalse();
        bell.ring();
        bell.stop();
        assertThat(bell.coming()).isFalse();
    }

    @Test
    void doesNotRingForWhoeverWentAwayLongAgo() {
        bell.ring();

        now.addAndGet(Duration.ofMinutes(5).toNanos());
        bell.lookAgain();
        assertThat(bell.state()).isEqualTo(Bell.State.RUNG);
        now.addAndGet(1);
        bell.lookAgain();

        assertThat(bell.state()).isEqualTo(Bell.State.STILL);
    }
}
