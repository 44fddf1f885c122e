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
    private volatile HallView hall;
    private long seq;

    /** @param view "board" of a display, or "hall" of a clerk */
    FeedEar(int hub, String token, String view, Ledger ledger) {
        this.ledger = ledger;
        new HubLink(vertx, URI.create("http://127.0.0.1:" + hub), token, view, this).start();
    }

    @Override
    public void connected(HallView fresh) {
        hear(fresh.seq());
        hall = fresh;
        connected = true;
    }

    @Override
    public void stepped(HallView after, StepView step, boolean live) {
        hear(after.seq());
        hall = after;
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

    /** The hall as it is shown; absent before there was any. */
    HallView hall() {
        return hall;
    }

    /** Shows all that the hub had done by step {@code known}. */
    boolean isAt(long known) {
        var shown = hall;
        return connected && shown != null && shown.seq() >= known;
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
