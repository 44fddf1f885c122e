package vn.luot.hub.oidc;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.AccessRefused;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.http.AddressLimit;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.Failure;
import vn.luot.hub.http.SessionApi;

/** Persons sign in with an account of the office, where the hub has a provider; beside the passwords of the hub. */
public final class OidcApi {
    private static final Logger LOG = LoggerFactory.getLogger(OidcApi.class);
    private static final String COOKIE = "luot_oidc";
    private static final Pattern PAGE = Pattern.compile("/[a-z]+/");
    /** Of its own: a provider that is away must not keep those waiting who sign in with a password. */
    private static final int WORKERS = 4;

    private final Optional<Provider> provider;
    private final Access access;
    private final SessionApi sessions;
    private final Clock clock;
    private final WorkerExecutor workers;
    private final Attempts attempts = new Attempts();
    private final AddressLimit tries = new AddressLimit(120);

    public OidcApi(Vertx vertx, Optional<Provider> provider, Access access, SessionApi sessions, Clock clock) {
        this.provider = provider;
        this.access = access;
        this.sessions = sessions;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor("oidc", WORKERS);
    }

    private record Named(String name) {}

    /** GET /api/session/provider */
    public void show(Call call) {
        if (provider.isEmpty()) call.answerNothing();
        else call.answer(200, new Named(provider.get().name()));
    }

    /** GET /api/session/oidc: sends the browser to the provider. */
    public void begin(Call call) {
        var asked = provider.orElseThrow(Failure::notFound);
        tries.count(call.address());
        var then = call.query("then", "/clerk/");
        // Only now: a page of the provider leads back without the session's cookie.
        var former = Door.session(call.context().request());
        var attempt = Attempt.fresh(PAGE.matcher(then).matches() ? then : "/clerk/", former, clock.instant());
        attempts.add(attempt);
        workers.executeBlocking(() -> asked.askedAt(attempt), false)
                .onSuccess(place -> {
                    call.context().response().addCookie(cookie(call, attempt.state(), Attempts.PATIENCE.toSeconds()));
                    call.goTo(place.toString());
                })
                .onFailure(fault -> fail(call, attempt.then(), fault));
    }

    /** GET /api/session/oidc/back: where the provider sends the browser to. */
    public void comeBack(Call call) {
        var asked = provider.orElseThrow(Failure::notFound);
        var state = call.query("state", "");
        var code = call.query("code", "");
        // Only in the browser that began it: else one could be signed in as somebody else by a link.
        var began = Optional.ofNullable(
                        call.context().request().getCookie(cookie(call.context().request())))
                .map(Cookie::getValue)
                .filter(state::equals)
                .flatMap(own -> attempts.take(own, clock.instant()));
        call.context().response().addCookie(cookie(call, "", 0));
        if (began.isEmpty() || code.isEmpty()) {
            fail(call, began.map(Attempt::then).orElse("/clerk/"), OidcFailures.notVouchedFor(null));
            return;
        }
        workers.executeBlocking(() -> signIn(asked, code, began.get(), call.address()), false)
                .onSuccess(in -> {
                    sessions.give(call, in);
                    call.goTo(began.get().then());
                })
                .onFailure(fault -> fail(call, began.get().then(), fault));
    }

    private SignIn.SignedIn signIn(Provider asked, String code, Attempt attempt, String address) {
        var in = access.signIn(asked.introduce(code, attempt), address);
        attempt.former().ifPresent(access::signOut);
        return in;
    }

    /** A person reads it on the page of their account; a program gets the problem. */
    private static void fail(Call call, String then, Throwable fault) {
        var why = why(fault);
        if (why.isEmpty()
                || !String.valueOf(call.context().request().getHeader("Accept")).contains("text/html")) {
            call.context().fail(fault);
        } else {
            call.goTo("/account/?then=" + then + "&refused=" + why.get());
        }
    }

    private static Optional<String> why(Throwable fault) {
        if (fault instanceof AccessRefused refused)
            return Optional.of(refused.why().name());
        if (!(fault instanceof Failure failure)) return Optional.empty();
        LOG.warn("Nobody was signed in with an account of the office: {}, {}", failure.code(), "" + failure.getCause());
        return Optional.of(failure.code());
    }

    /** Lax, because the provider's page leads back with it. */
    private static Cookie cookie(Call call, String state, long seconds) {
        var request = call.context().request();
        return Cookie.cookie(cookie(request), state)
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(CookieSameSite.LAX)
                .setPath("/")
                .setMaxAge(seconds);
    }

    private static String cookie(HttpServerRequest request) {
        return request.isSSL() ? "__Host-" + COOKIE : COOKIE;
    }
}
