package vn.luot.kiosk.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers to the four questions, in the order in which they were asked. They do not say what they answer, so those to
 * earlier questions, which come first, are counted off.
 */
final class Look {
    private static final int QUESTIONS = 4;

    final CompletableFuture<PrinterState> answer = new CompletableFuture<>();
    private final List<Integer> bits = new ArrayList<>();
    private final int owed;

    /** @param owed how many answers to earlier questions may come first */
    Look(int owed) {
        this.owed = owed;
    }

    boolean complete(int answerBits) {
        bits.add(answerBits);
        return missing() == 0;
    }

    int missing() {
        return owed + QUESTIONS - bits.size();
    }

    boolean isAnsweredOnce() {
        return bits.size() == QUESTIONS;
    }

    PrinterState state() {
        var latest = bits.subList(bits.size() - QUESTIONS, bits.size());
        return new StatusMessage.Full(latest.get(0), latest.get(1), latest.get(2), latest.get(3)).state();
    }
}
