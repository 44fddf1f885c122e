package vn.luot.sim.simulate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;

/** A printer with its paper: what comes out lies there, whatever became of the program that sent it. */
final class PaperPrinter {
    private final World world;
    private final String name;
    private final Papers papers;
    private double trouble;
    private boolean out;
    private long freeAt;
    private Runnable whenOut = () -> {};

    PaperPrinter(World world, String name, Papers papers) {
        this.world = world;
        this.name = name;
        this.papers = papers;
    }

    void becomes(double troublesome, boolean paperOut) {
        trouble = troublesome;
        out = paperOut;
        world.trace().note(name, paperOut ? "has no paper" : "has paper, trouble " + troublesome);
    }

    /** @param told as soon as a paper is out, before anybody hears of it */
    void whenOut(Runnable told) {
        whenOut = told;
    }

    PrinterState state() {
        return out ? PrinterState.PAPER_OUT : PrinterState.READY;
    }

    /** @param program whoever asks, and may not live to hear it */
    CompletableFuture<PrinterState> look(Life program) {
        var answer = new CompletableFuture<PrinterState>();
        world.scheduler().after(world.luck().between(5, 40), program, () -> answer.complete(state()));
        return answer;
    }

    CompletableFuture<PrintOutcome> print(List<PrintLine> ticket, Life program) {
        var outcome = new CompletableFuture<PrintOutcome>();
        freeAt = Math.max(freeAt, world.scheduler().now()) + world.luck().between(100, 900);
        world.after(freeAt - world.scheduler().now(), () -> {
            var end = printed(ticket);
            world.scheduler().after(world.luck().between(1, 30), program, () -> outcome.complete(end));
        });
        return outcome;
    }

    private PrintOutcome printed(List<PrintLine> ticket) {
        if (out) return new PrintOutcome.NotPrinted(PrinterState.PAPER_OUT);
        if (world.luck().in(trouble)) return halfPrinted(ticket);
        papers.comesOut(name, ticket);
        whenOut.run();
        return new PrintOutcome.Printed();
    }

    /** A jam, a power cut, or a printer that does not say that it is done: perhaps the number can be read. */
    private PrintOutcome halfPrinted(List<PrintLine> ticket) {
        var why = world.luck().one(List.of(PrinterState.ERROR, PrinterState.GONE, PrinterState.NOT_ANSWERING));
        world.trace().note(name, "fails in the middle: " + why);
        if (world.luck().in(0.5)) papers.comesOut(name, ticket);
        return new PrintOutcome.Unknown(why);
    }
}
