package vn.luot.sim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.message.CounterView;

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

    /** Asked of the hub itself, and looked at until the screen knows as much. */
    void comesRight() throws IOException, InterruptedException {
        var over = System.nanoTime();
        var known = hall().path("seq").asLong();
        while (!feed.isAt(known) && !isRight()) {
            if (System.nanoTime() - over > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                ledger.owes(Ledger.Debt.GHOST, "L3 a clerk's screen is wrong and stays so");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        ledger.took("L3 end of a mishap to a clerk's screen that is right", RIGHT, System.nanoTime() - over);
    }

    /** Every counter as the hub has it; only when nothing happens any more can one ask both. */
    boolean isRight() throws IOException, InterruptedException {
        var shown = feed.hall();
        if (shown == null || !feed.isConnected()) return false;
        for (var counter : hall().path("counters")) {
            var ticket = shown.counters().stream()
                    .filter(one -> one.id() == counter.path("id").asInt())
                    .map(CounterView::ticket)
                    .filter(held -> held != null)
                    .findFirst();
            var number = ticket.map(held -> held.number()).orElse("");
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
