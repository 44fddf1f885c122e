package vn.luot.kiosk;

import java.time.Instant;
import java.util.Optional;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * What one touch wants, and what became of it.
 *
 * @param key the Idempotency-Key of every request for it
 * @param receipt the hub's answer; absent until it came
 */
public record Intent(String key, TicketRequest request, Instant at, State state, TicketReceipt receipt) {
    public enum State {
        /** The hub may or may not have issued a ticket. */
        PENDING,
        /** The hub issued it; whether it is on paper is not known yet. */
        ISSUED,
        PRINTED,
        /** Issued, and not proven to be on paper. */
        NOT_PRINTED,
        /** The hub said no. */
        REFUSED,
        /** Cut short, and the hub has promised that nobody is called by it. */
        VOIDED,
        /** Cut short, and its ticket was at a counter, or ended, before the hub could void it. */
        TOO_LATE
    }

    public static Intent of(String key, TicketRequest request, Instant at) {
        return new Intent(key, request, at, State.PENDING, null);
    }

    public Intent issued(TicketReceipt ticket) {
        return new Intent(key, request, at, State.ISSUED, ticket);
    }

    public Intent became(State next) {
        return new Intent(key, request, at, next, receipt);
    }

    public Optional<TicketReceipt> ticket() {
        return Optional.ofNullable(receipt);
    }
}
