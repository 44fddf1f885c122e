package vn.luot.hub.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns away whoever guesses tickets' tokens. Only misses count and only misses are turned away: everybody in the hall may
 * share one address.
 */
public final class WrongTokens implements Handler<RoutingContext> {
    private static final int MOST_A_MINUTE = 20;

    private final AddressLimit misses = new AddressLimit(MOST_A_MINUTE);

    @Override
    public void handle(RoutingContext context) {
        if (context.failure() instanceof Failure failure && failure.code().equals("TICKET_NOT_FOUND")) {
            try {
                misses.count(context.request().remoteAddress().hostAddress());
            } catch (Failure tooMany) {
                context.fail(tooMany);
                return;
            }
        }
        context.next();
    }
}
