package vn.luot.hub.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.Access.Known;
import vn.luot.hub.access.Owed;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.ProtocolVersion;

/** Lets in who may come in: devices by their token, persons by their session. */
public final class Door {
    public static final String SESSION = "luot_session";
    private static final String FETCHED_FROM = "Sec-Fetch-Site";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final Access access;
    private final OneKiosk oneKiosk;

    public Door(Vertx vertx, Access access, OneKiosk oneKiosk) {
        this.vertx = vertx;
        this.access = access;
        this.oneKiosk = oneKiosk;
    }

    /** Only for these roles: 401 for nobody known, 403 for somebody else, 426 for a program of another age. */
    public Handler<RoutingContext> only(Set<Role> roles) {
        return only(roles, false);
    }

    /** The same, also for somebody who has to see to their password or second factor before anything else. */
    public Handler<RoutingContext> onlyOwn(Set<Role> roles) {
        return only(roles, true);
    }

    private Handler<RoutingContext> only(Set<Role> roles, boolean also) {
        return context -> {
            var token = token(context.request());
            if (!ProtocolVersion.isUnderstood(context.request().getHeader(ProtocolVersion.HEADER))) {
                context.fail(Failure.upgradeRequired());
            } else if (token.isEmpty()) {
                context.fail(Failure.notSignedIn());
            } else if (isForeignWrite(context.request())) {
                context.fail(Failure.foreignOrigin());
            } else {
                recognise(token.get(), context, roles, also);
            }
        };
    }

    private void recognise(String token, RoutingContext context, Set<Role> roles, boolean also) {
        var known = FairShare.known(context);
        if (known.isPresent()) {
            admit(known.get(), context, roles, also);
        } else {
            find(token)
                    .onSuccess(found -> {
                        if (found.isPresent()) admit(found.get(), context, roles, also);
                        else whyNot(token).onSuccess(context::fail).onFailure(context::fail);
                    })
                    .onFailure(context::fail);
        }
    }

    private void admit(Known known, RoutingContext context, Set<Role> roles, boolean also) {
        if (known.owes() != Owed.NOTHING && !also) {
            context.fail(owed(known.owes()));
        } else if (!roles.contains(known.actor().role()) || isElsewhere(known, context)) {
            context.fail(Failure.roleNotAllowed());
        } else if (isSecondKiosk(known.actor(), context.request())) {
            context.fail(Failure.kioskTwice());
        } else {
            new Call(context).of(known.actor());
            context.next();
        }
    }

    private static Failure owed(Owed owes) {
        return owes == Owed.SECOND_FACTOR ? Failure.secondFactorNeeded() : Failure.passwordChangeNeeded();
    }

    /** A keypad asks only at its own counter. */
    private static boolean isElsewhere(Known known, RoutingContext context) {
        return known.actor().role() == Role.KEYPAD
                && !String.valueOf(known.counter()).equals(context.pathParam("counter"));
    }

    private boolean isSecondKiosk(Actor actor, HttpServerRequest request) {
        return actor.role() == Role.KIOSK && oneKiosk.isAnother(actor.name(), request.getHeader(OneKiosk.PROGRAM));
    }

    private Future<Optional<Known>> find(String token) {
        return vertx.executeBlocking(() -> access.look(token), false);
    }

    /** Why nobody is let in with this token: its device was revoked, or it is nobody's. */
    public Future<Failure> whyNot(String token) {
        return vertx.executeBlocking(
                () -> access.devices().isRevoked(token) ? Failure.deviceRevoked() : Failure.notSignedIn(), false);
    }

    /** Who holds this token and may do something, asking the database when memory does not know. */
    public Future<Optional<Actor>> look(String token) {
        return find(token)
                .map(found ->
                        found.filter(known -> known.owes() == Owed.NOTHING).map(Known::actor));
    }

    /** Two live devices bear one token. */
    public void cloned(Actor device, String token) {
        vertx.executeBlocking(() -> {
            access.devices().noteClone(device, token);
            return null;
        });
    }

    public boolean isKnown(String token) {
        return access.known(token).isPresent();
    }

    /** Tells {@code watcher} of every token that is let in no longer: the {@linkplain Access#hash hash} of it. */
    public void whenEnded(Consumer<String> watcher) {
        access.watch(watcher);
    }

    /** The token of the Authorization header, or else of the session cookie. */
    public static Optional<String> token(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null) return header.startsWith("Bearer ") ? Optional.of(header.substring(7)) : Optional.empty();
        return session(request);
    }

    public static Optional<String> session(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(cookie(request))).map(Cookie::getValue);
    }

    /** Over TLS by a name that browsers take only from this very host and never without TLS. */
    static String cookie(HttpServerRequest request) {
        return request.isSSL() ? "__Host-" + SESSION : SESSION;
    }

    /**
     * A browser sends cookies by itself, so a write with one must show that it comes from our own pages. Programs send
     * their token in the Authorization header, which no foreign page can.
     */
    private static boolean isForeignWrite(HttpServerRequest request) {
        return !READS.contains(request.method()) && request.getHeader("Authorization") == null && !isOwn(request);
    }

    /** Whether a page of this hub sent the request; of who says nothing, nobody knows. */
    private static boolean isOwn(HttpServerRequest request) {
        return request.getHeader("Origin") == null
                ? "same-origin".equals(request.getHeader(FETCHED_FROM))
                : !isForeign(request);
    }

    /** Whether a page of another origin sent this request. */
    public static boolean isForeign(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) return "cross-site".equals(request.getHeader(FETCHED_FROM));
        try {
            return !String.valueOf(request.getHeader("Host"))
                    .equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
