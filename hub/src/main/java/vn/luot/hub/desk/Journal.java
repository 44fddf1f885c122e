package vn.luot.hub.desk;

import java.util.List;
import java.util.function.Consumer;
import vn.luot.hub.queue.Step;

/** Where the steps of one hall are kept for ever. One thread at a time may use it. */
public interface Journal extends AutoCloseable {
    /**
     * Keeps steps, all or none, safe from a power cut when it returns.
     *
     * @throws JournalFailed when nobody can tell whether they are kept; {@link #replay} then tells
     */
    void append(List<Step> steps) throws JournalFailed;

    /**
     * Reads the steps of the latest business day and of the one before, in order.
     *
     * @throws JournalFailed when they cannot be read
     */
    void replay(Consumer<Step> reader) throws JournalFailed;

    @Override
    void close();
}
