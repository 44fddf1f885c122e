package vn.luot.board.keypad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeypadPaceTest {
    private static final Duration STAFF_KNOWS = Duration.ofSeconds(5);
    private static final Duration REPORT = Duration.ofMillis(500);

    /** At the worst moment: the whole line fell silent just after the last one's answer. */
    @Test
    void aFullLineThatFellSilentIsKnownWithinFiveSeconds() {
        var round = (KeypadBus.ANSWER_MILLIS + KeypadBus.BETWEEN_MILLIS) * KeypadBus.MOST;
        var missed = Duration.ofMillis(round * Keypad.PATIENCE + KeypadBus.ANSWER_MILLIS);

        assertThat(missed.plus(REPORT)).isLessThan(STAFF_KNOWS);
        assertThat(Duration.ofNanos(Keypad.LATELY_NANOS)).isLessThan(missed);
    }
}
