package vn.luot.kiosk.printer;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Whatever puts tickets on paper. Answers come on any thread and never fail; every trouble is an answer. */
public interface TicketPrinter {
    /** The state now. */
    CompletableFuture<PrinterState> look();

    /** Prints after what was given before. */
    CompletableFuture<PrintOutcome> print(List<PrintLine> ticket);
}
