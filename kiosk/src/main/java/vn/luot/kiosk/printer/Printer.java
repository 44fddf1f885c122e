package vn.luot.kiosk.printer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;

/**
 * One ESC/POS printer at the end of a line. It is asked for its state every 2 s while idle, and before and after every
 * ticket; a ticket counts as printed only when the printer says so. After three tickets in a row that were not proved it is
 * out of service until a test print is. Everything happens on the printer's one thread; methods may be called from any
 * thread and never block.
 */
public final class Printer implements TicketPrinter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** On a slow line the printer is asked in the middle of a ticket, each time this much of it is on the wire. */
    static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(1);

    private final LineAddress address;
    private final EscPosTicket escPos;
    private final Consumer<PrinterState> onState;
    private final ScheduledExecutorService owner;
    private final Dialogue dialogue;
    private final PrinterMemory memory;
    private final FreshPaper paper;
    private final Trust trust = new Trust();
    private final TestPauses pauses;

    private volatile PrinterState state = PrinterState.GONE;
    private volatile PrinterAlarm alarm;
    private PrinterState seen = PrinterState.GONE;
    private Line line;

    private CompletableFuture<?> lastTicket = CompletableFuture.completedFuture(null);
    private final CompletableFuture<PrinterState> greeting = new CompletableFuture<>();
    private final CompletableFuture<Boolean> leftWhole = new CompletableFuture<>();
    private volatile String lineTrouble = "";

    /**
     * A printer whose line is not opened yet, see {@link #start}.
     *
     * @param onState told of every change of state, on the printer's thread
     */
    public Printer(LineAddress address, PrinterProfile profile, Consumer<PrinterState> onState) {
        this(address, profile, onState, TestPauses.FIRST);
    }

    /** @param firstPause before the first test print of a printer that is out of service */
    Printer(LineAddress address, PrinterProfile profile, Consumer<PrinterState> onState, Duration firstPause) {
        this.address = address;
        this.escPos = new EscPosTicket(profile);
        this.onState = onState;
        this.owner = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "printer " + address);
            thread.setDaemon(true);
            return thread;
        });
        this.dialogue = new Dialogue(profile, owner, address, this::send, this::seen);
        this.memory = new PrinterMemory(profile, dialogue);
        this.paper = new FreshPaper(dialogue, escPos);
        this.pauses = new TestPauses(firstPause);
    }

    /** The program before this one may have ended in the middle of a ticket. Before {@link #start}. */
    public Printer afterTornTicket() {
        owner.execute(paper::ticketBegins);
        return this;
    }

    /** Opens the line, and begins to look at the printer. */
    public Printer start() {
        owner.execute(() -> line = Line.open(address, new Ears()));
        // The first picture of a program takes half a second: fonts are loaded. Not while a visitor waits.
        owner.execute(() -> escPos.bytes(TestPages.checkSlip()));
        var pause = BETWEEN_LOOKS.toMillis();
        owner.scheduleWithFixedDelay(this::whileIdle, pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    /** The state as last seen, at most some 2 s old. */
    public PrinterState state() {
        return state;
    }

    /** Why the printer is out of service; empty while visitors may rely on it. */
    public Optional<PrinterAlarm> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** The first state seen after {@link #start}. */
    public CompletableFuture<PrinterState> greeting() {
        return greeting.copy();
    }

    /** Why the printer was {@link PrinterState#GONE} last, for the technician, in Vietnamese and English. */
    public String lineTrouble() {
        return lineTrouble;
    }

    /** Asks the printer now; answers within 500 ms. */
    @Override
    public CompletableFuture<PrinterState> look() {
        return CompletableFuture.supplyAsync(dialogue::askState, owner)
                .thenCompose(answer -> answer)
                .thenApplyAsync(trust::shown, owner);
    }

    @Override
    public CompletableFuture<PrintOutcome> print(List<PrintLine> ticket) {
        return inTurn(() -> trust.isLost()
                ? CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(trust.shown(seen)))
                : judged(printNow(ticket)));
    }

    /** Prints a short paper without a number, even out of service; when it is proved, the printer serves again. */
    public CompletableFuture<PrintOutcome> test() {
        return inTurn(() -> judged(printNow(TestPages.checkSlip())));
    }

    /** Lines that are on many tickets: where the printer has a memory for pictures, it is filled while nobody prints. */
    public void keep(List<PrintLine> fixedLines) {
        if (owner.isShutdown()) return;
        owner.execute(() -> memory.keep(escPos.pictures(fixedLines)));
    }

    /** Completes at {@link #close}: whether no piece of a ticket can be left in the printer. */
    public CompletableFuture<Boolean> leftWhole() {
        return leftWhole.copy();
    }

    /** Lets go of the line; a second time does nothing. */
    @Override
    public void close() {
        if (owner.isShutdown()) return;
        owner.execute(() -> {
            leftWhole.complete(!paper.mayHoldTicket());
            if (line != null) line.close();
            // Asked for, so no change of state to tell anybody.
            state = PrinterState.GONE;
            seen = PrinterState.GONE;
            endWaiting();
            owner.shutdown();
        });
    }

    private interface Work {
        CompletableFuture<PrintOutcome> begin();
    }

    private CompletableFuture<PrintOutcome> inTurn(Work work) {
        var outcome = new CompletableFuture<PrintOutcome>();
        owner.execute(() -> lastTicket = lastTicket
                .thenCompose(previous -> work.begin())
                .exceptionally(this::broken)
                .thenAccept(outcome::complete));
        return outcome;
    }

    private CompletableFuture<PrintOutcome> printNow(List<PrintLine> ticket) {
        return forgotten().thenCompose(done -> dialogue.askState()).thenCompose(before -> {
            if (!before.canPrint()) return CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(before));
            return paper.made().thenCompose(isFresh -> sendTicket(ticket, isFresh));
        });
    }

    private CompletableFuture<Void> forgotten() {
        return paper.mayHoldTicket() ? dialogue.cancel() : CompletableFuture.completedFuture(null);
    }

    /** @param isFresh whether the printer has confirmed that it begins on fresh paper: otherwise nothing proves that it is whole */
    private CompletableFuture<PrintOutcome> sendTicket(List<PrintLine> ticket, boolean isFresh) {
        escPos.inMemory(memory.held());
        var pieces = escPos.pieces(ticket, address.within(BETWEEN_ANSWERS));
        paper.ticketBegins();
        return dialogue.send(pieces)
                .thenCompose(
                        finished -> proven(finished.canPrint() && !isFresh ? PrinterState.NOT_CONFIRMING : finished));
    }

    /** @param finished what ended the wait: fit to print only when the printer said that all is on paper */
    private CompletableFuture<PrintOutcome> proven(PrinterState finished) {
        return dialogue.askState().thenCompose(after -> {
            if (finished.canPrint() && after.canPrint()) {
                paper.ticketProved();
                return CompletableFuture.completedFuture(new PrintOutcome.Printed());
            }
            PrintOutcome unknown = new PrintOutcome.Unknown(after.canPrint() ? finished : after);
            return dialogue.cancel().thenApply(cancelled -> unknown);
        });
    }

    /** A fault of the program costs one ticket, not those that come after it. */
    private PrintOutcome broken(Throwable fault) {
        LOG.error("Printing a ticket failed", fault);
        return new PrintOutcome.Unknown(state);
    }

    private CompletableFuture<PrintOutcome> judged(CompletableFuture<PrintOutcome> printing) {
        return printing.thenApply(outcome -> {
            var wasLost = trust.isLost();
            if (outcome instanceof PrintOutcome.Printed) trust.proved();
            else if (outcome instanceof PrintOutcome.Unknown unknown) trust.failed(unknown.why());
            else if (outcome instanceof PrintOutcome.NotPrinted not) trust.failed(not.why());
            if (wasLost != trust.isLost()) trustChanged();
            return outcome;
        });
    }

    private void trustChanged() {
        if (trust.isLost()) {
            alarm = new PrinterAlarm(trust.failures(), trust.why());
            LOG.warn(
                    "Printer {} is out of service: {} tickets failed in a row ({})",
                    address,
                    alarm.failures(),
                    alarm.why());
            pauses.begin();
        } else {
            alarm = null;
            LOG.info("Printer {} serves again: a test print was proved", address);
        }
        show();
    }

    private void whileIdle() {
        if (!dialogue.isUp() || dialogue.isPrinting() || !lastTicket.isDone()) return;
        dialogue.askState();
        if (!seen.canPrint()) return;
        if (trust.isLost() && pauses.isOver()) {
            test();
        } else if (paper.wantsWork()) {
            lastTicket = forgotten().thenCompose(done -> paper.made());
        } else if (memory.wantsWork()) {
            lastTicket = memory.work();
        }
    }

    /** The printer spoke of its state, or was silent. */
    private void seen(PrinterState now) {
        if (now.canPrint() && !seen.canPrint()) pauses.mended();
        seen = now;
        show();
    }

    private void show() {
        var shown = trust.shown(seen);
        if (state == shown) return;
        LOG.info("Printer {}: {} ({})", address, shown.forTechnician().en(), shown);
        state = shown;
        onState.accept(shown);
    }

    private void down(String reason) {
        if (dialogue.isUp()) LOG.info("Printer {}: line lost ({})", address, reason);
        lineTrouble = reason;
        paper.lineBroke();
        seen(PrinterState.GONE);
        endWaiting();
    }

    private void endWaiting() {
        dialogue.down();
        memory.forget();
        greeting.complete(PrinterState.GONE);
    }

    private CompletableFuture<Void> send(byte[] bytes) {
        return line.send(bytes).toCompletableFuture();
    }

    /** Brings what the line says to the printer's thread. */
    private final class Ears implements Line.Listener {
        @Override
        public void up() {
            onOwner(() ->
                    dialogue.up().thenCompose(isQuiet -> dialogue.askState()).thenAccept(greeting::complete));
        }

        @Override
        public void down(String reason) {
            onOwner(() -> Printer.this.down(reason));
        }

        @Override
        public void received(byte[] bytes) {
            onOwner(() -> dialogue.heard(bytes));
        }

        private void onOwner(Runnable task) {
            try {
                owner.execute(task);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The line spoke after the printer was closed");
            }
        }
    }
}
