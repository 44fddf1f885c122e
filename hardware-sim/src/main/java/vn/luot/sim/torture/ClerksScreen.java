package vn.luot.sim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketView;

/** L3: what a clerk sees must be right again, soon after a fault is over. It follows the hub as a clerk's page does. */
final class ClerksScreen implements AutoCloseable {
    private static final double RIGHT = 2;
    private static final int PATIENCE_SECONDS = 240;

    private final Hand hub;
    private final FeedEar feed;
    private final Ledger ledger;

    /** @param network port that leads to the hub through whatever weather there is */
    ClerksScreen(Place place, int hub, int network, Ledger ledger) throws IOException, InterruptedException {
        this.ledger = ledger;
        this.hub = Hand.ofPerson(hub);
        if (!this.hub.signIn(Place.clerk(place.counters().get(0)), Place.PASSWORD)) throw new IOException("no clerk");
        feed = new FeedEar(network, this.hub.session(), "hall", ledger);
    }

    /**
     * Asked of the hub itself, and looked at until the screen knows as much. Others go on meanwhile: what it showed is held
     * against what the hub had after the same step.
     *
     * @param over when the fault was over, by {@link System#nanoTime}
     */
    void comesRight(long over) throws IOException, InterruptedException {
        var truth = hall();
        var known = truth.path("seq").asLong();
        var asked = System.nanoTime();
        while (!feed.isAt(known)) {
            if (System.nanoTime() - asked > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                ledger.owes(Ledger.Debt.GHOST, "L3 a clerk's screen is behind and stays so");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        ledger.took("L3 end of a mishap to a clerk's screen that is right", RIGHT, System.nanoTime() - over);
        var shown = feed.hallAt(known);
        if (shown.isPresent()) {
            ledger.counts("clerk's screens held against the hub", 1);
            if (!isAlike(truth, shown.get())) {
                ledger.owes(Ledger.Debt.GHOST, "L3 a clerk's screen is wrong after step " + known);
            }
        }
    }

    /** Every counter as the hub has it; only when nothing happens any more can one ask both. */
    boolean isRight() throws IOException, InterruptedException {
        var shown = feed.hall();
        return shown != null && feed.isConnected() && isAlike(hall(), shown);
    }

    private static boolean isAlike(JsonNode truth, HallView shown) {
        for (var counter : truth.path("counters")) {
            var number = shown.counters().stream()
                    .filter(one -> one.id() == counter.path("id").asInt())
                    .map(CounterView::ticket)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(TicketView::number)
                    .orElse("");
            if (!number.equals(counter.path("ticket").path("number").asText())) return false;
        }
        return true;
    }

    private JsonNode hall() throws IOException, InterruptedException {
        return hub.get("/api/hall").body();
    }

    @Override
    public void close() {
        feed.close();
    }
}
