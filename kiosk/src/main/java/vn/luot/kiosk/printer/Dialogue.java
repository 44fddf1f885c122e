package vn.luot.kiosk.printer;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.luot.protocol.line.LineAddress;

/**
 * What is said between the kiosk and its printer: questions, and which answer belongs to which. For the printer's one
 * thread; every future completes, a printer that is silent or gone is a state.
 */
final class Dialogue {
    static final Duration ANSWER_TIME = Duration.ofMillis(500);

    /** Beyond the time on the wire: paper moves, the knife cuts. */
    static final Duration MECHANICS = Duration.ofSeconds(3);

    /** So long must a line say nothing after it was opened: what an earlier program asked may still be answered. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** A printer that never falls silent is listened to all the same. */
    private static final int MOST_PAUSES = 10;

    /** Numbers of proofs have four characters of this many kinds. */
    private static final int KINDS = Character.MAX_RADIX;

    private static final int IDS = KINDS * KINDS * KINDS * KINDS;

    /** DLE EOT 1, 2, 3, 4. */
    private static final byte[] ASK_STATE = {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4};

    /** DLE DC4 8: empties the buffers in any state. */
    private static final byte[] CLEAR_BUFFERS = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    /** DLE ENQ 2 and ESC @. */
    private static final byte[] END_ERROR = {0x10, 5, 2, 0x1B, '@'};

    /** As many as the longest command has before its data: one that was cut short there gets no data, instead of any number. */
    private static final byte[] REST_OF_A_HEAD = new byte[8];

    /** GS r 1. */
    private static final byte[] ASK_PAPER = {0x1D, 'r', 1};

    private final PrinterProfile profile;
    private final ScheduledExecutorService owner;
    private final Function<byte[], CompletableFuture<Void>> line;
    private final LineAddress address;
    private final Consumer<PrinterState> onSeen;
    private final EmbeddedChannel decoder = new EmbeddedChannel(new StatusDecoder());

    private boolean lineUp;
    /** When the line will have carried all that it was given. */
    private long carriedAt = System.nanoTime();

    /** Not from the same one in every program: a late answer to the one before must prove nothing. */
    private int lastId = ThreadLocalRandom.current().nextInt(IDS);

    /** While the line is heard out after it was opened. */
    private CompletableFuture<Void> hearingOut;

    private boolean heardOld;

    private Look look;
    /** How many answers to {@link #ASK_STATE} may still come after the wait for them was given up. */
    private int late;

    private Job job;
    private Fence fence;
    private boolean fencedBefore;
    private CompletableFuture<StatusMessage.Block> block;
    /** How many answers to {@link #ASK_PAPER} may still come. They do not say what they answer. */
    private int answersDue;

    /**
     * @param address of the line, whose speed says how long an answer can take
     * @param line where bytes for the printer go
     * @param onSeen told of every state the printer speaks of, and of its silence
     */
    Dialogue(
            PrinterProfile profile,
            ScheduledExecutorService owner,
            LineAddress address,
            Function<byte[], CompletableFuture<Void>> line,
            Consumer<PrinterState> onSeen) {
        this.profile = profile;
        this.owner = owner;
        this.address = address;
        this.line = line;
        this.onSeen = onSeen;
    }

    boolean isUp() {
        return lineUp;
    }

    boolean isPrinting() {
        return job != null;
    }

    /** Completes when nothing is heard any more that an earlier program asked for; what is heard until then is dropped. */
    CompletableFuture<Void> up() {
        give(REST_OF_A_HEAD);
        hearingOut = new CompletableFuture<>();
        hearOut(hearingOut, MOST_PAUSES);
        return hearingOut;
    }

    private void hearOut(CompletableFuture<Void> opening, int pauses) {
        heardOld = false;
        later(QUIET, () -> {
            if (opening != hearingOut) return;
            if (heardOld && pauses > 1) {
                hearOut(opening, pauses - 1);
            } else {
                hearingOut = null;
                lineUp = true;
                opening.complete(null);
            }
        });
    }

    /** Nobody waits for a printer that is gone. */
    void down() {
        lineUp = false;
        hearingOut = null;
        carriedAt = System.nanoTime();
        late = 0;
        if (look != null) answered(look, PrinterState.GONE);
        if (fence != null) passFence();
        failJob(PrinterState.GONE);
    }

    CompletableFuture<PrinterState> askState() {
        if (!lineUp) return CompletableFuture.completedFuture(PrinterState.GONE);
        if (look != null) return look.answer;
        var asked = new Look(late);
        look = asked;
        give(ASK_STATE);
        later(answerTime(), () -> gaveUp(asked));
        return asked.answer;
    }

    /** Makes the printer forget what it has not printed: it must not come out with the next roll of paper. */
    CompletableFuture<Void> cancel() {
        var cleared = switch (profile.cancel()) {
            case CLEAR_BUFFERS -> askBlock(CLEAR_BUFFERS).thenApply(answer -> (Void) null);
            case END_ERROR -> CompletableFuture.<Void>completedFuture(null);
        };
        return cleared.thenRun(() -> give(END_ERROR));
    }

    /** Asks for an answer that is a block; gets null when none comes in time. */
    CompletableFuture<StatusMessage.Block> askBlock(byte[] question) {
        return askBlock(question, ANSWER_TIME);
    }

    private CompletableFuture<StatusMessage.Block> askBlock(byte[] question, Duration patience) {
        if (!lineUp) return CompletableFuture.completedFuture(null);
        var asked = new CompletableFuture<StatusMessage.Block>();
        block = asked;
        give(question);
        later(onTheWire().plus(patience), () -> asked.complete(null));
        return asked;
    }

    /**
     * Asks behind all that the printer was given, and brings whether it answered: then it is between two commands. Afterwards no
     * answer for an earlier ticket, given up meanwhile, can be taken for the next one's: the printer answers in order, but answers
     * nothing to what it threw away; so what it says until it falls silent is old.
     *
     * @param patience with its work, beyond the time on the wire
     */
    CompletableFuture<Boolean> askInTurn(Duration patience) {
        if (!lineUp) return CompletableFuture.completedFuture(false);
        return switch (profile.completion()) {
            case PROCESS_ID -> {
                var id = nextId();
                yield askBlock(processId(id), patience).thenApply(answer -> answer != null && answer.completes(id));
            }
            case PAPER_STATUS -> askPaper(patience);
        };
    }

    private CompletableFuture<Boolean> askPaper(Duration patience) {
        fence = new Fence();
        var passed = fence.passed;
        answersDue++;
        give(ASK_PAPER);
        awaitSilence(patience);
        return passed;
    }

    /**
     * Sends a ticket and the question that proves it. Completes with a state fit to print only when the printer said that all
     * is on paper; otherwise with what ended the wait. Of several pieces each is sent when the printer has answered after
     * the one before: on a slow line nobody would else know for long that it fell silent.
     */
    CompletableFuture<PrinterState> send(List<byte[]> pieces) {
        var sent = new Job(nextId());
        job = sent;
        sendFrom(0, pieces, sent);
        return sent.done.whenComplete((state, fault) -> job = null);
    }

    private void sendFrom(int piece, List<byte[]> pieces, Job sent) {
        if (piece < pieces.size() - 1) {
            deliver(pieces.get(piece));
            goOnIfFit(sent, () -> sendFrom(piece + 1, pieces, sent));
        } else {
            sendLast(pieces.get(piece), sent);
            if (piece > 0) goOnIfFit(sent, () -> {});
        }
    }

    private void sendLast(byte[] piece, Job sent) {
        if (profile.completion() == PrinterProfile.Completion.PAPER_STATUS) answersDue++;
        deliver(withQuestion(piece, sent.id));
        later(onTheWire().plus(MECHANICS), () -> sent.done.complete(PrinterState.NOT_CONFIRMING));
    }

    private void deliver(byte[] piece) {
        give(piece).exceptionally(gone -> {
            owner.execute(() -> failJob(PrinterState.GONE));
            return null;
        });
    }

    /** One answer may get lost on its way; a printer that owes two is silent. */
    private void goOnIfFit(Job sent, Runnable goOn) {
        askState()
                .thenCompose(state -> state == PrinterState.NOT_ANSWERING && !sent.done.isDone()
                        ? askState()
                        : CompletableFuture.completedFuture(state))
                .thenAccept(state -> {
                    if (!state.canPrint()) sent.done.complete(state);
                    else if (!sent.done.isDone()) goOn.run();
                });
    }

    /** Puts bytes on the line, behind what is on its way. */
    CompletableFuture<Void> give(byte[] bytes) {
        carriedAt = Math.max(carriedAt, System.nanoTime())
                + address.onTheWire(bytes.length).toNanos();
        return line.apply(bytes);
    }

    private Duration onTheWire() {
        return Duration.ofNanos(Math.max(0, carriedAt - System.nanoTime()));
    }

    /** A question waits for all that is before it on the wire; the answer is short. */
    private Duration answerTime() {
        return onTheWire().plus(ANSWER_TIME);
    }

    void heard(byte[] bytes) {
        if (hearingOut != null) {
            heardOld = true;
            return;
        }
        decoder.writeInbound(Unpooled.wrappedBuffer(bytes));
        for (StatusMessage m = decoder.readInbound(); m != null; m = decoder.readInbound()) heard(m);
    }

    private byte[] withQuestion(byte[] ticket, String id) {
        var bytes = new ByteArrayOutputStream(ticket.length + 16);
        bytes.writeBytes(ticket);
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
        lastId = (lastId + 1) % IDS;
        return Integer.toString(IDS + lastId, KINDS).substring(1);
    }

    private void awaitSilence(Duration patience) {
        var asked = fence;
        var heard = asked.heard;
        later(onTheWire().plus(patience), () -> {
            if (fence == asked && asked.heard == heard) passFence();
        });
    }

    private void passFence() {
        var passed = fence;
        fence = null;
        // Without an answer nothing is known: then only as many answers as questions prove the ticket.
        var isAnswered = passed.heard > 0;
        if (isAnswered) answersDue = 0;
        fencedBefore |= isAnswered;
        passed.passed.complete(isAnswered);
    }

    private void gaveUp(Look asked) {
        if (look != asked) return;
        // What was owed from before never came: a printer that was off does not know what it was asked.
        if (asked.isAnsweredOnce()) {
            answered(asked, asked.state());
        } else {
            answered(asked, PrinterState.NOT_ANSWERING);
            late = asked.missing();
        }
    }

    private void answered(Look asked, PrinterState seen) {
        if (look != asked) return;
        look = null;
        late = 0;
        onSeen.accept(seen);
        asked.answer.complete(seen);
    }

    private void heard(StatusMessage message) {
        if (message instanceof StatusMessage.RealTime answer) {
            if (look == null) late = Math.max(0, late - 1);
            else if (look.complete(answer.bits())) answered(look, look.state());
        } else if (message instanceof StatusMessage.Automatic change) {
            changed(change.state());
        } else if (message instanceof StatusMessage.Queued status) {
            heardOfPaper(status);
        } else if (message instanceof StatusMessage.Block answer) {
            heardBlock(answer);
        }
    }

    private void heardBlock(StatusMessage.Block answer) {
        if (job != null && answer.completes(job.id)) job.done.complete(PrinterState.READY);
        else if (job != null && answer.isOffline()) job.done.complete(PrinterState.OFFLINE);
        else if (block != null) block.complete(answer);
    }

    private void heardOfPaper(StatusMessage.Queued status) {
        if (fence != null) {
            answersDue = Math.max(0, answersDue - 1);
            fence.heard++;
            // Nobody counted what the program before had asked.
            if (answersDue == 0 && fencedBefore) passFence();
            else awaitSilence(answersDue == 0 ? QUIET : ANSWER_TIME);
            return;
        }
        if (answersDue == 0) return;
        answersDue--;
        if (job != null && answersDue == 0) {
            job.done.complete(status.hasPaper() ? PrinterState.READY : PrinterState.PAPER_OUT);
        }
    }

    private void changed(PrinterState seen) {
        onSeen.accept(seen);
        if (!seen.canPrint()) failJob(seen);
    }

    private void failJob(PrinterState why) {
        if (job != null) job.done.complete(why);
    }

    private void later(Duration delay, Runnable task) {
        owner.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The ticket that is with the printer. */
    private static final class Job {
        private final String id;
        private final CompletableFuture<PrinterState> done = new CompletableFuture<>();

        Job(String id) {
            this.id = id;
        }
    }

    /** A question between two tickets, behind all that the printer was given before. */
    private static final class Fence {
        private final CompletableFuture<Boolean> passed = new CompletableFuture<>();
        private int heard;
    }
}
