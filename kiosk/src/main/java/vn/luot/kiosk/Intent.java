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
record Intent(String key, TicketRequest request, Instant at, State state, TicketReceipt receipt) {
    enum State {
        /** The hub may or may not have issued a ticket. */
        PENDING,
        /** The hub issued it; whether it is on paper is not known yet. */
        ISSUED,
        PRINTED,
        /** Issued, and not proven to be on paper. */
        NOT_PRINTED,
        /** The hub said no. */
        REFUSED,
        /** Never settled, and too old to ask. */
        LOST
    }

    Optional<TicketReceipt> ticket() {
        return Optional.ofNullable(receipt);
    }
}
