package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.message.TicketRequest;

/** The hub's program at one port, started and ended again and again. */
final class HubAtWork implements AutoCloseable {
    private static final double FIRST_TICKET = 5;
    private static final int PATIENCE_SECONDS = 180;

    private final Place place;
    private final int port;
    private final Ledger ledger;
    private volatile Running program;
    private int probes;

    HubAtWork(Place place, int port, Ledger ledger) {
        this.place = place;
        this.port = port;
        this.ledger = ledger;
    }

    int port() {
        return port;
    }

    Running program() {
        return program;
    }

    void start() throws IOException {
        start(command(), Map.of());
    }

    /** Behind a tracer, for example. */
    void start(List<String> command, Map<String, String> environment) throws IOException {
        program = Running.start(command, environment, log());
    }

    List<String> command() {
        return Commands.hub(
                "--data", place.hub().toString(), "--host", "127.0.0.1", "--port", "" + port, "--backup-at", "never");
    }

    private Path log() {
        return place.folder().resolve("hub.log");
    }

    /** A clerk opens the business day, once the hub is there. */
    void openDay() throws InterruptedException {
        var clerk = Hand.ofPerson(port);
        for (var tries = 0; tries < 1_200; tries++) {
            try {
                if (clerk.signIn(Place.clerk(1), Place.PASSWORD)
                        && clerk.post("/api/day/open", "open-the-day-" + port, null)
                                        .status()
                                < 300) return;
            } catch (IOException e) {
                // Not yet.
                TimeUnit.MILLISECONDS.sleep(50);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("the day does not open, see " + log());
    }

    /** L4: from the start of the program to the first ticket, asked for without the bad network. */
    void firstTicket(ClientLog log) throws InterruptedException {
        var hand = Hand.ofDevice(port, place.token("H6"));
        var key = "probe-" + port + "-" + ++probes + "-" + Long.toHexString(System.nanoTime());
        var request = new TicketRequest(place.services().get(0), null, "vi", 1);
        log.asks(key);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                var answer = hand.post("/api/tickets", key, request);
                if (answer.status() == 201) {
                    log.hears(new ClientLog.Acknowledged(
                            key,
                            answer.text("number"),
                            answer.body().path("id").asLong(),
                            answer.text("token"),
                            java.time.Instant.now()));
                    ledger.took("L4 hub started to first ticket", FIRST_TICKET, System.nanoTime() - program.begun());
                    return;
                }
                last = answer.status() + " " + answer.body();
            } catch (IOException e) {
                // Not yet.
                last = e.toString();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            if (!program.isAlive()) throw new IllegalStateException("the hub does not start, see " + log());
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException("the hub gives no ticket but " + last + ", see " + log());
    }

    @Override
    public void close() {
        if (program != null) program.close();
    }
}
