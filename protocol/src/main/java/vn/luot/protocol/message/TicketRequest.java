package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/**
 * Body of {@code POST /api/tickets}.
 *
 * @param service id of the service; absent with a booking, which says it
 * @param priorityClass id of the plan's priority class; absent for an ordinary visitor
 * @param language "vi" (when absent) or "en"
 * @param files how many files the visitor brings, 1 (when absent) to 99
 * @param appointment the booked time, today; absent for a visitor without one
 * @param identity who it is, such as the number of an identity card, or what a {@link ScanKey} made of it; absent when
 *     nobody said. It is never kept: only a hash, under a secret that dies with the day
 * @param booking the code of an appointment, see {@link Booking}; it says the service and the booked time
 */
public record TicketRequest(
        String service,
        String priorityClass,
        String language,
        Integer files,
        OffsetDateTime appointment,
        String identity,
        String booking) {

    /** Somebody unknown, without an appointment. */
    public TicketRequest(String service, String priorityClass, String language, Integer files) {
        this(service, priorityClass, language, files, null, null, null);
    }

    /** The same by somebody who did not say who it is. */
    public TicketRequest anonymous() {
        return new TicketRequest(service, priorityClass, language, files, appointment, null, booking);
    }

    /** Says everything but who it is, so that it may be logged. */
    @Override
    public String toString() {
        return "TicketRequest[service=" + service + ", priorityClass=" + priorityClass + ", language=" + language
                + ", files=" + files + ", appointment=" + appointment + ", booking=" + booking + "]";
    }
}
