package vn.luot.kiosk;

import java.util.List;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketStatus;

/**
 * What the page is told of a scanned code; nothing of whose it is.
 *
 * @param scan name of the scan, which a touch may refer to for a short while
 * @param priorityClass what a card proves; absent when it proves none
 * @param services where results are collected; empty unless it was a receipt
 * @param ticket how a ticket stands; absent for anything else, and for one that the hub does not know
 */
record ScanView(Kind kind, String scan, Text priorityClass, List<String> services, TicketStatus ticket) {
    enum Kind {
        CARD,
        APPOINTMENT,
        RECEIPT,
        TICKET,
        UNKNOWN
    }

    ScanView {
        services = List.copyOf(services);
    }

    static ScanView of(Kind kind, String scan) {
        return new ScanView(kind, scan, null, List.of(), null);
    }
}
