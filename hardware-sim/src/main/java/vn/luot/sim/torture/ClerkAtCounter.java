package vn.luot.sim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.luot.protocol.message.Vote;

/** Calls, serves and finishes at one counter from what the hub says is there, and lets the tablet vote. */
final class ClerkAtCounter implements Runnable {
    private final int counter;
    private final Hand hub;
    private final Hand tablet;
    private final ClientLog log;
    private final SplittableRandom chance;
    private final Crew crew;
    private long votes;

    ClerkAtCounter(int counter, Hand hub, Hand tablet, ClientLog log, SplittableRandom chance, Crew crew) {
        this.counter = counter;
        this.hub = hub;
        this.tablet = tablet;
        this.log = log;
        this.chance = chance;
        this.crew = crew;
    }

    @Override
    public void run() {
        try {
            while (crew.isWorking()) {
                try {
                    work();
                } catch (IOException e) {
                    // The hub is away: who comes back looks first how things stand.
                    crew.pause(100);
                }
                crew.pause(chance.nextInt(20, 150));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws IOException, InterruptedException {
        var hall = hub.get("/api/hall");
        if (hall.status() == 401 || hall.status() == 403) {
            if (!hub.signIn(Place.clerk(counter), Place.PASSWORD)) crew.pause(500);
            return;
        }
        if (hall.status() != 200) return;
        if (hall.body().path("day").isNull() || hall.body().path("day").isMissingNode()) {
            hub.post("/api/day/open", key(), null);
            return;
        }
        for (var view : hall.body().path("counters")) if (view.path("id").asInt() == counter) act(view);
    }

    private void act(JsonNode view) throws IOException, InterruptedException {
        if (view.path("state").asText().equals("CLOSED")) {
            verb("open", null);
            return;
        }
        var ticket = view.path("ticket");
        switch (ticket.path("state").asText()) {
            case "CALLED" -> {
                if (chance.nextInt(8) == 0) verb("recall", ticket);
                else verb("start", ticket);
            }
            case "SERVING" -> {
                verb("finish", ticket);
                vote();
            }
            default -> next();
        }
    }

    private void next() throws IOException, InterruptedException {
        var answer = verb("next", null);
        if (answer.status() == 200 && answer.body() != null) {
            log.hears(new ClientLog.Call(
                    counter, answer.body().path("ticket").path("id").asLong()));
        } else if (answer.status() == 204) {
            crew.pause(200);
        }
    }

    private Hand.Answer verb(String verb, JsonNode ticket) throws IOException, InterruptedException {
        var body = ticket == null ? null : Map.of("ticket", ticket.path("id").asLong());
        return hub.post("/api/counters/" + counter + "/" + verb, key(), body);
    }

    /** With one key until it is known: the tablet keeps its vote until then. */
    private void vote() throws InterruptedException {
        var key = "vote-" + counter + "-" + ++votes + "-" + key();
        var score = chance.nextInt(3, 6);
        String token = null;
        for (var tries = 0; tries < 60; tries++) {
            try {
                if (token == null) token = toRate();
                if (token == null) return;
                var answer = tablet.post(
                        "/api/ratings", key, new Vote(token, score, List.of(), "Gọi tôi số " + Planted.TELEPHONE));
                if (answer.status() == 201) log.hears(new ClientLog.Voted(token, score));
                if (answer.status() < 500 && answer.status() != 429) return;
            } catch (IOException e) {
                crew.pause(100);
            }
        }
    }

    /** The token of whoever was served here last and has no vote; absent when there is nobody. */
    private String toRate() throws IOException, InterruptedException {
        var hall = tablet.get("/api/hall?view=tablet/" + counter);
        if (hall.status() != 200) throw new IOException("the tablet sees no hall");
        for (var view : hall.body().path("counters")) {
            if (view.path("id").asInt() == counter && view.path("toRate").has("token")) {
                return view.path("toRate").path("token").asText();
            }
        }
        return null;
    }

    private String key() {
        return Long.toHexString(chance.nextLong() | Long.MIN_VALUE);
    }
}
