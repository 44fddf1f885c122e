package vn.luot.sim.simulate;

import java.time.Instant;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.feed.Ear;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.kiosk.HubTickets;
import vn.luot.kiosk.Outbox;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.hub.Following;
import vn.luot.protocol.hub.HubLink;

/** Where a mutant may put something wrong in the place of something right. As it is, everything is right. */
class Seams {
    /** The hub's journal, on its disk, with the audience that only the desk should tell. */
    Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
        return right;
    }

    /** What the hall decided. */
    Decision decision(Decision right, Hall hall, Instant now, World world) {
        return right;
    }

    /** The idempotency key of a request, as the hub takes it. */
    String key(String right, World world) {
        return right;
    }

    /** Who listens to the feed. */
    Ear ear(Ear right, World world) {
        return right;
    }

    /** The step from which a device asks the feed to go on. */
    Following.Since since(Following.Since right) {
        return right;
    }

    /** What a board does with what it hears. */
    HubLink.Listener board(HubLink.Listener right, World world) {
        return right;
    }

    /** Which life a restored store begins. */
    int epochAfterRestore(int before, int right) {
        return right;
    }

    Outbox outbox(Outbox right, KioskDisk disk, World world) {
        return right;
    }

    HubTickets hubTickets(HubTickets right, TicketPrinter printer, World world) {
        return right;
    }

    TicketPrinter printer(TicketPrinter right, World world) {
        return right;
    }

    /** The totals that a report of the day gives. */
    DayTotals report(DayTotals right) {
        return right;
    }
}
