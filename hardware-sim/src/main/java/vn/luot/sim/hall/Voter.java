package vn.luot.sim.hall;

import java.util.List;
import java.util.Optional;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketView;
import vn.luot.protocol.message.Vote;

/** Somebody in front of the tablet of one counter, who was just served there. */
final class Voter {
    private final int counter;
    private final Api tablet;
    private final Plan.RatingScale scale;

    /** @param tablet speaks to the hub with the tablet's token */
    Voter(int counter, Api tablet, Plan.RatingScale scale) {
        this.counter = counter;
        this.tablet = tablet;
        this.scale = scale;
    }

    /** Touches a face, if the tablet asks for one. */
    Optional<Vote> vote(Chance chance) throws HubProblem, HubAway, InterruptedException {
        var level = (int)
                Math.min(scale.levels().size() - 1.0, Math.abs(chance.random().nextGaussian()) * 1.1);
        return vote(scale.levels().get(level).score());
    }

    /** Touches the face for {@code score}, and the first reason when the tablet asks for one. */
    Optional<Vote> vote(int score) throws HubProblem, HubAway, InterruptedException {
        var served = served();
        if (served.isEmpty()) return Optional.empty();
        var reasons = score > scale.lowAtMost() || scale.reasons().isEmpty()
                ? List.<String>of()
                : List.of(scale.reasons().get(0).id());
        var vote = new Vote(served.get().token(), score, reasons, null);
        tablet.post("/api/ratings", vote, Object.class);
        return Optional.of(vote);
    }

    private Optional<TicketView> served() throws HubProblem, HubAway, InterruptedException {
        return tablet.get("/api/hall?view=tablet/" + counter, HallView.class).counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .map(view -> view.toRate());
    }
}
