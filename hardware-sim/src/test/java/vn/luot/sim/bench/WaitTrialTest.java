package vn.luot.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitTrialTest {
    @Test
    void weeksOfChanceArePlayedTheSameAgainAndPromisesAreMostlyKept() {
        var weeks = weeks();

        assertThat(weeks).hasSizeGreaterThan(50);
        assertThat(weeks).allSatisfy(promise -> {
            assertThat(promise.waited()).isNotNegative();
            assertThat(promise.most()).isGreaterThanOrEqualTo(promise.likely());
        });
        assertThat(weeks.stream().filter(promise -> promise.waited() <= promise.most()))
                .hasSizeGreaterThan(weeks.size() * 7 / 10);
        assertThat(weeks()).isEqualTo(weeks);
    }

    private static List<WaitTrial.Promise> weeks() {
        return LongStream.range(4, 8)
                .mapToObj(WaitTrial::of)
                .flatMap(List::stream)
                .toList();
    }
}
