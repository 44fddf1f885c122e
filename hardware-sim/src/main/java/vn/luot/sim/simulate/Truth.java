package vn.luot.sim.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Step;

/** The history as it is now, each step of which was checked when it became durable. */
final class Truth {
    private final World world;
    private final StepChecks checks;
    /** The longest that anything which the hub said before a restore is still under way. */
    private static final long ON_THE_WIRE = 40_000;

    /** Before the last restore; what is still on the wire may be of it. */
    private History past;

    private Forgotten forgotten = Forgotten.NOTHING;
    private long pastUntil;

    private History history;
    private long restores;
    private long checkpoint;
    private long checkpointHash;

    Truth(World world) {
        this.world = world;
        this.checks = new StepChecks(new CallOracle(world.hall().rules()), world.verdict());
        this.history = new History(world.hall().rules());
        checkpoint();
    }

    History history() {
        return history;
    }

    /** How often an old copy took the place of the journal. */
    long restores() {
        return restores;
    }

    /** What the restore lost; nothing before one. */
    Forgotten forgotten() {
        return forgotten;
    }

    /** Whether something holds of the history as it is, or, as long as that may be on the wire, as it was before a restore. */
    boolean holdsOnTheWire(Predicate<History> holds) {
        return holds.test(history) || world.scheduler().now() < pastUntil && holds.test(past);
    }

    /** Whether something holds of the history as it is, and cannot have been said before a restore. */
    boolean holdsOfThePresentOnly(Predicate<History> holds) {
        return holds.test(history) && !(world.scheduler().now() < pastUntil && holds.test(past));
    }

    /** Whether something holds of the history as it was before a restore. */
    boolean held(Predicate<History> holds) {
        return past != null && holds.test(past);
    }

    /** The business day of a ticket, also of one that a restore forgot. */
    Optional<LocalDate> dayOf(String token) {
        return dayOf(history, token).or(() -> past == null ? Optional.empty() : dayOf(past, token));
    }

    private static Optional<LocalDate> dayOf(History history, String token) {
        return history.byToken(token).map(ticket -> history.step(ticket.id()).day());
    }

    /** A step can no longer be lost. */
    void durable(Step step) {
        world.trace().note("journal", step.seq() + " " + step.kind() + what(step));
        checks.check(step, history);
        history.take(step);
    }

    private static String what(Step step) {
        var ticket = step.ticket() == null
                ? ""
                : " " + step.ticket().number() + " " + step.ticket().key();
        var counter = step.counter() == null ? "" : " @" + step.counter().id();
        return ticket + counter + (step.reason() == null ? "" : " (" + step.reason() + ")");
    }

    /** An old copy took the place of the journal: what came after it is lost, and everybody knows. */
    void restored(List<Step> kept) {
        past = history;
        pastUntil = world.scheduler().now() + ON_THE_WIRE;
        forgotten = new Forgotten(past.since(kept.size()));
        history = History.of(world.hall().rules(), kept);
        restores++;
        checkpoint();
    }

    /** Carries out of the house what the journal begins with. */
    void checkpoint() {
        checkpoint = history.seq();
        checkpointHash = history.hash(checkpoint);
    }

    /** S12 and S11: what is on the disk is what was kept, and a hall made of it is as it was left. */
    void checkDisk(List<Step> kept, Hall hall) {
        world.verdict()
                .unless(
                        kept.size() >= checkpoint && History.hash(kept.subList(0, (int) checkpoint)) == checkpointHash,
                        Invariant.S12,
                        "the journal no longer begins with the " + checkpoint + " steps of the checkpoint");
        checkHall(hall);
    }

    /** S11: the hall in memory is what the steps say. */
    void checkHall(Hall hall) {
        if (HallDump.isSame(hall, history)) return;
        world.verdict()
                .broken(
                        Invariant.S11,
                        "the hall differs: " + HallDump.difference(HallDump.of(hall), HallDump.of(history)));
    }
}
