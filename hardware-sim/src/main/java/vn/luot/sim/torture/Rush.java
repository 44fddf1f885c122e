package vn.luot.sim.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** People who take numbers and clerks who serve them, straight at the hub's port. */
final class Rush implements AutoCloseable {
    private final Crew crew = new Crew();
    private final ClientLog log;
    private final List<TicketTaker> takers = new ArrayList<>();

    Rush(Place place, int port, int howMany, ClientLog log, SplittableRandom chance) {
        this.log = log;
        for (var taker = 1; taker <= howMany; taker++) {
            var hand = Hand.ofDevice(port, place.token("H" + taker));
            var each = new TicketTaker(
                    "R" + Long.toHexString(chance.nextLong()) + taker,
                    hand,
                    log,
                    place.services(),
                    chance.split(),
                    crew);
            takers.add(each);
            crew.joinedBy("taker", each);
        }
        var counter = place.counters().get(0);
        var tablet = Hand.ofDevice(port, place.token(Place.tablet(counter)));
        crew.joinedBy("clerk", new ClerkAtCounter(counter, Hand.ofPerson(port), tablet, log, chance.split(), crew));
    }

    /** Goes on until so many tickets more are acknowledged. */
    boolean takes(int tickets, int seconds) throws InterruptedException {
        var enough = log.tickets().size() + tickets;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (log.tickets().size() < enough && System.nanoTime() < deadline) TimeUnit.MILLISECONDS.sleep(5);
        return log.tickets().size() >= enough;
    }

    /** When anybody was answered last, by {@link System#nanoTime}. */
    long answeredAt() {
        return takers.stream().mapToLong(TicketTaker::answeredAt).max().orElse(0);
    }

    boolean finishes(int seconds) {
        return crew.finishes(seconds);
    }

    @Override
    public void close() {
        crew.close();
    }
}
