package vn.luot.sim.torture;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;

/** A screen that follows the hub with the link that all devices use, and must never be told an older step than before. */
final class FeedEar implements HubLink.Listener, AutoCloseable {
    private static final int REMEMBERED = 512;

    private final Ledger ledger;
    private final Vertx vertx = Vertx.vertx();
    private volatile boolean connected;
    private volatile HallView hall;
    private final NavigableMap<Long, HallView> shown = new ConcurrentSkipListMap<>();
    private long seq;

    /** @param view "board" of a display, or "hall" of a clerk */
    FeedEar(int hub, String token, String view, Ledger ledger) {
        this.ledger = ledger;
        new HubLink(vertx, URI.create("http://127.0.0.1:" + hub), token, view, this).start();
    }

    @Override
    public void connected(HallView fresh) {
        hear(fresh.seq());
        show(fresh);
        connected = true;
    }

    @Override
    public void stepped(HallView after, StepView step, boolean live) {
        hear(after.seq());
        show(after);
    }

    private void show(HallView fresh) {
        shown.put(fresh.seq(), fresh);
        if (shown.size() > REMEMBERED) shown.pollFirstEntry();
        hall = fresh;
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

    /** The hall as it was shown after step {@code step}; empty when a picture went past it. */
    Optional<HallView> hallAt(long step) {
        return Optional.ofNullable(shown.get(step));
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
