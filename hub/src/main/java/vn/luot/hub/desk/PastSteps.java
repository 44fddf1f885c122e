package vn.luot.hub.desk;

import java.time.LocalDate;
import java.util.function.Consumer;
import vn.luot.hub.queue.Step;

/** The steps of any days, for reports. Any thread may read, while the desk goes on writing. */
@FunctionalInterface
public interface PastSteps {
    /**
     * Reads the steps of the business days from {@code from} to {@code to}, both inside, in order.
     *
     * @throws JournalFailed when they cannot be read
     */
    void read(LocalDate from, LocalDate to, Consumer<Step> reader) throws JournalFailed;
}
