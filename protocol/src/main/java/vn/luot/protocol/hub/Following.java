package vn.luot.protocol.hub;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.HubLink.Listener;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;

/**
 * What a device knows of the hall by the hub's messages, and what it tells its listener of them: each state of the link
 * once, each step once and in order. It knows no sockets, no clock and no threads.
 */
public final class Following {
    private enum State {
        NEW,
        CONNECTED,
        LOST,
        REFUSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Listener listener;
    private State state = State.NEW;
    private HallView hall;
    private int epoch;
    /** Why the hub does not talk to this device, as long as it does not. */
    private FeedMessage.Refused refusal;

    public Following(Listener listener) {
        this.listener = listener;
    }

    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    /** What the hub may go on from. */
    public record Since(long seq, int epoch) {}

    /** Empty when nothing is known. */
    public Optional<Since> since() {
        return Optional.ofNullable(hall).map(known -> new Since(known.seq(), epoch));
    }

    /** To begin again with a snapshot. */
    public void forget() {
        hall = null;
    }

    public void heard(FeedMessage message) {
        if (message instanceof FeedMessage.Snapshot snapshot) {
            epoch = snapshot.epoch();
            connected(snapshot.hall());
        } else if (message instanceof FeedMessage.Refused refusal) {
            refused(refusal);
        } else if (hall != null) {
            // The first message after a reconnect without a snapshot: what is known still holds.
            if (state != State.CONNECTED) connected(hall);
            if (message instanceof FeedMessage.Live live) stepped(live.step(), live.live());
            if (message instanceof FeedMessage.Beat beat) listener.beat(beat.at());
            if (message instanceof FeedMessage.Errand errand) listener.asked(errand);
        }
    }

    public void lost(String reason) {
        var news = state != State.LOST;
        state = State.LOST;
        if (!news) return;
        LOG.warn("The hub is away: {}", reason);
        listener.lost(reason);
    }

    private void connected(HallView fresh) {
        if (state != State.CONNECTED) LOG.info("The hub is here, at step {}", fresh.seq());
        state = State.CONNECTED;
        hall = fresh;
        listener.connected(fresh);
    }

    private void stepped(StepView step, boolean live) {
        if (step.seq() <= hall.seq()) return;
        hall = hall.after(step);
        // A kind of step of a later hub: its outcome is drawn like a snapshot's.
        if (step.kind() == null) listener.connected(hall);
        else listener.stepped(hall, step, live);
    }

    private void refused(FeedMessage.Refused why) {
        var news = state != State.REFUSED || !why.equals(refusal);
        state = State.REFUSED;
        refusal = why;
        if (!news) return;
        LOG.warn("The hub refuses this device: {} {}", why.code(), why.messageEn());
        listener.refused(why);
    }
}
