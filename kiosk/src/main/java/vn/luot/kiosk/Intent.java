package vn.luot.kiosk;

import java.time.Instant;
import java.util.Optional;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * What one touch wants, and what became of it.
 *
 * @param key the Idempotency-Key of every request for it
 * @param request does not say who it is: that is for no disk
 * @param at when the visitor pressed, by the hub's clock as far as the kiosk knows it
 * @param receipt the hub's answer, or what the kiosk gave by itself; absent before
 * @param given absent unless the kiosk gave the number by itself
 */
public record Intent(String key, TicketRequest request, Instant at, State state, TicketReceipt receipt, Given given) {
    public Intent {
        if (request.identity() != null) throw new IllegalArgumentException("who it is, is for no disk");
    }

    public enum State {
        /** The hub may or may not have issued a ticket. */
        PENDING,
        /** It has a number; whether that is on paper is not known yet. */
        ISSUED,
        PRINTED,
        /** It has a number, and is not proven to be on paper. */
        NOT_PRINTED,
        /** The hub said no. */
        REFUSED,
        /** Cut short, and the hub has promised that nobody is called by it. */
        VOIDED,
        /** Cut short, and its ticket ended before the hub could void it. */
        TOO_LATE
    }

    public static Intent of(String key, TicketRequest request, Instant at) {
        return new Intent(key, request, at, State.PENDING, null, null);
    }

    public Intent issued(TicketReceipt ticket) {
        return new Intent(key, request, at, State.ISSUED, ticket, null);
    }

    /** Issued by the kiosk itself. */
    public Intent issued(TicketReceipt ticket, Given given) {
        return new Intent(key, request, at, State.ISSUED, ticket, given);
    }

    public Intent became(State next) {
        return new Intent(key, request, at, next, receipt, given);
    }

    public Intent uploaded(Given.Upload upload) {
        return new Intent(key, request, at, state, receipt, given.became(upload));
    }

    public Optional<TicketReceipt> ticket() {
        return Optional.ofNullable(receipt);
    }

    public boolean isOffline() {
        return given != null;
    }
}
