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
 */
public record TicketReceipt(
        long id,
        String number,
        String token,
        String statusUrl,
        String service,
        List<Integer> counters,
        OffsetDateTime issuedAt,
        int ahead) {
    public TicketReceipt {
        counters = List.copyOf(counters);
    }
}
