package vn.luot.kiosk;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.Slip;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.message.Plan;

/** From a ticket to the paper, and what is known of it afterwards. */
final class Printing {
    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);

    private final TicketPrinter printer;
    private final TicketLayout layout;
    private final Intents intents;
    private final KioskLoop loop;

    Printing(TicketPrinter printer, TicketLayout layout, Intents intents, KioskLoop loop) {
        this.printer = printer;
        this.layout = layout;
        this.intents = intents;
        this.loop = loop;
    }

    /** Never fails; brings the intent as it is afterwards: PRINTED, or NOT_PRINTED when that is not proven. */
    CompletableFuture<Intent> print(Intent issued, Plan plan) {
        return print(issued, slip(issued), plan);
    }

    /** The same number once more, marked so. */
    CompletableFuture<Intent> printAgain(Intent issued, Plan plan) {
        return print(issued, slip(issued).again(), plan);
    }

    private static Slip slip(Intent issued) {
        var slip = new Slip(issued.receipt(), issued.request().language());
        return issued.isOffline()
                ? slip.offline()
                : slip.waiting(issued.receipt().waits());
    }

    private CompletableFuture<Intent> print(Intent issued, Slip slip, Plan plan) {
        return onPaper(slip, plan).handleAsync((outcome, fault) -> became(issued, outcome, fault), loop);
    }

    private CompletableFuture<PrintOutcome> onPaper(Slip slip, Plan plan) {
        try {
            return printer.print(layout.ticket(slip, plan))
                    .thenComposeAsync(outcome -> againIfLost(outcome, slip, plan), loop);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * A printer that lost a ticket and is fine again gets it once more, marked, because the first may be on paper after all. One
     * that only does not confirm would print both and confirm neither.
     */
    private CompletableFuture<PrintOutcome> againIfLost(PrintOutcome outcome, Slip slip, Plan plan) {
        if (!(outcome instanceof PrintOutcome.Unknown lost) || lost.why() == PrinterState.NOT_CONFIRMING) {
            return CompletableFuture.completedFuture(outcome);
        }
        return printer.look()
                .thenComposeAsync(
                        state -> state.canPrint()
                                ? printer.print(layout.ticket(slip.again(), plan))
                                : CompletableFuture.completedFuture(outcome),
                        loop);
    }

    private Intent became(Intent issued, PrintOutcome outcome, Throwable fault) {
        var number = issued.receipt().number();
        if (fault != null) LOG.error("Ticket {} was issued and could not be printed", number, fault);
        var isPrinted = outcome instanceof PrintOutcome.Printed;
        if (isPrinted) LOG.info("Ticket {} printed", number);
        else if (fault == null) LOG.warn("Ticket {} is issued but perhaps not on paper: {}", number, outcome);
        var after = intents.latest(issued).became(isPrinted ? Intent.State.PRINTED : Intent.State.NOT_PRINTED);
        intents.keep(after);
        return after;
    }
}
