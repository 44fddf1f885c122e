package vn.luot.hub.http;

import io.vertx.core.Vertx;
import java.util.function.Supplier;
import vn.luot.hub.access.People;
import vn.luot.hub.access.SecondFactor;
import vn.luot.hub.access.SecondFactors;

/** What everybody may do with their own account. */
public final class AccountApi {
    private final Vertx vertx;
    private final People people;
    private final SecondFactors secondFactors;
    private final Supplier<String> centre;

    /** @param centre its name, which a telephone's authenticator shows */
    public AccountApi(Vertx vertx, People people, SecondFactors secondFactors, Supplier<String> centre) {
        this.vertx = vertx;
        this.people = people;
        this.secondFactors = secondFactors;
        this.centre = centre;
    }

    private record Passwords(String present, String next) {}

    private record Proof(String password, String secret, String code) {}

    /** PUT /api/session/password: ends all sessions of the person, this one too. */
    public void changePassword(Call call) {
        var given = call.body(Passwords.class);
        if (given.present() == null || given.next() == null) {
            throw Failure.field("present, next", "phải có cả hai.", "both are needed.");
        }
        done(call, () -> people.changePassword(call.actor(), given.present(), given.next()));
    }

    /** POST /api/session/second-factor: a secret to put into a telephone; it counts once it is confirmed. */
    public void offerSecondFactor(Call call) {
        var name = centre.get();
        call.then(
                vertx.executeBlocking(() -> secondFactors.offer(call.actor(), name), false),
                offered -> call.answer(200, offered));
    }

    /** PUT /api/session/second-factor */
    public void confirmSecondFactor(Call call) {
        var given = call.body(Proof.class);
        if (given.password() == null || given.secret() == null || given.code() == null) {
            throw Failure.field("password, secret, code", "phải có cả ba.", "all three are needed.");
        }
        if (!SecondFactor.isSecret(given.secret())) {
            throw Failure.field("secret", "không hợp lệ.", "not valid.");
        }
        var token = Door.token(call.context().request()).orElseThrow();
        done(call, () -> secondFactors.set(call.actor(), token, given.password(), given.secret(), given.code()));
    }

    private void done(Call call, Runnable work) {
        call.then(
                vertx.executeBlocking(
                        () -> {
                            work.run();
                            return null;
                        },
                        false),
                nothing -> call.answerNothing());
    }
}
