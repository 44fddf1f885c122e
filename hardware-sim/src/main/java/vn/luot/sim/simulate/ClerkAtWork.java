package vn.luot.sim.simulate;

import java.util.List;
import vn.luot.hub.desk.View;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Finish;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Ticket;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketState;
import vn.luot.sim.simulate.HubDoor.Act;

/**
 * A clerk who does what the screen seems to ask for, and sometimes something else: clicks twice, acts on an old screen,
 * picks somebody out of turn.
 */
final class ClerkAtWork {
    private static final List<String> NAMES = List.of("lan", "minh", "hoa");
    /** Keys are pressed on the second, so that clerks often press in the same instant. */
    private static final long RHYTHM = 1_000;

    private final World world;
    private final Truth truth;
    private final HubDoor door;
    private final Papers papers;
    private final Link link;
    private final int counter;
    private final Actor actor;
    private final Screen screen;
    private double clumsiness;
    private boolean resting;
    private long seenBefore;

    ClerkAtWork(World world, Truth truth, SimHub hub, Papers papers, int counter) {
        this.world = world;
        this.truth = truth;
        this.papers = papers;
        this.door = new HubDoor(world, hub);
        this.counter = counter;
        this.link = new Link(world, "clerk " + counter);
        var name = NAMES.get(counter - 1);
        this.actor = new Actor(Role.CLERK, name, name);
        this.screen = Screen.ofCounter(world, truth, counter);
        new FeedConnection(world, hub, link, Life.ENDLESS, new View(View.Kind.COUNTER, counter), screen).connect();
        pressLater();
    }

    Link link() {
        return link;
    }

    Screen screen() {
        return screen;
    }

    /** @param share of presses that are doubled, stale or otherwise wrong */
    void becomes(double share) {
        clumsiness = share;
    }

    /** Calls nobody more, and finishes who is there. */
    void rests(boolean now) {
        resting = now;
    }

    private void pressLater() {
        var wait = RHYTHM * world.luck().between(1, 8);
        world.after(wait - world.scheduler().now() % RHYTHM, () -> {
            press();
            pressLater();
        });
    }

    private void press() {
        if (screen.hall() == null || screen.hall().day() == null) return;
        screen.hall().counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .ifPresent(this::press);
    }

    private void press(CounterView seen) {
        if (seen.state() != CounterState.OPEN) {
            if (!resting) send("open", (hall, now) -> hall.openCounter(counter, actor, now));
        } else if (seen.ticket() == null) {
            pressAtFree();
        } else {
            pressAt(seen.ticket().state(), shown(seen.ticket().id()));
        }
    }

    private void pressAtFree() {
        if (resting) return;
        switch (world.luck().below(16)) {
            case 0 -> send("pause", (hall, now) -> hall.pauseCounter(counter, "nghỉ", actor, now));
            case 1, 2 -> {
                var chosen = anybody();
                send("call " + chosen, (hall, now) -> hall.callChosen(counter, chosen, "nhờ gọi", actor, now));
            }
            case 3, 4 -> {
                var held = somebody(Ticket.State.HELD);
                send("resume " + held, (hall, now) -> hall.resume(counter, held, actor, now));
            }
            case 5 -> walkIn();
            case 6 -> {
                var missed = somebody(Ticket.State.NO_SHOW);
                send("return " + missed, (hall, now) -> hall.giveBack(missed, null, actor, now));
            }
            case 7 -> {
                var waiting = somebody(Ticket.State.WAITING);
                send("cancel " + waiting, (hall, now) -> hall.cancel(waiting, null, actor, now));
            }
            default -> send("next", (hall, now) -> hall.callNext(counter, actor, now));
        }
    }

    private void pressAt(TicketState state, long shown) {
        if (state == TicketState.CALLED && world.luck().in(0.4)) {
            send("start " + shown, (hall, now) -> hall.start(counter, shown, actor, now));
            return;
        }
        switch (world.luck().below(12)) {
            case 0 -> send("no-show " + shown, (hall, now) -> hall.noShow(counter, shown, actor, now));
            case 1 -> send("recall " + shown, (hall, now) -> hall.recall(counter, shown, actor, now));
            case 2 -> send("hold " + shown, (hall, now) -> hall.hold(counter, shown, "thiếu giấy", actor, now));
            case 3 -> send("return " + shown, (hall, now) -> hall.giveBack(shown, null, actor, now));
            case 4 -> {
                var service = world.luck().one(HallRules.SERVICES);
                send("to " + service, (hall, now) -> hall.transferToService(shown, service, null, actor, now));
            }
            case 5 -> {
                var other = world.luck().one(HallRules.COUNTERS);
                send("to " + other, (hall, now) -> hall.transferToCounter(shown, other, null, actor, now));
            }
            case 6 -> {
                var service = world.luck().one(HallRules.SERVICES);
                send("then " + service, (hall, now) -> hall.addFurther(shown, service, actor, now));
            }
            case 7 -> send("reprint " + shown, (hall, now) -> hall.reprint(shown, actor, now));
            default -> send("finish " + shown, (hall, now) -> hall.finish(counter, shown, Finish.PLAIN, actor, now));
        }
    }

    private void walkIn() {
        var request = new TicketRequest(world.luck().one(HallRules.SERVICES), null, "vi", 1);
        var order = door.order(world.luck().name("walk"), request, null);
        papers.told(order.token());
        send("walk-in", (hall, now) -> hall.walkIn(counter, order, actor, now));
    }

    /** What the screen says; now and then nothing, or what an old window says. */
    private long shown(long now) {
        var before = seenBefore;
        seenBefore = now;
        if (world.luck().in(clumsiness)) return world.luck().in(0.5) ? before : 0;
        return now;
    }

    private long anybody() {
        var today = List.copyOf(truth.history().today());
        return today.isEmpty() ? 0 : world.luck().one(today).id();
    }

    private long somebody(Ticket.State state) {
        var those = truth.history().today().stream()
                .filter(ticket -> ticket.state() == state)
                .map(Ticket::id)
                .sorted()
                .toList();
        return those.isEmpty() ? 0 : world.luck().one(those);
    }

    private void send(String what, Act act) {
        world.trace().note(link.name(), what);
        link.ask(Life.ENDLESS, () -> door.ask(act));
        if (world.luck().in(clumsiness)) link.ask(Life.ENDLESS, () -> door.ask(act));
    }
}
