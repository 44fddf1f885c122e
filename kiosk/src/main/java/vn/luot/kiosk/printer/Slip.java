package vn.luot.kiosk.printer;

import java.util.Objects;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.WaitRange;

/**
 * One ticket on its way to the paper.
 *
 * @param range how long to wait; absent when nobody can tell
 * @param language "vi" or "en"
 * @param isReprint whether the same number may be on paper already
 * @param isOffline whether the hub did not give the number; then nobody knows how many are ahead
 */
public record Slip(TicketReceipt receipt, WaitRange range, String language, boolean isReprint, boolean isOffline) {
    public Slip {
        Objects.requireNonNull(receipt, "receipt");
    }

    public Slip(TicketReceipt receipt, String language) {
        this(receipt, null, language, false, false);
    }

    /** The same number once more, marked so. */
    public Slip again() {
        return new Slip(receipt, range, language, true, isOffline);
    }

    public Slip offline() {
        return new Slip(receipt, null, language, isReprint, true);
    }

    public Slip waiting(WaitRange range) {
        return new Slip(receipt, range, language, isReprint, isOffline);
    }
}
