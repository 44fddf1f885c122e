package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.luot.protocol.line.LineAddress;

@Timeout(120)
class DialogueTest {
    private static final byte[] NO_PAPER = {0x1E, 0x32, 0x12, 0x72};
    private static final byte[] FINE = {0x16, 0x12, 0x12, 0x12};

    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
    private final List<PrinterState> seen = new CopyOnWriteArrayList<>();
    private final Dialogue dialogue = new Dialogue(
            PrinterProfile.named("generic-80mm"),
            owner,
            new LineAddress.Tcp("127.0.0.1", 9100),
            this::asked,
            seen::add);

    @AfterEach
    void end() {
        owner.shutdownNow();
    }

    @Test
    void believesNothingThatTheProgramBeforeHadAsked() {
        var greeting = CompletableFuture.supplyAsync(
                        () -> {
                            var opened = dialogue.up();
                            dialogue.heard(NO_PAPER);
                            return opened;
                        },
                        owner)
                .thenCompose(opened -> opened)
                .thenComposeAsync(isQuiet -> dialogue.askState(), owner);

        assertThat(greeting.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(PrinterState.READY);
        assertThat(seen).containsExactly(PrinterState.READY);
    }

    /** A printer that answers at once. */
    private CompletableFuture<Void> asked(byte[] bytes) {
        if (bytes[0] == 0x10) owner.execute(() -> dialogue.heard(FINE));
        return CompletableFuture.completedFuture(null);
    }
}
