package vn.luot.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitTrialTest {
    @Test
    void aWeekOfChanceIsPlayedTheSameAgainAndPromisesAreMostlyKept() {
        var week = WaitTrial.of(4);

        assertThat(week).hasSizeGreaterThan(50);
        assertThat(week).allSatisfy(promise -> {
            assertThat(promise.waited()).isNotNegative();
            assertThat(promise.most()).isGreaterThanOrEqualTo(promise.likely());
        });
        assertThat(week.stream().filter(promise -> promise.waited() <= promise.most()))
                .hasSizeGreaterThan(week.size() * 7 / 10);
        assertThat(WaitTrial.of(4)).isEqualTo(week);
    }
}
