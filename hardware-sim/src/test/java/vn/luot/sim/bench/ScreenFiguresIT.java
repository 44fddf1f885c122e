package vn.luot.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the screens are measured; how they do is for the bench on a quiet machine. */
@Timeout(300)
class ScreenFiguresIT {
    @Test
    void tellsOfKioskAndTelevision() throws IOException {
        var told = new ArrayList<Figure>();
        try (var site = new Site(new Effort(1, Duration.ofMillis(1), 40, 2, 1))) {
            new ScreenFigures().measure(site, told::add);
        }

        assertThat(told)
                .extracting(Figure::name)
                .containsExactly(
                        "kiosk-page-interactive-on-quarter-of-cpu-ms",
                        "touch-to-next-screen-on-quarter-of-cpu-p95-ms",
                        "call-to-television-p99-ms",
                        "television-heap-after-10-calls-kB",
                        "television-heap-after-15-calls-kB",
                        "television-heap-after-20-calls-kB",
                        "television-heap-after-25-calls-kB");
        assertThat(told).allSatisfy(figure -> assertThat(figure.value()).isPositive());
    }
}
