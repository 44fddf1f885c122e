package vn.luot.protocol.message;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Answer to {@code POST /api/tickets}; the same for every retry with the same key.
 *
 * @param token unguessable token for the public status page
 * @param statusUrl address of that page, for the QR code
 * @param counters counters that serve the service, by number
 * @param ahead how many waited for the same counters when it was issued
 * @param waits how long to wait, as far as was known when this was said; absent when nobody can tell, and for whoever is
 *     not called in the ordinary order
 * @param appointment absent for a visitor without one
 */
public record TicketReceipt(
        long id,
        String number,
        String token,
        String statusUrl,
        String service,
        List<Integer> counters,
        OffsetDateTime issuedAt,
        int ahead,
        WaitRange waits,
        Appointment appointment) {
    public TicketReceipt {
        counters = List.copyOf(counters);
    }

    /** For a visitor without an appointment, when nobody can tell how long the wait is. */
    public TicketReceipt(
            long id,
            String number,
            String token,
            String statusUrl,
            String service,
            List<Integer> counters,
            OffsetDateTime issuedAt,
            int ahead) {
        this(id, number, token, statusUrl, service, counters, issuedAt, ahead, null, null);
    }

    /** How the holder came to a booked time. */
    public enum Arrival {
        /** Is not called before {@link Appointment#callableFrom}. */
        EARLY,
        IN_TIME,
        /** The appointment is not kept any more: its holder waits like everybody. */
        LATE
    }

    /**
     * @param at the booked time
     * @param callableFrom when the holder may be called at the earliest
     */
    public record Appointment(OffsetDateTime at, OffsetDateTime callableFrom, Arrival arrival) {}
}
