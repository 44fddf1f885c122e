package vn.luot.hub.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;

/**
 * A durable step with what it left around it, taken down the moment it was applied.
 *
 * @param openDay the open business day; absent after it was closed
 * @param service the service of the step's ticket; absent when the step touched none
 * @param left the service that the ticket waited for before; absent unless that is another one
 * @param atCounter the ticket at the step's counter; absent when there is none
 * @param toRate the ticket that waits for a vote at the step's counter; absent when there is none
 */
public record Announcement(
        Step step, LocalDate openDay, ServiceNow service, ServiceNow left, Ticket atCounter, Ticket toRate) {

    /**
     * A service at one moment.
     *
     * @param opensAt when it opens next, in the hall's local time; absent while open, or when it never does
     * @param numbersLeft absent while there are enough
     */
    public record ServiceNow(String id, int waiting, boolean open, LocalDateTime opensAt, Integer numbersLeft) {
        static ServiceNow of(String id, Hall hall, Instant now) {
            var open = hall.gives(id, now);
            return new ServiceNow(
                    id,
                    hall.waiting(id),
                    open,
                    open ? null : hall.opensAt(id, now).orElse(null),
                    hall.fewNumbersLeft(id).orElse(null));
        }
    }

    /** Applies {@code step} to {@code hall}. */
    static Announcement taking(Step step, Hall hall) {
        var before =
                step.ticket() == null ? null : hall.ticket(step.ticket().id()).orElse(null);
        hall.apply(step);
        var ticket = step.ticket();
        var counter = step.counter();
        return new Announcement(
                step,
                hall.day().orElse(null),
                ticket == null ? null : ServiceNow.of(ticket.service(), hall, step.at()),
                leavesALine(before, ticket) ? ServiceNow.of(before.service(), hall, step.at()) : null,
                counter == null ? null : hall.ticket(counter.ticket()).orElse(null),
                counter == null ? null : hall.ticket(counter.toRate()).orElse(null));
    }

    private static boolean leavesALine(Ticket before, Ticket after) {
        return before != null
                && before.state() == Ticket.State.WAITING
                && !before.service().equals(after.service());
    }
}
