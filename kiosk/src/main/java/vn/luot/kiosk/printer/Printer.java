package vn.luot.kiosk.printer;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
 * ticket; a ticket counts as printed only when the printer says so. Everything happens on the printer's one thread;
 * methods may be called from any thread and never block.
 */
public final class Printer implements TicketPrinter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);

    private static final Duration ANSWER_TIME = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Beyond the time on the wire: paper moves, the knife cuts. */
    private static final Duration MECHANICS = Duration.ofSeconds(3);

    /** DLE EOT 1, 2, 3, 4. */
    private static final byte[] ASK_STATE = {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4};

    /** DLE ENQ 2 and ESC @: what is left of a ticket must not come out with the next roll of paper. */
    private static final byte[] FORGET_TICKET = {0x10, 5, 2, 0x1B, '@'};

    /** GS r 1. */
    private static final byte[] ASK_PAPER = {0x1D, 'r', 1};

    private final PrinterProfile profile;
    private final EscPosTicket escPos;
    private final Consumer<PrinterState> onState;
    private final ScheduledExecutorService owner;
    private final EmbeddedChannel decoder = new EmbeddedChannel(new StatusDecoder());
    private final LineAddress address;

    private volatile PrinterState state = PrinterState.GONE;
    private Line line;
    private boolean lineUp;
    private boolean forgetFirst;
    private int tickets;
    private Look look;
    private Job job;
    private Fence fence;
    /** How many answers to {@link #ASK_PAPER} may still come. They do not say what they answer. */
    private int answersDue;

    private CompletableFuture<?> lastTicket = CompletableFuture.completedFuture(null);
    private final CompletableFuture<PrinterState> greeting = new CompletableFuture<>();
    private volatile String lineTrouble = "";

    /**
     * A printer whose line is not opened yet, see {@link #start}.
     *
     * @param onState told of every change of state, on the printer's thread
     */
    public Printer(LineAddress address, PrinterProfile profile, Consumer<PrinterState> onState) {
        this.address = address;
        this.profile = profile;
        this.escPos = new EscPosTicket(profile);
        this.onState = onState;
        this.owner = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "printer " + address);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the line, and begins to look at the printer. */
    public Printer start() {
        owner.execute(() -> line = Line.open(address, new Ears()));
        // The first picture of a program takes half a second: fonts are loaded. Not while a visitor waits.
        owner.execute(() -> escPos.bytes(TicketLayout.sampleTicket()));
        var pause = BETWEEN_LOOKS.toMillis();
        owner.scheduleWithFixedDelay(this::lookWhileIdle, pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    /** The state as last seen, at most some 2 s old. */
    public PrinterState state() {
        return state;
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
        return CompletableFuture.supplyAsync(this::askState, owner).thenCompose(answer -> answer);
    }

    @Override
    public CompletableFuture<PrintOutcome> print(List<PrintLine> ticket) {
        var outcome = new CompletableFuture<PrintOutcome>();
        owner.execute(() -> lastTicket = lastTicket
                .thenCompose(previous -> printNow(ticket))
                .exceptionally(this::broken)
                .thenAccept(outcome::complete));
        return outcome;
    }

    /** Lets go of the line; a second time does nothing. */
    @Override
    public void close() {
        if (owner.isShutdown()) return;
        owner.execute(() -> {
            if (line != null) line.close();
            // Asked for, so no change of state to tell anybody.
            state = PrinterState.GONE;
            endWaiting();
            owner.shutdown();
        });
    }

    private CompletableFuture<PrintOutcome> printNow(List<PrintLine> ticket) {
        if (forgetFirst) send(FORGET_TICKET);
        return askState().thenCompose(before -> {
            if (!before.canPrint()) return CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(before));
            forgetFirst = false;
            return fenced().thenCompose(passed -> sendTicket(ticket));
        });
    }

    /** A fault of the program costs one ticket, not those that come after it. */
    private PrintOutcome broken(Throwable fault) {
        LOG.error("Printing a ticket failed", fault);
        job = null;
        forgetFirst = true;
        return new PrintOutcome.Unknown(state);
    }

    /**
     * Waits until no answer for an earlier ticket, given up meanwhile, can be taken for the next one's. The printer answers in
     * order, but answers nothing to what it threw away; so it is asked once more, and what it says until it falls silent is old.
     */
    private CompletableFuture<Void> fenced() {
        if (answersDue == 0) return CompletableFuture.completedFuture(null);
        fence = new Fence();
        var passed = fence.passed;
        answersDue++;
        send(ASK_PAPER);
        awaitSilence();
        return passed;
    }

    private void awaitSilence() {
        var asked = fence;
        var due = answersDue;
        later(ANSWER_TIME, () -> {
            if (fence == asked && answersDue == due) passFence();
        });
    }

    private void passFence() {
        var passed = fence;
        fence = null;
        // Without an answer nothing is known: then only as many answers as questions prove the ticket.
        if (passed.isAnswered) answersDue = 0;
        passed.passed.complete(null);
    }

    private CompletableFuture<PrintOutcome> sendTicket(List<PrintLine> ticket) {
        var sent = new Job(nextId());
        var bytes = framed(ticket, sent.id);
        job = sent;
        if (profile.completion() == PrinterProfile.Completion.PAPER_STATUS) answersDue++;
        send(bytes).exceptionally(gone -> {
            owner.execute(() -> failJob(PrinterState.GONE));
            return null;
        });
        later(timeToPrint(bytes.length), () -> sent.done.complete(PrinterState.NOT_ANSWERING));
        return sent.done.thenCompose(this::proven);
    }

    /** @param finished what ended the wait: fit to print only when the printer said that all is on paper */
    private CompletableFuture<PrintOutcome> proven(PrinterState finished) {
        job = null;
        return askState().thenApply(after -> {
            if (finished.canPrint() && after.canPrint()) return new PrintOutcome.Printed();
            forgetFirst = true;
            send(FORGET_TICKET);
            return new PrintOutcome.Unknown(after.canPrint() ? finished : after);
        });
    }

    private byte[] framed(List<PrintLine> ticket, String id) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(escPos.bytes(ticket));
        bytes.writeBytes(
                switch (profile.completion()) {
                    case PROCESS_ID -> processId(id);
                    case PAPER_STATUS -> ASK_PAPER;
                });
        return bytes.toByteArray();
    }

    /** GS ( H, function 48. */
    private static byte[] processId(String id) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {0x1D, '(', 'H', 6, 0, '0', '0'});
        request.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }

    private String nextId() {
        tickets = (tickets + 1) % 10_000;
        return String.format("%04d", tickets);
    }

    private Duration timeToPrint(int bytes) {
        if (address instanceof LineAddress.Serial serial) {
            return MECHANICS.plusMillis(bytes * 10_000L / serial.baud());
        }
        return MECHANICS;
    }

    private void lookWhileIdle() {
        if (lineUp && job == null) askState();
    }

    private CompletableFuture<PrinterState> askState() {
        if (!lineUp) return CompletableFuture.completedFuture(PrinterState.GONE);
        if (look != null) return look.answer;
        var asked = new Look();
        look = asked;
        later(ANSWER_TIME, () -> answered(asked, PrinterState.NOT_ANSWERING));
        send(ASK_STATE);
        return asked.answer;
    }

    private void answered(Look asked, PrinterState seen) {
        if (look != asked) return;
        look = null;
        become(seen);
        asked.answer.complete(seen);
    }

    private void become(PrinterState seen) {
        if (state == seen) return;
        LOG.info("Printer {}: {} ({})", address, seen.forTechnician().en(), seen);
        state = seen;
        onState.accept(seen);
    }

    private void heard(StatusMessage message) {
        if (message instanceof StatusMessage.RealTime answer) {
            if (look != null && look.complete(answer.bits())) answered(look, look.state());
        } else if (message instanceof StatusMessage.Automatic change) {
            changed(change.state());
        } else if (message instanceof StatusMessage.Queued status) {
            heardOfPaper(status);
        } else if (message instanceof StatusMessage.Block block && isAwaiting(PrinterProfile.Completion.PROCESS_ID)) {
            if (block.completes(job.id)) job.done.complete(PrinterState.READY);
            if (block.isOffline()) job.done.complete(PrinterState.OFFLINE);
        }
    }

    private void heardOfPaper(StatusMessage.Queued status) {
        if (answersDue == 0) return;
        answersDue--;
        if (fence != null) {
            fence.isAnswered = true;
            if (answersDue == 0) passFence();
            else awaitSilence();
        } else if (job != null && answersDue == 0) {
            job.done.complete(status.hasPaper() ? PrinterState.READY : PrinterState.PAPER_OUT);
        }
    }

    private boolean isAwaiting(PrinterProfile.Completion completion) {
        return job != null && profile.completion() == completion;
    }

    private void changed(PrinterState seen) {
        become(seen);
        if (!seen.canPrint()) failJob(seen);
    }

    private void failJob(PrinterState why) {
        if (job != null) job.done.complete(why);
    }

    private void down(String reason) {
        if (lineUp) LOG.info("Printer {}: line lost ({})", address, reason);
        lineTrouble = reason;
        become(PrinterState.GONE);
        endWaiting();
    }

    /** Nobody waits for a printer that is gone. */
    private void endWaiting() {
        lineUp = false;
        if (look != null) answered(look, PrinterState.GONE);
        failJob(PrinterState.GONE);
        greeting.complete(PrinterState.GONE);
    }

    private CompletableFuture<Void> send(byte[] bytes) {
        return line.send(bytes).toCompletableFuture();
    }

    private void later(Duration delay, Runnable task) {
        owner.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Answers to the four questions, in the order in which they were asked. */
    private static final class Look {
        private final CompletableFuture<PrinterState> answer = new CompletableFuture<>();
        private final int[] bits = new int[4];
        private int answers;

        boolean complete(int answerBits) {
            bits[answers++] = answerBits;
            return answers == bits.length;
        }

        PrinterState state() {
            return new StatusMessage.Full(bits[0], bits[1], bits[2], bits[3]).state();
        }
    }

    /** The ticket that is with the printer; {@code done} gets a state fit to print when it is on paper. */
    private static final class Job {
        private final String id;
        private final CompletableFuture<PrinterState> done = new CompletableFuture<>();

        Job(String id) {
            this.id = id;
        }
    }

    /** A question between two tickets, behind all that the printer was given before. */
    private static final class Fence {
        private final CompletableFuture<Void> passed = new CompletableFuture<>();
        private boolean isAnswered;
    }

    /** Brings what the line says to the printer's thread. */
    private final class Ears implements Line.Listener {
        @Override
        public void up() {
            onOwner(() -> {
                lineUp = true;
                askState().thenAccept(greeting::complete);
            });
        }

        @Override
        public void down(String reason) {
            onOwner(() -> Printer.this.down(reason));
        }

        @Override
        public void received(byte[] bytes) {
            onOwner(() -> {
                decoder.writeInbound(Unpooled.wrappedBuffer(bytes));
                for (StatusMessage m = decoder.readInbound(); m != null; m = decoder.readInbound()) heard(m);
            });
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
