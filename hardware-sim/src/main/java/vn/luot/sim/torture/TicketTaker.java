package vn.luot.sim.torture;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.luot.protocol.message.TicketRequest;

/** Takes one ticket after the other, asking with one key until it knows; now and then it gives up and takes back. */
final class TicketTaker implements Runnable {
    private static final int AGAIN_OF = 8, OTHER_BODY_OF = 20, GIVES_UP_OF = 6;
    private static final int MOST_TRIES = 400;

    private final String name;
    private final Hand hub;
    private final ClientLog log;
    private final List<String> services;
    private final SplittableRandom chance;
    private final Crew crew;
    /** When an answer came last, by {@link System#nanoTime}. */
    private final AtomicLong answeredAt = new AtomicLong();

    private int tickets;

    TicketTaker(String name, Hand hub, ClientLog log, List<String> services, SplittableRandom chance, Crew crew) {
        this.name = name;
        this.hub = hub;
        this.log = log;
        this.services = services;
        this.chance = chance;
        this.crew = crew;
    }

    long answeredAt() {
        return answeredAt.get();
    }

    @Override
    public void run() {
        try {
            while (crew.isWorking()) {
                takeOne(name + "-" + ++tickets + "-" + Long.toHexString(chance.nextLong() | Long.MIN_VALUE));
                crew.pause(chance.nextInt(40, 120));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeOne(String key) throws InterruptedException {
        var service = services.get(chance.nextInt(services.size()));
        var request = new TicketRequest(service, null, "vi", 1, null, Planted.CARD, null);
        log.asks(key);
        for (var tries = 1; tries <= MOST_TRIES; tries++) {
            var answer = ask(key, request);
            if (answer != null && (answer.status() == 201 || isNo(answer))) {
                if (answer.status() == 201) acknowledged(key, request, answer);
                return;
            }
            if (tries > 1 && chance.nextInt(GIVES_UP_OF) == 0) {
                takeBack(key);
                return;
            }
            LockSupport.parkNanos(chance.nextLong(50, 250) * 1_000_000);
        }
        log.complain("L6 " + name + " was never told what became of " + key);
    }

    /** A rule of the hall says no; everything else may be tried again. */
    private static boolean isNo(Hand.Answer answer) {
        return answer.status() == 404
                || answer.status() == 409 && !answer.text("code").equals("IN_PROGRESS");
    }

    private Hand.Answer ask(String key, TicketRequest request) throws InterruptedException {
        try {
            var answer = hub.post("/api/tickets", key, request);
            if (answer.status() < 500) answeredAt.set(System.nanoTime());
            return answer;
        } catch (IOException e) {
            return null;
        }
    }

    private void acknowledged(String key, TicketRequest request, Hand.Answer answer) throws InterruptedException {
        hear(key, answer);
        if (chance.nextInt(AGAIN_OF) == 0) {
            var again = ask(key, request);
            if (again != null && again.status() == 201) hear(key, again);
        }
        if (chance.nextInt(OTHER_BODY_OF) == 0) {
            var other = ask(key, new TicketRequest(request.service(), null, "en", 2));
            if (other != null && other.status() < 500 && other.status() != 422) {
                log.complain("S3 " + key + " with another body was answered " + other.status());
            }
        }
    }

    private void hear(String key, Hand.Answer answer) {
        log.hears(new ClientLog.Acknowledged(
                key, answer.text("number"), answer.body().path("id").asLong(), answer.text("token"), Instant.now()));
    }

    private void takeBack(String key) throws InterruptedException {
        for (var tries = 1; tries <= MOST_TRIES; tries++) {
            try {
                var answer = hub.post("/api/tickets/void", key, null);
                if (answer.status() == 204) log.hearsVoided(key);
                // A clerk may have been quicker: then it is a ticket that was served.
                if (answer.status() == 204 || answer.status() == 409) return;
            } catch (IOException e) {
                // Asked again: only an answer settles it.
                crew.pause(0);
            }
            LockSupport.parkNanos(chance.nextLong(50, 250) * 1_000_000);
        }
        log.complain("L6 " + name + " could not take back " + key);
    }
}
