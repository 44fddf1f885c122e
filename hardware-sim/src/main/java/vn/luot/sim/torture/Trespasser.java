package vn.luot.sim.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** S14: asks all day for what it may not do, as somebody unknown, let in no longer, or with the wrong role; nobody ever says yes. */
final class Trespasser implements Runnable {
    private record Wish(String path, Object body) {}

    private static final Wish TICKET = new Wish("/api/tickets", Map.of("service", "land"));
    private static final Wish VOTE = new Wish("/api/ratings", Map.of("token", "x", "score", 5));
    private static final Wish CALL = new Wish("/api/counters/1/next", null);
    private static final Wish CLOSE = new Wish("/api/day/close", null);
    private static final Wish PERSON =
            new Wish("/api/people", Map.of("name", "ke-gian", "displayName", "Kẻ gian", "role", "ADMIN"));
    private static final Wish DEVICE = new Wish("/api/devices", Map.of("name", "KX", "role", "KIOSK"));
    private static final Wish PAIRING = new Wish("/api/pairing/confirm", Map.of("code", "ABCDEFGH", "name", "KX"));
    private static final Wish VOID = new Wish("/api/votes/1/void", Map.of("why", "không ưng"));
    private static final List<Wish> ALL = List.of(TICKET, VOTE, CALL, CLOSE, PERSON, DEVICE, PAIRING, VOID);

    /** @param wishes none of which it may have */
    private record Guise(String name, Hand hand, List<Wish> wishes) {}

    private final Ledger ledger;
    private final SplittableRandom chance;
    private final Crew crew;
    private final List<Guise> guises = new ArrayList<>();

    /** @param port where the hub is asked */
    Trespasser(Place place, int port, Ledger ledger, SplittableRandom chance, Crew crew) {
        this.ledger = ledger;
        this.chance = chance;
        this.crew = crew;
        guises.add(new Guise("nobody", Hand.ofPerson(port), ALL));
        guises.add(new Guise("a made-up token", Hand.ofDevice(port, "x".repeat(43)), ALL));
        guises.add(new Guise("a revoked kiosk", Hand.ofDevice(port, place.token(Place.REVOKED)), ALL));
        guises.add(new Guise(
                "a kiosk",
                Hand.ofDevice(port, place.token("H5")),
                List.of(VOTE, CALL, CLOSE, PERSON, DEVICE, PAIRING, VOID)));
        guises.add(new Guise("a board", Hand.ofDevice(port, place.token("B1")), ALL));
        guises.add(new Guise(
                "a tablet",
                Hand.ofDevice(port, place.token(Place.tablet(1))),
                List.of(TICKET, CALL, CLOSE, PERSON, DEVICE, PAIRING, VOID)));
    }

    @Override
    public void run() {
        try {
            while (crew.isWorking()) {
                var guise = guises.get(chance.nextInt(guises.size()));
                tries(guise, guise.wishes().get(chance.nextInt(guise.wishes().size())));
                crew.pause(chance.nextInt(50, 250));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tries(Guise guise, Wish wish) throws InterruptedException {
        try {
            var answer = guise.hand().post(wish.path(), "trespass-" + Long.toHexString(chance.nextLong()), wish.body());
            if (answer.status() == 401 || answer.status() == 403) {
                ledger.counts("requests without the role refused", 1);
            } else if (answer.status() < 500 && answer.status() != 429) {
                ledger.owes(
                        Ledger.Debt.GHOST,
                        "S14 " + guise.name() + " was answered " + answer.status() + " to " + wish.path());
            }
        } catch (IOException e) {
            // The hub is away, for everybody.
            crew.pause(100);
        }
    }
}
