package vn.luot.protocol.line;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line that outlives its device: opens it, and again whenever it was lost. One thread opens, reads, tells the listener
 * and closes; a {@link LineWriter} writes.
 */
final class LastingLine implements Line {
    interface Opening {
        OpenLine open() throws LineGone;
    }

    static final Duration WRITE_DEADLINE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LastingLine.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long CLOSE_MILLIS = 2_000;

    private final LineAddress address;
    private final Opening opening;
    private final Duration writeDeadline;
    private final Listener listener;
    private final HexLog hex;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile LineWriter writer;
    private volatile String trouble = "chưa mở xong / not open yet";
    private String told = "";

    private LastingLine(LineAddress address, Opening opening, Duration writeDeadline, HexLog hex, Listener listener) {
        this.address = address;
        this.opening = opening;
        this.writeDeadline = writeDeadline;
        this.listener = listener;
        this.hex = hex;
        thread = new Thread(this::keep, "line " + address);
        thread.setDaemon(true);
    }

    static Opening opening(LineAddress address) {
        return () -> address instanceof LineAddress.Serial serial
                ? SerialLine.open(serial)
                : TcpLine.open((LineAddress.Tcp) address);
    }

    static LastingLine start(LineAddress address, Opening opening, HexLog hex, Listener listener) {
        return start(address, opening, WRITE_DEADLINE, hex, listener);
    }

    static LastingLine start(
            LineAddress address, Opening opening, Duration writeDeadline, HexLog hex, Listener listener) {
        var line = new LastingLine(address, opening, writeDeadline, hex, listener);
        line.thread.start();
        return line;
    }

    @Override
    public LineAddress address() {
        return address;
    }

    @Override
    public CompletionStage<Void> send(byte[] bytes) {
        var open = writer;
        return open != null ? open.send(bytes) : CompletableFuture.failedFuture(new LineGone(trouble));
    }

    @Override
    public void close() {
        closing.countDown();
        if (Thread.currentThread() == thread) return;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            do {
                openOnce();
            } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("Line {} was interrupted and stays closed", address);
        }
    }

    private void openOnce() throws InterruptedException {
        try {
            serve(opening.open());
        } catch (LineGone e) {
            down(e);
        }
    }

    private void serve(OpenLine device) throws InterruptedException {
        var out = new LineWriter(thread.getName() + " out", device, writeDeadline, hex);
        up(out);
        var end = listenUntilGone(device, out);
        trouble = end.getMessage();
        writer = null;
        out.end(end);
        if (!closed()) down(end);
        // A writer that still hangs still has the device: opening it again would only hang another one.
        out.awaitEnd();
        device.close();
    }

    private LineGone listenUntilGone(OpenLine device, LineWriter out) {
        try {
            while (!closed()) {
                var bytes = device.read();
                if (bytes.length > 0) received(bytes);
                out.check();
            }
            return new LineGone("đã đóng / closed");
        } catch (LineGone e) {
            return e;
        }
    }

    private void up(LineWriter out) {
        LOG.info("Line {} is open", address);
        told = "";
        writer = out;
        tell(listener::up);
    }

    /** Says the same trouble once, however often opening fails. */
    private void down(LineGone gone) {
        trouble = gone.getMessage();
        if (trouble.equals(told)) return;
        told = trouble;
        LOG.warn("Line {} is down: {}", address, told);
        tell(() -> listener.down(told));
    }

    private void received(byte[] bytes) {
        hex.received(bytes);
        tell(() -> listener.received(bytes));
    }

    /** A listener's fault must not silence the line for everybody who waits for its device. */
    private void tell(Runnable news) {
        if (closed()) return;
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("Line {}: its listener failed", address, e);
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }
}
