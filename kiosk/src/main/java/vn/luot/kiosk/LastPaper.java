package vn.luot.kiosk;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers from one run of the kiosk to the next whether a piece of a ticket may hang at the printer's knife. Only a kiosk
 * that is stopped in order can say that none does; one that is killed, or loses its power, leaves the doubt in which it began.
 */
final class LastPaper {
    private static final Logger LOG = LoggerFactory.getLogger(LastPaper.class);

    private static final String NOTE = "paper", WHOLE = "WHOLE", IN_USE = "IN_USE";

    private final Outbox outbox;
    private final boolean mayBeTorn;

    private LastPaper(Outbox outbox, boolean mayBeTorn) {
        this.outbox = outbox;
        this.mayBeTorn = mayBeTorn;
    }

    /** Durable before anything is printed; waits for the disk. */
    static LastPaper recall(Outbox outbox) {
        var mayBeTorn = false;
        try {
            mayBeTorn = outbox.note(NOTE).filter(IN_USE::equals).isPresent();
            if (!mayBeTorn) outbox.note(NOTE, IN_USE);
        } catch (IOException e) {
            LOG.error("The next start will not know whether a ticket is torn", e);
        }
        return new LastPaper(outbox, mayBeTorn);
    }

    boolean mayBeTorn() {
        return mayBeTorn;
    }

    /** The kiosk stops; waits for the disk. */
    void ended(boolean isWhole) {
        try {
            if (isWhole) outbox.note(NOTE, WHOLE);
        } catch (IOException e) {
            LOG.error("The next start will take the paper for torn", e);
        }
    }
}
