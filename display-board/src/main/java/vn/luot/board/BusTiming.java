package vn.luot.board;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import vn.luot.protocol.line.LineAddress;

/**
 * The pace of one line with boards.
 *
 * @param character time of one character on the wire
 * @param partPause pause a board needs between the parts of a frame; an Alpha sign wants 100 ms after STX
 * @param answer how long a board may take to begin its answer
 * @param refresh every board that answers is drawn again this often, so that one that lost its power heals, and one that
 *     is gone is noticed; the others more rarely
 */
record BusTiming(Duration character, Duration partPause, Duration answer, Duration refresh) {
    private static final Duration PART_PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofMillis(300);
    private static final Duration REFRESH = Duration.ofSeconds(3);

    /** Modbus RTU ends a frame by 3.5 characters of silence, and by no less than 1.75 ms on fast lines. */
    private static final double GAP_CHARACTERS = 3.5;

    private static final Duration LEAST_GAP = Duration.ofNanos(1_750_000);

    private static final int USUAL_BAUD = 9600;

    static BusTiming of(LineAddress line) {
        return new BusTiming(character(line), PART_PAUSE, ANSWER, REFRESH);
    }

    private static Duration character(LineAddress line) {
        if (line instanceof LineAddress.Serial serial) return serial.onTheWire(1);
        // Behind a converter there is a serial line whose speed we are not told.
        return Duration.ofSeconds(10).dividedBy(USUAL_BAUD);
    }

    /** How long {@code bytes} are on the wire after the operating system took them. */
    Duration wire(int bytes) {
        return character.multipliedBy(bytes);
    }

    /**
     * Silence between two frames.
     *
     * @param wanted by the board that got the first one
     */
    Duration gap(Duration wanted) {
        var gap = Duration.ofNanos((long) (GAP_CHARACTERS * character.toNanos()));
        return Collections.max(List.of(gap, LEAST_GAP, wanted));
    }
}
