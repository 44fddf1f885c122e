package vn.luot.sim.hall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;

/** What happened in the hall lately, as a board is told by the hub. Thread-safe. */
final class Chronicle implements HubLink.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);
    private static final int STEPS_KEPT = 12;

    private final Deque<StepView> steps = new ArrayDeque<>();
    private final Map<StepKind, Integer> counts = new EnumMap<>(StepKind.class);
    private HallView hall;
    private boolean connected;

    /** The hall now; null before the hub was reached. */
    synchronized HallView hall() {
        return hall;
    }

    synchronized boolean connected() {
        return connected;
    }

    /** Newest first. */
    synchronized List<StepView> lately() {
        return List.copyOf(steps);
    }

    /** How often each kind of step was taken since this program began. */
    synchronized Map<StepKind, Integer> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public synchronized void connected(HallView now) {
        hall = now;
        connected = true;
    }

    @Override
    public synchronized void stepped(HallView after, StepView step, boolean live) {
        hall = after;
        counts.merge(step.kind(), 1, Integer::sum);
        steps.addFirst(step);
        if (steps.size() > STEPS_KEPT) steps.removeLast();
    }

    @Override
    public synchronized void lost(String reason) {
        connected = false;
    }

    @Override
    public synchronized void refused(FeedMessage.Refused refusal) {
        connected = false;
        LOG.warn("The hub does not talk to the simulated hall: {}", refusal.messageEn());
    }
}
