package vn.luot.hub.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.queue.Actor;

/** Persons sign in and out; the session is a cookie that scripts cannot read and other sites cannot use. */
public final class SessionApi {
    private final Vertx vertx;
    private final Access access;
    private final Clock clock;

    public SessionApi(Vertx vertx, Access access, Clock clock) {
        this.vertx = vertx;
        this.access = access;
        this.clock = clock;
    }

    private record Credentials(String name, String password) {}

    private record Person(String name, String displayName, String role) {
        static Person of(Actor actor) {
            return new Person(actor.name(), actor.shownAs(), actor.role().name());
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
        call.then(
                vertx.executeBlocking(() -> access.signIn(given.name(), given.password(), address), false),
                result -> answer(call, result));
    }

    private void answer(Call call, SignIn result) {
        if (result instanceof SignIn.SignedIn in) {
            call.context().response().addCookie(cookie(in.token(), in.expiresAt()));
            call.answer(200, Person.of(in.actor()));
        } else if (result instanceof SignIn.TooMany tooMany) {
            throw tooMany(tooMany.retryAfter());
        } else {
            throw new Failure(
                    401,
                    "WRONG_CREDENTIALS",
                    "Tên hoặc mật khẩu không đúng. Hãy thử lại, hoặc nhờ quản trị đặt lại mật khẩu.",
                    "Wrong name or password. Try again, or ask the administrator for a new password.");
        }
    }

    private static Failure tooMany(Duration wait) {
        var seconds = Math.max(1, (int) wait.toSeconds());
        return new Failure(
                        429,
                        "TOO_MANY_TRIES",
                        "Thử sai quá nhiều lần. Hãy đợi " + seconds + " giây rồi thử lại.",
                        "Too many wrong tries. Wait " + seconds + " seconds and try again.")
                .retryAfter(seconds);
    }

    /** GET /api/session */
    public void show(Call call) {
        call.answer(200, Person.of(call.actor()));
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
                    call.context().response().addCookie(cookie("", Instant.EPOCH));
                    call.answerNothing();
                });
    }

    private Cookie cookie(String token, Instant expiresAt) {
        var left = Duration.between(clock.instant(), expiresAt);
        return Cookie.cookie(Door.SESSION, token)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setMaxAge(Math.max(0, left.toSeconds()));
    }
}
