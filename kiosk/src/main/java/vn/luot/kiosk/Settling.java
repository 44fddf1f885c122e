package vn.luot.kiosk;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.TicketState;

/**
 * Clears up after touches that were cut short: their visitors were sent to a person, or are gone, and nobody must be called
 * by a number that nobody holds. While the hub does not answer, it is asked again and again.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final HubTickets hub;
    private final Intents intents;
    private final KioskLoop loop;
    private final Predicate<String> isUnderWay;
    private final Set<String> beingVoided = new HashSet<>();
    private final AgainLater again;

    /** @param isUnderWay whether the touch of a key has not ended yet, or its ticket is printed again */
    Settling(HubTickets hub, Intents intents, KioskLoop loop, Predicate<String> isUnderWay) {
        this.hub = hub;
        this.intents = intents;
        this.loop = loop;
        this.again = new AgainLater(loop, this::settle);
        this.isUnderWay = isUnderWay;
    }

    void settle() {
        if (!intents.writeAll()) again.ask();
        try {
            for (var intent : intents.unsettled()) {
                if (!isUnderWay.test(intent.key())) settle(intent);
            }
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
            again.ask();
        }
    }

    private void settle(Intent intent) {
        switch (intent.state()) {
            case PENDING -> makeVoid(intent);
            case ISSUED -> {
                LOG.warn(
                        "Ticket {} was issued for a touch that was cut short; it is perhaps not on paper",
                        intent.receipt().number());
                intents.keep(intent.became(Intent.State.NOT_PRINTED));
            }
            case PRINTED, NOT_PRINTED, REFUSED, VOIDED, TOO_LATE -> {}
        }
    }

    private void makeVoid(Intent intent) {
        if (!beingVoided.add(intent.key())) return;
        hub.makeVoid(intent.key()).whenCompleteAsync((done, fault) -> voided(intent, fault), loop);
    }

    private void voided(Intent intent, Throwable fault) {
        beingVoided.remove(intent.key());
        if (fault == null) {
            LOG.info("A touch of {} was cut short; nobody is called by it", intent.at());
            intents.keep(intent.became(Intent.State.VOIDED));
        } else if (!HubAnswer.isNo(fault)) {
            again.ask();
        } else if (isAtACounter(fault)) {
            // A clerk who finds nobody there may still hold it or send it back into its line.
            again.ask();
        } else if (HubAnswer.isNo(fault, "ILLEGAL_TRANSITION")) {
            LOG.warn(
                    "A touch of {} for {} was cut short, yet its ticket was served, perhaps to nobody: {}",
                    intent.at(),
                    intent.request().service(),
                    HubAnswer.cause(fault).getMessage());
            intents.keep(intent.became(Intent.State.TOO_LATE));
        } else {
            // The business day is not open, for example: it is voided when the next one opens.
            LOG.warn(
                    "The hub does not void a touch of {} yet: {}",
                    intent.at(),
                    HubAnswer.cause(fault).getMessage());
        }
    }

    private static boolean isAtACounter(Throwable fault) {
        return HubAnswer.no(fault)
                .filter(problem -> problem.state() == TicketState.SERVING)
                .isPresent();
    }
}
