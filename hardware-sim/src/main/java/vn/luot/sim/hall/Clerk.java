package vn.luot.sim.hall;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketView;

/**
 * Works at one counter, from what the hub says is the case there: so it goes on after the hub was away, and steps aside
 * when a person does the work.
 */
final class Clerk implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private static final Duration LOOK_UP = Duration.ofSeconds(8);
    private static final Duration FIRST_STEPS = Duration.ofSeconds(8);
    private static final Duration ACROSS_THE_HALL = Duration.ofSeconds(35);
    private static final Duration SERVICE = Duration.ofSeconds(190);
    private static final Duration SHORTEST_SERVICE = Duration.ofSeconds(30);
    private static final double VOTES = 0.7;
    private static final int ONE_IS_GONE_OF = 25;
    private static final int CALLS_BEFORE_NO_SHOW = 3;

    private final int counter;
    private final String name;
    private final String password;
    private final Api hub;
    private final Voter voter;
    private final HallTime time;
    private final Chance chance;
    private volatile boolean working = true;

    /** @param name for signing in */
    Clerk(int counter, String name, String password, Api hub, Voter voter, HallTime time, Chance chance) {
        this.counter = counter;
        this.name = name;
        this.password = password;
        this.hub = hub;
        this.voter = voter;
        this.time = time;
        this.chance = chance;
    }

    int counter() {
        return counter;
    }

    boolean working() {
        return working;
    }

    /** @param working false to leave the counter to a person at the clerk's page */
    void working(boolean working) {
        this.working = working;
    }

    @Override
    public void run() {
        try {
            while (true) {
                if (working) work();
                else time.pass(LOOK_UP);
            }
        } catch (InterruptedException e) {
            LOG.debug("Clerk {} goes home", name);
        }
    }

    private void work() throws InterruptedException {
        try {
            actOn(hub.get("/api/hall", HallView.class));
        } catch (HubProblem e) {
            if (e.problem().status() == 401) signIn();
            else LOG.debug("Counter {} was refused: {}", counter, e.getMessage());
            time.pass(LOOK_UP);
        } catch (HubAway e) {
            LOG.debug("Counter {} waits for the hub: {}", counter, e.getMessage());
            time.pass(LOOK_UP);
        }
    }

    private void signIn() throws InterruptedException {
        try {
            hub.signIn(name, password);
        } catch (HubProblem | HubAway e) {
            LOG.warn("Clerk {} cannot sign in: {}", name, e.getMessage());
        }
    }

    private void actOn(HallView hall) throws HubProblem, HubAway, InterruptedException {
        if (hall.day() == null) hub.post("/api/day/open", null, Object.class);
        var mine = hall.counters().stream().filter(view -> view.id() == counter).findFirst();
        if (mine.isPresent()) actOn(mine.get());
        else time.pass(LOOK_UP);
    }

    private void actOn(CounterView mine) throws HubProblem, HubAway, InterruptedException {
        if (mine.state() == CounterState.CLOSED) verb("open");
        else if (mine.ticket() == null) next();
        else actOn(mine.ticket());
    }

    private void actOn(TicketView ticket) throws HubProblem, HubAway, InterruptedException {
        switch (ticket.state()) {
            case CALLED -> await(ticket);
            case SERVING -> serve(ticket);
            case WAITING, SERVED, NO_SHOW -> time.pass(LOOK_UP);
        }
    }

    private void next() throws HubProblem, HubAway, InterruptedException {
        if (hub.post("/api/counters/" + counter + "/next", null, CounterView.class)
                .isEmpty()) time.pass(LOOK_UP);
    }

    private void await(TicketView ticket) throws HubProblem, HubAway, InterruptedException {
        time.pass(chance.between(FIRST_STEPS, ACROSS_THE_HALL));
        if (!working) return;
        if (!isGone(ticket)) verb("start", ticket);
        else verb(ticket.calls() < CALLS_BEFORE_NO_SHOW ? "recall" : "no-show", ticket);
    }

    /** The same answer however often it is asked for one ticket. */
    private static boolean isGone(TicketView ticket) {
        return new Random(ticket.id() * 31).nextInt(ONE_IS_GONE_OF) == 0;
    }

    private void serve(TicketView ticket) throws HubProblem, HubAway, InterruptedException {
        time.pass(SHORTEST_SERVICE.plus(chance.around(SERVICE.minus(SHORTEST_SERVICE))));
        if (!working) return;
        verb("finish", ticket);
        time.pass(FIRST_STEPS);
        if (chance.in(VOTES)) voter.vote(chance);
    }

    private void verb(String verb) throws HubProblem, HubAway, InterruptedException {
        hub.post("/api/counters/" + counter + "/" + verb, null, CounterView.class);
    }

    private void verb(String verb, TicketView ticket) throws HubProblem, HubAway, InterruptedException {
        hub.post("/api/counters/" + counter + "/" + verb, Map.of("ticket", ticket.id()), CounterView.class);
    }
}
