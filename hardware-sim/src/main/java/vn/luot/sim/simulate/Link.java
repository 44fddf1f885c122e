package vn.luot.sim.simulate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;

/** The network between one device and the hub: messages are lost, doubled, late, or stopped in one or both directions. */
final class Link {
    private static final long ANSWER_MILLIS = 3_000;
    private static final long LONGEST_STRAY = 15_000;
    /** How many of the lost ones arrive after all. */
    private static final double HELD_UP = 0.3;

    private final World world;
    private final String name;
    private double loss;
    private double doubling;
    private long slowest = 20;
    private boolean cutToHub;
    private boolean cutFromHub;
    private boolean holdUpNext;

    Link(World world, String name) {
        this.world = world;
        this.name = name;
    }

    String name() {
        return name;
    }

    void becomes(double lossNow, double doublingNow, long slowestMillis) {
        loss = lossNow;
        doubling = doublingNow;
        slowest = slowestMillis;
    }

    void cut(boolean toHub, boolean fromHub) {
        cutToHub = toHub;
        cutFromHub = fromHub;
        world.trace().note(name, toHub || fromHub ? "is cut off" : "has its network back");
    }

    boolean isCut() {
        return cutToHub || cutFromHub;
    }

    /** How long one message takes now. */
    long delay() {
        return world.luck().in(0.02)
                ? world.luck().between(1, slowest * 5)
                : world.luck().between(1, slowest);
    }

    /** How long a connected socket takes for one frame: what is lost is sent again. */
    long socketDelay() {
        return delay() + (world.luck().in(loss) ? world.luck().between(200, 1_500) : 0);
    }

    /** The next message to the hub takes so long that its sender may be another by then. */
    void holdUpNext() {
        holdUpNext = true;
    }

    void toHub(Runnable arrives) {
        if (holdUpNext && !cutToHub) {
            holdUpNext = false;
            world.scheduler().after(world.luck().between(0, LONGEST_STRAY), Life.ENDLESS, arrives);
        } else {
            send(cutToHub, Life.ENDLESS, arrives);
        }
    }

    void fromHub(Life device, Runnable arrives) {
        send(cutFromHub, device, arrives);
    }

    private void send(boolean cut, Life receiver, Runnable arrives) {
        if (cut) return;
        if (!world.luck().in(loss)) world.scheduler().after(delay(), receiver, arrives);
        else if (world.luck().in(HELD_UP)) world.scheduler().after(strayDelay(), receiver, arrives);
        if (world.luck().in(doubling)) world.scheduler().after(strayDelay(), receiver, arrives);
    }

    /** A second copy may come when everybody has forgotten the first. */
    private long strayDelay() {
        return world.luck().in(0.5) ? world.luck().between(0, LONGEST_STRAY) : delay() + delay();
    }

    /**
     * Asks the hub and waits a few seconds for its answer.
     *
     * @param atHub what the request is at the hub
     * @return fails with {@link HubProblem} when the hub said no and with {@link HubAway} when nobody knows
     */
    <T> CompletableFuture<T> ask(Life device, Supplier<CompletableFuture<T>> atHub) {
        var answer = new CompletableFuture<T>();
        var no = new AtomicBoolean();
        toHub(() -> {
            // A connection that was answered with a no is closed, and nobody on the way has a reason to send it anew.
            if (no.get()) return;
            atHub.get()
                    .whenComplete((value, fault) -> fromHub(device, () -> {
                        if (fault == null) {
                            answer.complete(value);
                        } else {
                            no.set(asHeard(fault) instanceof HubProblem);
                            answer.completeExceptionally(asHeard(fault));
                        }
                    }));
        });
        world.scheduler()
                .after(ANSWER_MILLIS, device, () -> answer.completeExceptionally(new HubAway("silence", null)));
        return answer;
    }

    /** A device sees a refusal, or nothing it could build on. */
    private static Throwable asHeard(Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof HubProblem ? cause : new HubAway("503", cause);
    }
}
