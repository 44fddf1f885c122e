package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HallTimeTest {
    @Test
    void theirMinutesPassInMillisecondsOfOurs() throws InterruptedException {
        var began = System.nanoTime();

        new HallTime(1000).pass(Duration.ofMinutes(2));

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(119), Duration.ofMinutes(1));
    }

    @Test
    void standsStillUntilItIsTurnedOnAgain() throws Exception {
        var time = new HallTime(0);
        var passed = CompletableFuture.runAsync(() -> {
            try {
                time.pass(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(passed).isNotDone();

        time.speed(1000);

        passed.get(60, TimeUnit.SECONDS);
    }
}
