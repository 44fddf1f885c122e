package vn.luot.kiosk.printer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a ticket begins on paper of its own. A line that breaks off in the middle of a picture leaves the printer
 * waiting for dots, and it takes for dots whatever comes next: the commands that should end this, and the beginning of the
 * next visitor's ticket. What it printed of the one before still hangs at the knife. For the printer's one thread.
 */
final class FreshPaper {
    private static final Logger LOG = LoggerFactory.getLogger(FreshPaper.class);

    /** More than any command of this program has left to come. Printers pass over NUL where they wait for a command. */
    static final byte[] REST_OF_A_PICTURE = new byte[EscPosTicket.LARGEST_PICTURE + 32];

    private static final List<PrintLine> BLANK = List.of(new PrintLine.Cut());

    /** What may be in the printer; the later ones include the earlier. */
    private enum Left {
        NOTHING,
        /** The line broke off between two tickets: perhaps half a question. */
        COMMAND,
        /** Another program had it before: perhaps a piece of paper too. */
        ANYTHING,
        /** A ticket of which nobody knows whether it came out. */
        TICKET
    }

    private final Dialogue dialogue;
    private final EscPosTicket escPos;

    private Left left = Left.ANYTHING;
    private boolean tried;

    FreshPaper(Dialogue dialogue, EscPosTicket escPos) {
        this.dialogue = dialogue;
        this.escPos = escPos;
    }

    void lineBroke() {
        if (left == Left.NOTHING) left = Left.COMMAND;
        tried = false;
    }

    void ticketBegins() {
        left = Left.TICKET;
        tried = false;
    }

    void ticketProved() {
        left = Left.NOTHING;
    }

    boolean mayHoldTicket() {
        return left == Left.TICKET;
    }

    /** Whether there is something to do while nobody prints. A printer that never confirms would cut paper for ever. */
    boolean wantsWork() {
        return left != Left.NOTHING && !tried;
    }

    /** Brings whether the printer has confirmed that the next byte begins a command, on fresh paper. */
    CompletableFuture<Boolean> made() {
        if (left == Left.NOTHING) return CompletableFuture.completedFuture(true);
        tried = true;
        return dialogue.askInTurn(Dialogue.ANSWER_TIME)
                .thenCompose(isBetweenCommands -> isBetweenCommands ? cutOffWhatIsLeft() : endedCommand());
    }

    private CompletableFuture<Boolean> cutOffWhatIsLeft() {
        return switch (left) {
            case NOTHING, COMMAND -> confirmed(true);
            case ANYTHING -> cutOff(BLANK);
            case TICKET -> cutOff(TestPages.tornSlip());
        };
    }

    private CompletableFuture<Boolean> endedCommand() {
        LOG.info("The printer does not confirm; in case it waits for the rest of a picture, that is filled up");
        return dialogue.cancel()
                .thenCompose(cancelled -> {
                    dialogue.give(REST_OF_A_PICTURE);
                    return dialogue.askInTurn(Dialogue.ANSWER_TIME);
                })
                .thenCompose(isAnswered -> isAnswered ? cutOff(TestPages.tornSlip()) : confirmed(false));
    }

    private CompletableFuture<Boolean> cutOff(List<PrintLine> piece) {
        dialogue.give(escPos.bytes(piece));
        return dialogue.askInTurn(Dialogue.MECHANICS).thenCompose(this::confirmed);
    }

    private CompletableFuture<Boolean> confirmed(boolean isAnswered) {
        if (isAnswered) left = Left.NOTHING;
        return CompletableFuture.completedFuture(isAnswered);
    }
}
