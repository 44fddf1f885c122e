package vn.luot.sim.torture;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;

/** A screen that follows the hub with the link that all devices use, and must never be told an older step than before. */
final class FeedEar implements HubLink.Listener, AutoCloseable {
    private final Ledger ledger;
    private final Vertx vertx = Vertx.vertx();
    private volatile boolean connected;
    private long seq;

    FeedEar(int hub, String token, Ledger ledger) {
        this.ledger = ledger;
        new HubLink(vertx, URI.create("http://127.0.0.1:" + hub), token, "board", this).start();
    }

    @Override
    public void connected(HallView hall) {
        hear(hall.seq());
        connected = true;
    }

    @Override
    public void stepped(HallView after, StepView step, boolean live) {
        hear(after.seq());
    }

    /** What is told is durable: no crash may take it back. */
    private void hear(long told) {
        if (told < seq) ledger.owes(Ledger.Debt.LOST, "S10 a screen was told step " + seq + " and then step " + told);
        seq = Math.max(seq, told);
    }

    @Override
    public void lost(String reason) {
        connected = false;
    }

    @Override
    public void refused(FeedMessage.Refused refusal) {
        connected = false;
    }

    boolean isConnected() {
        return connected;
    }

    boolean connects(int seconds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!connected && System.nanoTime() < deadline) TimeUnit.MILLISECONDS.sleep(10);
        return connected;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
