package vn.luot.hub.desk;

import java.time.LocalDate;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;

/**
 * A durable step with what it left around it, taken down the moment it was applied.
 *
 * @param openDay the open business day; absent after it was closed
 * @param waiting how many wait for the step's ticket's service; 0 when it touched no ticket
 * @param atCounter the ticket at the step's counter; absent when there is none
 * @param toRate the ticket that waits for a vote at the step's counter; absent when there is none
 */
public record Announcement(Step step, LocalDate openDay, int waiting, Ticket atCounter, Ticket toRate) {
    static Announcement of(Step step, Hall hall) {
        var counter = step.counter();
        return new Announcement(
                step,
                hall.day().orElse(null),
                step.ticket() == null ? 0 : hall.waiting(step.ticket().service()),
                counter == null ? null : hall.ticket(counter.ticket()).orElse(null),
                counter == null ? null : hall.ticket(counter.toRate()).orElse(null));
    }
}
