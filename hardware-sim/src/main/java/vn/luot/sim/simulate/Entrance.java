package vn.luot.sim.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.kiosk.TakeResult;
import vn.luot.kiosk.Touch;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** Visitors at the kiosks, and the host who helps whoever the kiosks cannot. */
final class Entrance {
    private static final Actor HOST = new Actor(Role.HOST, "mai", "Chị Mai");

    private final World world;
    private final SimHub hub;
    private final HubDoor door;
    private final Promises promises;
    private final Papers papers;
    private final List<SimKiosk> kiosks;
    private final Link link;
    private final List<String> hostKeys = new ArrayList<>();
    private final Set<String> silent = new HashSet<>();
    /** A number may come all the same, out of a try that was under way; the host sees it among those who wait. */
    private final Set<String> refusedAfterSilence = new HashSet<>();

    private boolean shut;

    Entrance(World world, SimHub hub, Promises promises, Papers papers, List<SimKiosk> kiosks) {
        this.world = world;
        this.hub = hub;
        this.door = new HubDoor(world, hub);
        this.promises = promises;
        this.papers = papers;
        this.kiosks = kiosks;
        this.link = new Link(world, "host");
        world.often(1_500, 12_000, this::somebodyComes);
        world.often(10_000, 40_000, this::goToHost);
        world.often(10_000, 40_000, this::askWithAnOldKey);
    }

    Link link() {
        return link;
    }

    Set<String> refusedAfterSilence() {
        return refusedAfterSilence;
    }

    void shut(boolean now) {
        shut = now;
    }

    private void somebodyComes() {
        if (shut) return;
        var kiosk = world.luck().one(kiosks);
        var touch = new Touch(
                service(), world.luck().in(0.9) ? "vi" : "en", world.luck().name("touch"));
        kiosk.touch(touch, this::told);
        if (world.luck().in(0.1)) {
            world.after(world.luck().between(0, 4_000), () -> kiosk.touch(touch, this::told));
        }
    }

    private String service() {
        return world.luck().one(HallRules.SERVICES);
    }

    private void told(TakeResult result) {
        if (result.ticket() != null) papers.told(result.ticket().token());
        else if (world.luck().in(0.5)) goToHost();
    }

    private void goToHost() {
        if (shut) return;
        var priority = world.luck().in(0.5) ? world.luck().one(List.of(HallRules.ELDERLY, HallRules.PREGNANT)) : null;
        var request =
                new TicketRequest(service(), priority, "vi", (int) world.luck().between(1, 3));
        var appointment = world.luck().in(0.2) ? appointment() : null;
        var key = world.luck().name("host");
        ask(key, request, appointment, receipt -> {
            promises.number(key, receipt.number());
            hostKeys.add(key);
        });
    }

    private Instant appointment() {
        return hub.now().plus(Duration.ofMinutes(world.luck().between(-15, 25)));
    }

    /** Again and again with the same key, until the hub says yes or no. */
    private void ask(String key, TicketRequest request, Instant appointment, Consumer<TicketReceipt> answered) {
        link.ask(Life.ENDLESS, () -> door.issue(key, request, appointment, HOST))
                .whenComplete((receipt, fault) -> {
                    if (fault instanceof HubProblem) {
                        if (silent.contains(key)) refusedAfterSilence.add(key);
                        return;
                    }
                    if (fault != null) {
                        silent.add(key);
                        world.after(2_000, () -> ask(key, request, appointment, answered));
                        return;
                    }
                    answered.accept(receipt);
                    papers.told(receipt.token());
                });
    }

    /** S3: whoever uses a key for something else is told so, or gets a number when the key was of another day. */
    private void askWithAnOldKey() {
        if (hostKeys.isEmpty()) return;
        var key = hostKeys.remove(hostKeys.size() - 1);
        var other = new TicketRequest(service(), null, "en", 9);
        ask(key, other, null, receipt -> promises.otherwise(key, receipt.number()));
    }

    void newDay() {
        hostKeys.clear();
    }
}
