package vn.luot.hub.queue;

import java.time.Instant;
import java.util.List;

/**
 * What decides how long people will wait, taken down in a moment: cheap to copy out of a hall, safe to keep, and read by
 * {@link Waits} on any thread.
 *
 * @param seq the step it was taken after
 * @param waiting in no order
 * @param busy tickets that are called or served at the moment
 */
public record HallPicture(
        long seq, Instant at, Rules rules, List<Ticket> waiting, List<Counter> counters, List<Ticket> busy) {
    public HallPicture {
        waiting = List.copyOf(waiting);
        counters = List.copyOf(counters);
        busy = List.copyOf(busy);
    }
}
