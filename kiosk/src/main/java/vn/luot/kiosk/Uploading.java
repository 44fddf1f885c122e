package vn.luot.kiosk;

import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.TicketReceipt;

/** Tells the hub, when it is back, of the tickets that were given without it: one after the other, in order. */
final class Uploading {
    private static final Logger LOG = LoggerFactory.getLogger(Uploading.class);

    /** The day, or the number, is not the hub's: what it may have given the key itself is another number. */
    private static final Set<String> ANOTHER_NUMBER = Set.of("DAY_OVER", "NOT_ITS_NUMBER", "NUMBER_TAKEN");

    /** What the hub says about this ticket, and will say again; anything else it says may change by itself. */
    private static final Set<String> FINAL = Set.of(
            "DAY_OVER",
            "NOT_ITS_NUMBER",
            "NUMBER_TAKEN",
            "VOIDED",
            "SERVICE_UNKNOWN",
            "PRIORITY_CLASS_UNKNOWN",
            "APPOINTMENT_ON_ANOTHER_DAY",
            "FIELD_INVALID",
            "BAD_JSON");

    private final HubTickets hub;
    private final HubMemory memory;
    private final Intents intents;
    private final KioskLoop loop;
    private final Predicate<String> isUnderWay;
    private final Runnable done;
    private final AgainLater again;
    private boolean busy;

    /**
     * @param isUnderWay whether the touch of a key has not ended yet
     * @param done told when the hub heard of a ticket
     */
    Uploading(
            HubTickets hub,
            HubMemory memory,
            Intents intents,
            KioskLoop loop,
            Predicate<String> isUnderWay,
            Runnable done) {
        this.hub = hub;
        this.memory = memory;
        this.intents = intents;
        this.loop = loop;
        this.again = new AgainLater(loop, this::upload);
        this.isUnderWay = isUnderWay;
        this.done = done;
    }

    void upload() {
        if (busy || !memory.isHere()) return;
        try {
            var next = intents.toUpload().stream()
                    .filter(intent -> !isUnderWay.test(intent.key()))
                    .filter(intent -> !waitsForItsDay(intent))
                    .findFirst();
            next.ifPresent(this::upload);
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
            again.ask();
        }
    }

    /** A restore took the hub back to an earlier day; others must not wait for the day to come again. */
    private boolean waitsForItsDay(Intent intent) {
        var open = memory.openDay();
        return open != null && intent.given().day().isAfter(open);
    }

    private void upload(Intent intent) {
        busy = true;
        hub.takeIn(intent.key(), ticket(intent))
                .whenCompleteAsync((receipt, fault) -> answered(intent, receipt, fault), loop);
    }

    private static OfflineTicket ticket(Intent intent) {
        var paper = intent.receipt();
        return new OfflineTicket(
                intent.request(),
                paper.number(),
                intent.given().epoch(),
                intent.given().day(),
                paper.issuedAt(),
                paper.token());
    }

    private void answered(Intent intent, TicketReceipt receipt, Throwable fault) {
        busy = false;
        var problem = HubAnswer.no(fault);
        if (fault == null) {
            LOG.info("The hub has taken in ticket {}", receipt.number());
            heard(intent, Given.Upload.TAKEN_IN);
        } else if (problem.map(Problem::code).filter(FINAL::contains).isPresent()) {
            LOG.warn(
                    "The hub does not take in ticket {}; staff has to look after its holder: {}",
                    intent.receipt().number(),
                    HubAnswer.cause(fault).getMessage());
            if (problem.map(Problem::code).filter(ANOTHER_NUMBER::contains).isPresent()) takeBack(intent);
            else heard(intent, Given.Upload.REFUSED);
        } else {
            again.ask();
        }
    }

    /**
     * A day had begun, or the hub been restored, before the kiosk heard of it: the number that the hub may have given there is on
     * no paper.
     */
    private void takeBack(Intent intent) {
        busy = true;
        hub.makeVoid(intent.key()).whenCompleteAsync((done, fault) -> takenBack(intent, fault), loop);
    }

    private void takenBack(Intent intent, Throwable fault) {
        busy = false;
        var no = HubAnswer.no(fault).map(Problem::code).filter(code -> !HubAnswer.isAtTheDoor(code));
        if (fault == null || no.isPresent()) heard(intent, Given.Upload.REFUSED);
        else again.ask();
    }

    private void heard(Intent intent, Given.Upload upload) {
        intents.keep(intents.latest(intent).uploaded(upload));
        done.run();
        upload();
    }
}
