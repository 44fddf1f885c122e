package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/**
 * An appointment: answer to {@code POST /api/appointments}, whose body is the same without the codes.
 *
 * @param service id of the service
 * @param at the booked time, to the minute
 * @param code what the visitor brings, as a QR code for example; says all that the hub needs, and nothing of who it is
 * @param typed the same appointment in eight letters, such as {@code 7K3M-9QXD}, for whoever has nothing to scan
 * @param picture the code as a QR code in SVG, to be shown or printed
 */
public record Booking(String service, OffsetDateTime at, String code, String typed, String picture) {
    /** One that is wished for. */
    public Booking(String service, OffsetDateTime at) {
        this(service, at, null, null, null);
    }
}
