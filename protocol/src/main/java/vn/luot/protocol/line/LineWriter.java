package vn.luot.protocol.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes to one opening of a line, in order, on a thread of its own: a device that does not read blocks whoever writes to
 * it, and often nothing but the device frees that thread.
 */
final class LineWriter {
    private static final long GRACE_MILLIS = 100;

    private record Frame(byte[] bytes, CompletableFuture<Void> taken) {}

    private final OpenLine device;
    private final Duration deadline;
    private final HexLog hex;
    private final Thread thread;
    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();
    private volatile LineGone end;
    private volatile Frame writing;
    private volatile Long chunkBegan;

    LineWriter(String name, OpenLine device, Duration deadline, HexLog hex) {
        this.device = device;
        this.deadline = deadline;
        this.hex = hex;
        thread = new Thread(this::writeUntilEnd, name);
        thread.setDaemon(true);
        thread.start();
    }

    synchronized CompletionStage<Void> send(byte[] bytes) {
        if (end != null) return CompletableFuture.failedFuture(end);
        var frame = new Frame(bytes.clone(), new CompletableFuture<>());
        waiting.add(frame);
        return frame.taken;
    }

    /** @throws LineGone when a write failed, or hangs longer than the deadline */
    void check() throws LineGone {
        if (end != null) throw end;
        var began = chunkBegan;
        if (began != null && System.nanoTime() - began > deadline.toNanos()) {
            throw new LineGone("thiết bị không nhận dữ liệu, hãy kiểm tra nguồn và dây"
                    + " / the device takes no bytes: check its power and its cable");
        }
    }

    /** Fails what was not yet taken, for {@code reason}; the thread ends as soon as the device lets go of it. */
    void end(LineGone reason) {
        synchronized (this) {
            if (end == null) end = reason;
        }
        var current = writing;
        if (current != null) current.taken.completeExceptionally(end);
        for (var next = waiting.poll(); next != null; next = waiting.poll()) next.taken.completeExceptionally(end);
        thread.interrupt();
    }

    void awaitEnd() throws InterruptedException {
        thread.join(GRACE_MILLIS);
        while (thread.isAlive()) {
            device.giveUpWriting();
            thread.join(GRACE_MILLIS);
        }
    }

    private void writeUntilEnd() {
        try {
            while (end == null) write(waiting.take());
        } catch (LineGone e) {
            end(e);
        } catch (InterruptedException e) {
            // Only end() interrupts, and it has answered for everything that waited.
        }
    }

    private void write(Frame frame) throws LineGone {
        writing = frame;
        for (var from = 0; from < frame.bytes.length && end == null; from += device.chunk()) {
            writeChunk(Arrays.copyOfRange(frame.bytes, from, Math.min(frame.bytes.length, from + device.chunk())));
        }
        answer(frame);
        writing = null;
    }

    private void writeChunk(byte[] bytes) throws LineGone {
        chunkBegan = System.nanoTime();
        device.write(bytes);
        chunkBegan = null;
    }

    private void answer(Frame frame) {
        if (end != null) {
            frame.taken.completeExceptionally(end);
            return;
        }
        hex.sent(frame.bytes);
        frame.taken.complete(null);
    }
}
