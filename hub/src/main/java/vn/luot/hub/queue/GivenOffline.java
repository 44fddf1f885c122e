package vn.luot.hub.queue;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A number that a kiosk gave by itself; it is on paper.
 *
 * @param epoch the lease's
 * @param day the business day of the lease
 * @param pressed when the visitor pressed, by the hub's clock
 */
public record GivenOffline(TicketNumber number, int epoch, LocalDate day, Instant pressed) {}
