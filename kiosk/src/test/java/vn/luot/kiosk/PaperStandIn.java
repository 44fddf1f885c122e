package vn.luot.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketPrinter;

/** A printer that prints at once, until it is told to say nothing. */
final class PaperStandIn implements TicketPrinter {
    private final List<List<PrintLine>> papers = new ArrayList<>();
    private boolean silent;

    void silent(boolean isSilent) {
        silent = isSilent;
    }

    /** The numbers on paper, in order. */
    List<String> numbers() {
        return papers.stream()
                .flatMap(List::stream)
                .filter(PrintLine.BigNumber.class::isInstance)
                .map(line -> ((PrintLine.BigNumber) line).number())
                .toList();
    }

    /** The words of the last paper. */
    List<String> words() {
        return papers.get(papers.size() - 1).stream()
                .filter(PrintLine.Words.class::isInstance)
                .map(line -> ((PrintLine.Words) line).text())
                .toList();
    }

    @Override
    public CompletableFuture<PrinterState> look() {
        return CompletableFuture.completedFuture(PrinterState.READY);
    }

    @Override
    public CompletableFuture<PrintOutcome> print(List<PrintLine> ticket) {
        papers.add(ticket);
        return silent ? new CompletableFuture<>() : CompletableFuture.completedFuture(new PrintOutcome.Printed());
    }
}
