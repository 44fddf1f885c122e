package vn.luot.hub.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running program for each kiosk. A second one with the same token, on a PC that was set up from a copy say, would share
 * its name and its numbers. Whoever is there stays; a newcomer is let in once the other does not answer any more, as after a
 * restart. Thread-safe.
 */
public final class OneKiosk {
    /** A program names itself in this header of every request, anew at every start. */
    public static final String PROGRAM = "Luot-Program";

    private static final Logger LOG = LoggerFactory.getLogger(OneKiosk.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final Map<String, Holder> holders = new HashMap<>();

    /** @param nanoTime like {@link System#nanoTime} */
    public OneKiosk(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** By what a program follows the hall. */
    public interface Feed {
        boolean isClosed();

        /** Asks whether the program is still there; completes with false when it does not say so in time. */
        Future<Boolean> answers();

        Future<Void> tell(String message);

        void close();
    }

    /** @param feed its socket; absent before it had one */
    private record Holder(String program, Feed feed, long heardNanos) {
        boolean isThere(long nanoTime) {
            return feed == null ? nanoTime - heardNanos < FRESH.toNanos() : !feed.isClosed();
        }
    }

    /** Whether a request comes from another program than the one that is there; {@code program} is absent when it has no name. */
    public synchronized boolean isAnother(String kiosk, String program) {
        if (program == null) return false;
        var holder = holders.get(kiosk);
        if (holder != null && !holder.program.equals(program) && isThere(holder)) return true;
        if (holder == null || holder.feed == null || holder.feed.isClosed()) {
            holders.put(kiosk, new Holder(program, null, nanoTime.getAsLong()));
        }
        return false;
    }

    /** Where the kiosk of a name hears of the hall; empty while it does not. */
    public synchronized Optional<Feed> feedOf(String kiosk) {
        return Optional.ofNullable(holders.get(kiosk)).map(Holder::feed).filter(feed -> !feed.isClosed());
    }

    /**
     * A program wants to follow the hall.
     *
     * @param program absent when it has no name
     * @return whether it may
     */
    public Future<Boolean> admit(String kiosk, String program, Feed feed) {
        if (program == null) return Future.succeededFuture(true);
        var other = other(kiosk, program);
        if (other == null) return Future.succeededFuture(seated(kiosk, program, feed));
        if (other.feed == null) return Future.succeededFuture(false);
        return other.feed.answers().compose(there -> {
            if (there) {
                LOG.warn("A second program uses the token of kiosk {}; it is not let in", kiosk);
                return Future.succeededFuture(false);
            }
            other.feed.close();
            // Another newcomer may have been faster.
            return took(kiosk, other, program, feed) ? Future.succeededFuture(true) : admit(kiosk, program, feed);
        });
    }

    private synchronized Holder other(String kiosk, String program) {
        var holder = holders.get(kiosk);
        return holder == null || holder.program.equals(program) || !isThere(holder) ? null : holder;
    }

    private synchronized boolean took(String kiosk, Holder from, String program, Feed feed) {
        return holders.replace(kiosk, from, new Holder(program, feed, nanoTime.getAsLong()));
    }

    /** A socket that it had before may look open for long after its cable was pulled out. */
    private boolean seated(String kiosk, String program, Feed feed) {
        var before = takeSeat(kiosk, new Holder(program, feed, nanoTime.getAsLong()));
        if (before != null && before.feed != null && !before.feed.isClosed()) before.feed.close();
        return true;
    }

    private synchronized Holder takeSeat(String kiosk, Holder holder) {
        return holders.put(kiosk, holder);
    }

    private boolean isThere(Holder holder) {
        return holder.isThere(nanoTime.getAsLong());
    }
}
