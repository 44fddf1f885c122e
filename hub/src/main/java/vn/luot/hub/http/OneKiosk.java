package vn.luot.hub.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private static final long ANSWER_MILLIS = 2_000;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Buffer ARE_YOU_THERE = Buffer.buffer("there?");

    private final Vertx vertx;
    private final Map<String, Holder> holders = new HashMap<>();

    public OneKiosk(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param feed its socket; absent before it had one */
    private record Holder(String program, ServerWebSocket feed, long heardNanos) {
        boolean isThere() {
            return feed == null ? System.nanoTime() - heardNanos < FRESH.toNanos() : !feed.isClosed();
        }
    }

    /** Whether a request comes from another program than the one that is there; {@code program} is absent when it has no name. */
    synchronized boolean isAnother(String kiosk, String program) {
        if (program == null) return false;
        var holder = holders.get(kiosk);
        if (holder != null && !holder.program.equals(program) && holder.isThere()) return true;
        if (holder == null || holder.feed == null || holder.feed.isClosed()) {
            holders.put(kiosk, new Holder(program, null, System.nanoTime()));
        }
        return false;
    }

    /** Where the kiosk of a name hears of the hall; empty while it does not. */
    public synchronized Optional<ServerWebSocket> feedOf(String kiosk) {
        return Optional.ofNullable(holders.get(kiosk)).map(Holder::feed).filter(feed -> !feed.isClosed());
    }

    /**
     * A program wants to follow the hall.
     *
     * @param program absent when it has no name
     * @return whether it may
     */
    public Future<Boolean> admit(String kiosk, String program, ServerWebSocket feed) {
        if (program == null) return Future.succeededFuture(true);
        var other = other(kiosk, program);
        if (other == null) return Future.succeededFuture(seated(kiosk, program, feed));
        if (other.feed == null) return Future.succeededFuture(false);
        return answers(other.feed).map(there -> {
            if (there) {
                LOG.warn("A second program uses the token of kiosk {}; it is not let in", kiosk);
                return false;
            }
            other.feed.close();
            return seated(kiosk, program, feed);
        });
    }

    private synchronized Holder other(String kiosk, String program) {
        var holder = holders.get(kiosk);
        return holder == null || holder.program.equals(program) || !holder.isThere() ? null : holder;
    }

    private synchronized boolean seated(String kiosk, String program, ServerWebSocket feed) {
        holders.put(kiosk, new Holder(program, feed, System.nanoTime()));
        return true;
    }

    private Future<Boolean> answers(ServerWebSocket feed) {
        var answer = Promise.<Boolean>promise();
        feed.pongHandler(pong -> answer.tryComplete(true));
        feed.writePing(ARE_YOU_THERE).onFailure(gone -> answer.tryComplete(false));
        vertx.setTimer(ANSWER_MILLIS, late -> answer.tryComplete(false));
        return answer.future();
    }
}
