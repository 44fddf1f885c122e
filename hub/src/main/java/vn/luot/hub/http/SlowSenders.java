package vn.luot.hub.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connections of those who send too slowly. The idle timeout lets a sender live who drips in a byte now and then;
 * a thousand of them would keep a thousand places that others need. On the loop only.
 */
public final class SlowSenders implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(SlowSenders.class);
    private static final long LOOK_MILLIS = 1_000;

    private final long patienceNanos;
    /** Since when each connection owes us a request, or the rest of one. */
    private final Map<HttpConnection, Long> owing = new HashMap<>();

    public SlowSenders(Vertx vertx, Duration patience) {
        this.patienceNanos = patience.toNanos();
        vertx.setPeriodic(LOOK_MILLIS, due -> closeTheSlow());
    }

    public void opened(HttpConnection connection) {
        owes(connection);
        connection.closeHandler(closed -> owing.remove(connection));
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var connection = request.connection();
        if (request.canUpgradeToWebSocket()) {
            // From here on the feed looks after it.
            owing.remove(connection);
        } else {
            owes(connection);
            request.end().onComplete(all -> {
                if (!context.response().ended()) owing.remove(connection);
            });
            context.addEndHandler(answered -> owes(connection));
        }
        context.next();
    }

    private void owes(HttpConnection connection) {
        owing.put(connection, System.nanoTime());
    }

    private void closeTheSlow() {
        var now = System.nanoTime();
        var slow = owing.entrySet().stream()
                .filter(entry -> now - entry.getValue() > patienceNanos)
                .map(Map.Entry::getKey)
                .toList();
        for (var connection : slow) {
            LOG.debug("{} sends too slowly and is closed", connection.remoteAddress());
            owing.remove(connection);
            connection.close();
        }
    }
}
