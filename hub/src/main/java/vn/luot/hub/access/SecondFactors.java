package vn.luot.hub.access;

import static vn.luot.hub.access.AccessLog.Kind.SECOND_FACTOR_REMOVED;
import static vn.luot.hub.access.AccessLog.Kind.SECOND_FACTOR_SET;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;

/** What people have in hand besides their password: a telephone that makes codes. Thread-safe; every method waits for the disk. */
public final class SecondFactors {
    private static final String CODE = "code";
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final Database database;
    private final int hall;
    private final Clock clock;
    private final People people;
    private final SecondFactorKey key;
    private final SignInDelays guesses = new SignInDelays();

    /** @param key seals the secrets that are kept in the database */
    SecondFactors(Database database, int hall, Clock clock, People people, SecondFactorKey key) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.people = people;
        this.key = key;
    }

    /**
     * A secret that counts once it is {@linkplain #set set}.
     *
     * @param centre its name, which a telephone's authenticator shows
     * @throws AccessRefused when the person has one, or has no password here that it would stand beside
     */
    public SecondFactor offer(Actor person, String centre) {
        if (people.isIntroduced(person.name())) throw AccessRefused.fromProvider(person.name());
        mustHaveNone(people.mustExist(person.name()));
        return SecondFactor.fresh(centre, person.name());
    }

    /**
     * The secret is the person's once they have shown a code of it. Sessions that were begun without it end.
     *
     * @param token of the session that goes on
     * @param password the person's: whoever fetches their phone leaves a desk where nothing else is asked
     * @throws AccessRefused when the password or the code is wrong, or when the person has one: a desk that was left must not be
     *     enough to put another in its place
     */
    public void set(Actor person, String token, String password, String secret, String code) {
        people.mustKnow(person.name(), password);
        var step = Totp.step(secret, code, clock.instant()).orElseThrow(AccessRefused::wrongCode);
        people.changeAndEndOthers(
                person,
                token,
                SecondFactors::mustHaveNone,
                SECOND_FACTOR_SET,
                "totp_used = :step, totp_secret = :secret",
                Map.of("step", step, "secret", key.sealed(secret, person.name())));
    }

    private static void mustHaveNone(People.Proofs known) {
        if (known.sealedSecret() != null) throw AccessRefused.secondFactorSet();
    }

    /** Ends all sessions, too: the next one is begun by somebody who owes a new one, or may go without. */
    public void remove(Actor by, String name, Proof proof) {
        people.changeAndEnd(by, SECOND_FACTOR_REMOVED, name, "", "totp_secret = NULL", Map.of(), proof);
    }

    /**
     * That {@code by} has their phone at hand: a desk that was left must not be enough to open an administrator's account
     * for good. Whoever has no second factor has nothing to show.
     *
     * @param code of the second factor; absent when none was given
     * @return refuses when it is missing or wrong, or too many were
     */
    public Proof phone(Actor by, Optional<String> code) {
        // Read now: what it is shown for may be to take it away.
        var sealed = people.mustExist(by.name()).sealedSecret();
        if (sealed == null) return Proof.NONE;
        return () -> {
            if (!takes(by.name(), sealed, code.orElseThrow(AccessRefused::codeNeeded))) throw AccessRefused.wrongCode();
        };
    }

    /**
     * Whether {@code code} is one of the person's that was not used before; it is used now.
     *
     * @throws AccessRefused when too many were not, wherever they came from: whoever guesses here knows the password or has a
     *     session, and a million codes are few for somebody with many addresses
     */
    boolean takes(String name, String sealedSecret, String code) {
        guesses.beginOrRefuse(name, CODE, clock.instant());
        var secret = key.opened(sealedSecret, name);
        if (secret.isEmpty()) {
            LOG.error(
                    "The second factor of {} cannot be read with this second-factor.key:"
                            + " put the right file back, or run \"hub person password\"",
                    name);
            return false;
        }
        var step = Totp.step(secret.get(), code, clock.instant());
        var taken = step.isPresent() && isUsedNow(name, step.getAsLong());
        if (taken) guesses.succeeded(name, CODE);
        return taken;
    }

    /** In the transaction that this thread is in, if it is in one. */
    private boolean isUsedNow(String name, long step) {
        return 1
                == database.jdbi()
                        .withHandle(handle -> handle.createUpdate("UPDATE person SET totp_used = :step"
                                        + " WHERE hall = :hall AND name = :name AND totp_used < :step")
                                .bind("step", step)
                                .bind("hall", hall)
                                .bind("name", name)
                                .execute());
    }
}
