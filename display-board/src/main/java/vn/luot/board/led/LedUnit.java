package vn.luot.board.led;

import java.util.List;
import java.util.Optional;

/** One board on a line, as its protocol sees it. Belongs to one thread at a time. */
public sealed interface LedUnit extends AutoCloseable permits AlphaSign, ModbusDisplay {
    /** A board's answer. */
    sealed interface Reply {
        Reply SHOWN = new Shown();

        record Shown() implements Reply {}

        /** @param reason for the technician */
        record Refused(String reason) implements Reply {}
    }

    /**
     * The bytes that show {@code text}, in the parts between which the board needs a pause.
     *
     * @param text rows separated by {@code \n}; what does not fit is fitted, not refused
     */
    List<byte[]> draw(String text);

    /** Whether silence after {@link #draw} means that the board is not there. */
    boolean mustAnswer();

    /** Takes bytes that arrived; the board's answer when they complete one. */
    Optional<Reply> heard(byte[] bytes);

    @Override
    void close();
}
