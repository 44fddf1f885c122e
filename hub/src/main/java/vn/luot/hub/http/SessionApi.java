package vn.luot.hub.http;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.Owed;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.queue.Actor;

/** Persons sign in and out; the session is a cookie that scripts cannot read and other sites cannot use. */
public final class SessionApi {
    /** Passwords are looked at one at a time; more threads would only wait. */
    private static final int WORKERS = 2;

    private final Vertx vertx;
    private final Access access;
    private final Clock clock;
    /** Of its own: a crowd of guesses must not keep those waiting who have nothing to do with passwords. */
    private final WorkerExecutor signIns;
    /** A whole office may sign in from one address at half past seven. */
    private final AddressLimit tries = new AddressLimit(120);

    public SessionApi(Vertx vertx, Access access, Clock clock) {
        this.vertx = vertx;
        this.access = access;
        this.clock = clock;
        this.signIns = vertx.createSharedWorkerExecutor("sign-in", WORKERS);
    }

    /** @param code of the second factor; absent when there is none */
    private record Credentials(String name, String password, String code) {}

    private record Here(boolean here) {}

    private record Person(
            String name, String displayName, String role, boolean mustChangePassword, boolean mustSetSecondFactor) {
        static Person of(Actor actor, Owed owes) {
            return new Person(
                    actor.name(),
                    actor.shownAs(),
                    actor.role().name(),
                    owes == Owed.NEW_PASSWORD,
                    owes == Owed.SECOND_FACTOR);
        }
    }

    /** POST /api/session */
    public void signIn(Call call) {
        if (Door.isForeign(call.context().request())) throw Failure.foreignOrigin();
        var given = call.body(Credentials.class);
        if (given.name() == null || given.password() == null) {
            throw Failure.field("name, password", "phải có cả hai.", "both are needed.");
        }
        var address = call.address();
        tries.count(address);
        var former = Door.session(call.context().request());
        call.then(
                signIns.executeBlocking(
                        () -> {
                            var result = access.signIn(
                                    given.name(), given.password(), Optional.ofNullable(given.code()), address);
                            // A new session takes the place of the browser's former one.
                            if (result instanceof SignIn.SignedIn) former.ifPresent(access::signOut);
                            return result;
                        },
                        false),
                result -> answer(call, result));
    }

    private void answer(Call call, SignIn result) {
        if (result instanceof SignIn.SignedIn in) {
            give(call, in);
            call.answer(200, Person.of(in.actor(), in.owes()));
        } else if (result instanceof SignIn.CodeNeeded) {
            throw new Failure(
                    401,
                    "CODE_NEEDED",
                    "Hãy nhập thêm mã 6 số trong ứng dụng xác thực trên điện thoại.",
                    "Type the six digits of the phone's authenticator, too.");
        } else if (result instanceof SignIn.TooMany tooMany) {
            throw Failure.tooMany(Math.max(1, (int) tooMany.retryAfter().toSeconds()));
        } else {
            throw new Failure(
                    401,
                    "WRONG_CREDENTIALS",
                    "Tên hoặc mật khẩu không đúng. Hãy thử lại, hoặc nhờ quản trị đặt lại mật khẩu.",
                    "Wrong name or password. Try again, or ask the administrator for a new password.");
        }
    }

    /** Gives the browser its session. */
    public void give(Call call, SignIn.SignedIn in) {
        call.context().response().addCookie(cookie(call, in.token(), in.expiresAt()));
    }

    /** GET /api/session/here: a page's first question, which for most browsers nobody has to be asked about. */
    public void here(Call call) {
        var known = Door.session(call.context().request()).flatMap(access::known);
        call.answer(200, new Here(known.isPresent()));
    }

    /** GET /api/session */
    public void show(Call call) {
        var owes = Door.token(call.context().request())
                .flatMap(access::known)
                .map(Access.Known::owes)
                .orElse(Owed.NOTHING);
        call.answer(200, Person.of(call.actor(), owes));
    }

    /** DELETE /api/session */
    public void signOut(Call call) {
        var token = Door.session(call.context().request());
        call.then(
                vertx.executeBlocking(
                        () -> {
                            token.ifPresent(access::signOut);
                            return null;
                        },
                        false),
                done -> {
                    call.context().response().addCookie(cookie(call, "", Instant.EPOCH));
                    call.answerNothing();
                });
    }

    private Cookie cookie(Call call, String token, Instant expiresAt) {
        var left = Duration.between(clock.instant(), expiresAt);
        var request = call.context().request();
        return Cookie.cookie(Door.cookie(request), token)
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setMaxAge(Math.max(0, left.toSeconds()));
    }
}
