package vn.luot.board.led;

import java.util.List;
import java.util.Optional;

/** One board on a line, as its protocol sees it. Belongs to one thread at a time. */
public interface LedUnit extends AutoCloseable {
    /** A board's answer. */
    sealed interface Reply {
        Reply SHOWN = new Shown();

        record Shown() implements Reply {}

        /** @param reason for the technician */
        record Refused(String reason) implements Reply {}
    }

    /**
     * The bytes that show {@code face}, in the parts between which the board needs a pause. What does not fit is fitted,
     * not refused.
     */
    List<byte[]> draw(Face face);

    /** Whether silence after {@link #draw} means that the board is not there. */
    default boolean mustAnswer() {
        return false;
    }

    /** Whether the board itself blinks what it is told to blink; otherwise it must be drawn lit and dark in turn. */
    default boolean blinksByItself() {
        return false;
    }

    /** Takes bytes that arrived; the board's answer when they complete one. */
    default Optional<Reply> heard(byte[] bytes) {
        return Optional.empty();
    }

    /** Nobody knows any more what the board keeps in its memory. */
    default void forget() {}

    @Override
    default void close() {}
}
