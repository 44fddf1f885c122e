package vn.luot.hub.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.luot.hub.access.Access;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;

/** Lets in who may come in: devices by their token, persons by their session. */
public final class Door {
    public static final String SESSION = "luot_session";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final Access access;

    public Door(Vertx vertx, Access access) {
        this.vertx = vertx;
        this.access = access;
    }

    /** Only for these roles: 401 for nobody known, 403 for somebody else. */
    public Handler<RoutingContext> only(Role first, Role... others) {
        var roles = EnumSet.of(first, others);
        return context -> {
            var token = token(context.request());
            if (token.isEmpty()) {
                context.fail(Failure.notSignedIn());
            } else if (isForeignWrite(context.request())) {
                context.fail(Failure.foreignOrigin());
            } else {
                recognise(token.get(), context, roles);
            }
        };
    }

    private void recognise(String token, RoutingContext context, Set<Role> roles) {
        var known = access.known(token);
        if (known.isPresent()) {
            admit(known, context, roles);
        } else {
            look(token).onSuccess(found -> admit(found, context, roles)).onFailure(context::fail);
        }
    }

    private static void admit(Optional<Actor> actor, RoutingContext context, Set<Role> roles) {
        if (actor.isEmpty()) {
            context.fail(Failure.notSignedIn());
        } else if (!roles.contains(actor.get().role())) {
            context.fail(Failure.roleNotAllowed());
        } else {
            new Call(context).of(actor.get());
            context.next();
        }
    }

    /** Who holds this token, asking the database when memory does not know. */
    public Future<Optional<Actor>> look(String token) {
        return vertx.executeBlocking(() -> access.look(token), false);
    }

    /** The token of the Authorization header, or else of the session cookie. */
    public static Optional<String> token(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null) return header.startsWith("Bearer ") ? Optional.of(header.substring(7)) : Optional.empty();
        return session(request);
    }

    public static Optional<String> session(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(SESSION)).map(Cookie::getValue);
    }

    /** A browser sends cookies by itself, so a write with one must come from our own pages. */
    private static boolean isForeignWrite(HttpServerRequest request) {
        return !READS.contains(request.method()) && request.getHeader("Authorization") == null && isForeign(request);
    }

    /** Whether a page of another origin sent this request. */
    public static boolean isForeign(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        try {
            return !String.valueOf(request.getHeader("Host"))
                    .equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
