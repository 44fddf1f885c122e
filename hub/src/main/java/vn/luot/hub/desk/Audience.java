package vn.luot.hub.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.luot.hub.queue.Step;

/** Who hears of what happened in the hall; called on the desk's thread and must not hold it up. */
public interface Audience {
    /** A step of the latest days, read from the journal before the desk opens; not announced. */
    default void recall(Step step) {}

    /** These steps were taken, in order, and are durable. */
    void announce(List<Announcement> taken);

    /** This audience, and then {@code other}. */
    default Audience and(Audience other) {
        var first = this;
        return new Audience() {
            @Override
            public void recall(Step step) {
                first.recall(step);
                other.recall(step);
            }

            @Override
            public void announce(List<Announcement> taken) {
                first.announce(taken);
                other.announce(taken);
            }

            @Override
            public void startOver() {
                first.startOver();
                other.startOver();
            }
        };
    }

    /** An audience that is not there yet; whoever tells it something waits for it. */
    static Audience of(CompletableFuture<? extends Audience> coming) {
        return new Audience() {
            @Override
            public void recall(Step step) {
                coming.join().recall(step);
            }

            @Override
            public void announce(List<Announcement> taken) {
                coming.join().announce(taken);
            }

            @Override
            public void startOver() {
                coming.join().startOver();
            }
        };
    }

    /** The hall was rebuilt from the journal: whatever was known of it must be asked for again. */
    void startOver();
}
