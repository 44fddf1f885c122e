package vn.luot.sim.device;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How a printer's answers leave it when something is wrong with its talk. */
final class PrinterMouth {
    /** An automatic status that breaks off, and a block that never ends. */
    private static final byte[] NOISE = {(byte) 0xFF, 0x13, 0x10, 0x00, 0x37, 0x22, 0x31};

    private static final Executor LATER = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Consumer<byte[]> line;

    PrinterMouth(Consumer<byte[]> line) {
        this.line = line;
    }

    void say(byte[] answer, Set<PrinterFault> faults) {
        if (faults.contains(PrinterFault.STATUS_ABSENT) || faults.contains(PrinterFault.POWER_OFF)) return;
        if (faults.contains(PrinterFault.GARBAGE)) line.accept(NOISE.clone());
        var said = faults.contains(PrinterFault.STATUS_GARBLED) ? garbled(answer) : answer;
        if (faults.contains(PrinterFault.STATUS_LATE)) LATER.execute(() -> line.accept(said));
        else line.accept(said);
    }

    private static byte[] garbled(byte[] answer) {
        var garbled = answer.clone();
        for (var i = 0; i < garbled.length; i++) garbled[i] ^= (byte) 0x80;
        return garbled;
    }
}
