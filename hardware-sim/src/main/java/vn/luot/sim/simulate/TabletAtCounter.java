package vn.luot.sim.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.luot.hub.desk.View;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;

/**
 * A tablet that keeps each pressed face until the hub has answered, as the real page does, and people who press it twice,
 * late, or from a phone for tickets that were never served.
 */
final class TabletAtCounter implements HubLink.Listener {
    private record Vote(String key, int score) {}

    private final World world;
    private final Truth truth;
    private final HubDoor door;
    private final Promises promises;
    private final Link link;
    private final int counter;
    private final Actor actor;
    private final Map<String, Vote> unsent = new LinkedHashMap<>();
    private final Map<String, Vote> known = new LinkedHashMap<>();
    private double mischief;
    private String asked = "";
    private boolean sending;

    TabletAtCounter(World world, Truth truth, SimHub hub, Promises promises, int counter) {
        this.world = world;
        this.truth = truth;
        this.door = new HubDoor(world, hub);
        this.promises = promises;
        this.counter = counter;
        this.link = new Link(world, "tablet " + counter);
        this.actor = new Actor(Role.TABLET, "T" + counter, "T" + counter);
        new FeedConnection(world, hub, link, Life.ENDLESS, new View(View.Kind.TABLET, counter), this).connect();
        world.often(3_000, 20_000, this::mischief);
    }

    Link link() {
        return link;
    }

    /** @param share of moments in which somebody votes who should not */
    void becomes(double share) {
        mischief = share;
    }

    int unsent() {
        return unsent.size();
    }

    @Override
    public void connected(HallView hall) {
        hall.counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .ifPresent(this::look);
    }

    @Override
    public void stepped(HallView after, StepView step, boolean live) {
        connected(after);
    }

    private void look(CounterView seen) {
        if (seen.toRate() == null || seen.toRate().token() == null) return;
        var token = seen.toRate().token();
        if (token.equals(asked)) return;
        asked = token;
        if (!world.luck().in(0.7)) return;
        var taps = world.luck().in(mischief) ? 2 : 1;
        for (var tap = 0; tap < taps; tap++) {
            world.after(world.luck().between(500, 15_000), () -> press(token));
        }
    }

    private void press(String token) {
        if (known.containsKey(token)) return;
        var vote = new Vote(world.luck().name("vote"), (int) world.luck().between(1, 5));
        known.put(token, vote);
        unsent.put(token, vote);
        send();
    }

    private void send() {
        if (sending || unsent.isEmpty()) return;
        sending = true;
        var next = unsent.entrySet().iterator().next();
        var token = next.getKey();
        var vote = next.getValue();
        send(token, vote, fault -> {
            sending = false;
            if (fault == null || fault instanceof HubProblem) unsent.remove(token);
            world.after(fault == null ? 0 : world.luck().between(500, 3_000), this::send);
        });
    }

    private interface Ended {
        void with(Throwable fault);
    }

    private void send(String token, Vote vote, Ended ended) {
        world.trace().note(link.name(), "votes " + vote.score());
        link.ask(
                        Life.ENDLESS,
                        () -> door.ask((hall, now) -> hall.rate(
                                token, new Rating(vote.key(), vote.score(), List.of(), null, now), actor, now)))
                .whenComplete((outcome, fault) -> {
                    if (fault == null) promises.vote(token, vote.key(), vote.score());
                    ended.with(fault);
                });
    }

    /** Somebody votes by the code on a paper: not yet served, served and rated, or recalled long ago. */
    private void mischief() {
        var today = List.copyOf(truth.history().today());
        if (today.isEmpty() || !world.luck().in(mischief)) return;
        var ticket = world.luck().one(today);
        send(ticket.token(), new Vote(world.luck().name("late"), 1), fault -> {});
    }

    @Override
    public void lost(String reason) {
        // It asks nobody then; what was pressed is kept.
    }

    @Override
    public void refused(FeedMessage.Refused refusal) {
        throw new IllegalStateException("nobody is refused here");
    }
}
