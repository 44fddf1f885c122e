package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/**
 * An appointment: answer to {@code POST /api/appointments}, whose body is the same without the code.
 *
 * @param service id of the service
 * @param at the booked time, to the minute
 * @param code what the visitor brings, as a QR code for example; says all that the hub needs, and nothing of who it is
 */
public record Booking(String service, OffsetDateTime at, String code) {}
