package vn.luot.sim.simulate;

import java.util.function.BooleanSupplier;
import vn.luot.sim.simulate.HubDoor.Act;

/** Somebody in the office who asks the hub for something until it is so. */
record HubAsked(World world, SimHub hub, Link link) {
    private static final long BETWEEN_TRIES = 3_000;

    void until(String what, Act act, BooleanSupplier done) {
        if (done.getAsBoolean()) return;
        world.trace().note(link.name(), "asks to " + what);
        link.ask(Life.ENDLESS, () -> new HubDoor(world, hub).ask(act));
        world.after(BETWEEN_TRIES, () -> until(what, act, done));
    }
}
