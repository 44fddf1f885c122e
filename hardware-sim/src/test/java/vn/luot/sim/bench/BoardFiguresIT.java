package vn.luot.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The figure's own limit is for a quiet machine, at the slowest of fifty calls; here other tests may run beside it. */
@Timeout(300)
class BoardFiguresIT {
    @Test
    void everyCallOfFiftyCountersReachesItsDisplayInTime() throws IOException {
        try (var site = new Site(Effort.QUICK)) {
            var millis = BoardFigures.samples(site, (hub, displays) -> {});

            assertThat(millis.count()).isEqualTo(BoardFigures.COUNTERS);
            assertThat(millis.median()).isLessThan(100);
        }
    }
}
