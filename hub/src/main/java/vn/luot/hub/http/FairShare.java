package vn.luot.hub.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import vn.luot.hub.access.Access.Known;

/** Turns away who asks for more than their share: a known device or person by itself, everybody else by address. */
public final class FairShare implements Handler<RoutingContext> {
    private static final String KNOWN = "known";

    private final Function<String, Optional<Known>> bearer;
    private final RateLimit bearers;
    private final RateLimit addresses;

    /** @param bearer who bears a token, as far as memory knows */
    public FairShare(Function<String, Optional<Known>> bearer, Limits limits) {
        this.bearer = bearer;
        this.bearers = new RateLimit(limits.bearer(), System::nanoTime);
        this.addresses = new RateLimit(limits.address(), System::nanoTime);
    }

    /** Only a token that counts has a share of its own: else one could make up a new one for every request. */
    @Override
    public void handle(RoutingContext context) {
        var known = Door.token(context.request()).flatMap(bearer);
        if (isWithinShare(known, context)) {
            known.ifPresent(one -> context.put(KNOWN, one));
            context.next();
        } else {
            context.fail(Failure.tooFast());
        }
    }

    private boolean isWithinShare(Optional<Known> known, RoutingContext context) {
        if (known.isEmpty()) {
            return addresses.takesFrom(context.request().remoteAddress().hostAddress());
        }
        var actor = known.get().actor();
        return bearers.takes(actor.role() + " " + actor.name());
    }

    /** Who bears the request's token, as far as memory knows. */
    static Optional<Known> known(RoutingContext context) {
        return Optional.ofNullable(context.get(KNOWN));
    }
}
