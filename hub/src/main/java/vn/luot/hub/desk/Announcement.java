package vn.luot.hub.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Lease;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;

/**
 * A durable step with what it left around it, taken down the moment it was applied.
 *
 * @param openDay the open business day; absent after it was closed
 * @param service the service of the step's ticket, or of the block of numbers it leased; absent when it touched none
 * @param left another service that the step changed: that the ticket waited for before, or that has its quota back
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
                now(serviceOf(step), hall, step),
                now(leftBy(before, ticket), hall, step),
                counter == null ? null : hall.ticket(counter.ticket()).orElse(null),
                counter == null ? null : hall.ticket(counter.toRate()).orElse(null));
    }

    private static ServiceNow now(String service, Hall hall, Step step) {
        return service == null ? null : ServiceNow.of(service, hall, step.at());
    }

    /** Whoever takes the last numbers closes the service, with a ticket or without. */
    private static String serviceOf(Step step) {
        if (step.kind() == Step.Kind.LEASED) return Lease.parse(step.reason()).service();
        return step.ticket() == null ? null : step.ticket().service();
    }

    private static String leftBy(Ticket before, Ticket after) {
        if (before == null) return null;
        var left = after.state() == Ticket.State.VOIDED ? after.asked().service() : lineOf(before);
        return after.service().equals(left) ? null : left;
    }

    private static String lineOf(Ticket ticket) {
        return ticket.state() == Ticket.State.WAITING ? ticket.service() : null;
    }
}
