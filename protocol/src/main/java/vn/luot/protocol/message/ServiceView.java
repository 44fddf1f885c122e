package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/**
 * A service now.
 *
 * @param waiting tickets that wait to be called
 * @param open whether a ticket would be issued now
 * @param opensAt when it opens next; absent while open, or when the plan names no later time
 * @param numbersLeft how many numbers are left for today, an alarm for the staff; absent while there are enough
 */
public record ServiceView(String id, int waiting, boolean open, OffsetDateTime opensAt, Integer numbersLeft) {

    /** A service with numbers enough. */
    public ServiceView(String id, int waiting, boolean open, OffsetDateTime opensAt) {
        this(id, waiting, open, opensAt, null);
    }
}
