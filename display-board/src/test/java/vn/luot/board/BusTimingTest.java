package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.line.LineAddress;

class BusTimingTest {
    private static final Duration STAFF_KNOWS = Duration.ofSeconds(5);
    private static final Duration REPORT = Duration.ofMillis(500);
    private static final int DISPLAYS = 12;
    private static final int FRAME_BYTES = 21;
    private static final int ANSWER_BYTES = 8;
    private static final int TRIES = 2;

    /** At the worst moment: it fell silent just after its answer, and is the last in its turn. */
    @Test
    void aDisplayThatFellSilentOnAFullLineIsKnownWithinFiveSeconds() {
        var timing = BusTiming.of(LineAddress.parse("serial:/dev/ttyUSB0@9600"));
        var gap = timing.gap(Duration.ZERO);
        var oneThatAnswers = timing.wire(FRAME_BYTES + ANSWER_BYTES).plus(gap);
        var oneThatDoesNot = timing.wire(FRAME_BYTES).plus(timing.answer()).plus(gap);

        var longest = timing.refresh()
                .plus(oneThatAnswers.multipliedBy(DISPLAYS - 1))
                .plus(oneThatDoesNot.multipliedBy(TRIES))
                .plus(REPORT);

        assertThat(longest).isLessThan(STAFF_KNOWS);
    }

    /** The first is asked twice, the next two once, and the rest are taken for silent with them. */
    @Test
    void aWholeLineThatFellSilentIsKnownWithinFiveSeconds() {
        var timing = BusTiming.of(LineAddress.parse("serial:/dev/ttyUSB0@9600"));
        var oneThatDoesNot = timing.wire(FRAME_BYTES).plus(timing.answer()).plus(timing.gap(Duration.ZERO));

        var longest = timing.refresh()
                .plus(oneThatDoesNot.multipliedBy(TRIES + BoardBus.SILENT_LINE - 1))
                .plus(REPORT);

        assertThat(longest).isLessThan(STAFF_KNOWS);
    }
}
