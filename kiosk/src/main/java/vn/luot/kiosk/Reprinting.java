package vn.luot.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketPrinter;

/**
 * After a restart nobody knows whether the ticket that was being printed came out. While its visitor may still be standing
 * there, the same number is printed once more and marked so; later it is left to the staff.
 */
final class Reprinting {
    private static final Logger LOG = LoggerFactory.getLogger(Reprinting.class);

    private static final Duration VISITOR_STAYS = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ReprintNotes notes;
    private final HubMemory memory;
    private final TicketPrinter printer;
    private final Printing printing;
    private final Intents intents;
    private final KioskLoop loop;
    private final Runnable ended;
    private final Set<String> underWay = new HashSet<>();

    /** @param ended told whenever a ticket was printed again, or given up */
    Reprinting(
            ReprintNotes notes,
            HubMemory memory,
            TicketPrinter printer,
            Printing printing,
            Intents intents,
            KioskLoop loop,
            Runnable ended) {
        this.notes = notes;
        this.memory = memory;
        this.printer = printer;
        this.printing = printing;
        this.intents = intents;
        this.loop = loop;
        this.ended = ended;
    }

    boolean isUnderWay(String key) {
        return underWay.contains(key);
    }

    /** Once, after the start. */
    void begin() {
        try {
            for (var intent : intents.unsettled()) {
                if (intent.state() == Intent.State.ISSUED && memory.plan().isPresent()) {
                    underWay.add(intent.key());
                    whenReady(intent);
                }
            }
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
        }
    }

    private void whenReady(Intent intent) {
        var age = Duration.between(intent.at(), memory.now()).abs();
        if (age.compareTo(VISITOR_STAYS) > 0) {
            end(intent);
        } else {
            printer.look().thenAcceptAsync(state -> printIfReady(intent, state), loop);
        }
    }

    private void printIfReady(Intent intent, PrinterState state) {
        if (!state.canPrint()) {
            loop.after(BETWEEN_LOOKS, () -> whenReady(intent));
            return;
        }
        LOG.info(
                "Ticket {} was being printed when the kiosk stopped; it is printed again",
                intent.receipt().number());
        notes.add(intent);
        printing.printAgain(intent, memory.plan().orElseThrow()).thenAcceptAsync(this::end, loop);
    }

    private void end(Intent intent) {
        underWay.remove(intent.key());
        ended.run();
    }
}
