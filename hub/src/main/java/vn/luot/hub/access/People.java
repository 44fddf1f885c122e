package vn.luot.hub.access;

import static vn.luot.hub.access.AccessLog.Kind.PASSWORD_CHANGED;
import static vn.luot.hub.access.AccessLog.Kind.PASSWORD_RESET;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_ADDED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_CHANGED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_DISABLED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_ENABLED;
import static vn.luot.hub.access.AccessLog.Kind.SECOND_FACTOR_REMOVED;
import static vn.luot.hub.access.AccessLog.Kind.SECOND_FACTOR_SET;
import static vn.luot.hub.access.AccessLog.Kind.SIGNED_OUT_EVERYWHERE;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.AccessLog.Kind;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.Text;

/** Who works in the hall, and how they prove it. Thread-safe; every method waits for the disk. */
public final class People {
    private static final int RANDOM_BYTES = 12;
    private static final String PASSWORD = "password", CODE = "code";
    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final int hall;
    private final Clock clock;
    private final AccessLog log;
    private final Bearers bearers;
    private final SecondFactorKey secondFactors;
    /** Of codes, and of passwords by whoever is signed in already: wherever they come from. */
    private final SignInDelays guesses = new SignInDelays();

    People(Database database, int hall, Clock clock, AccessLog log, Bearers bearers, SecondFactorKey secondFactors) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.log = log;
        this.bearers = bearers;
        this.secondFactors = secondFactors;
    }

    /**
     * Somebody who may sign in.
     *
     * @param mustChangePassword somebody else knows it
     * @param signedInAt last; absent for never
     */
    public record Person(
            String name,
            String displayName,
            Role role,
            boolean disabled,
            boolean mustChangePassword,
            boolean secondFactor,
            Instant signedInAt) {}

    /**
     * What a sign-in is held against.
     *
     * @param sealedSecret of the second factor; absent when there is none
     */
    record Proofs(Actor actor, PasswordHash password, boolean mustChange, String sealedSecret) {
        Owed owes(boolean demandsSecondFactor) {
            return Bearers.owed(actor.role(), mustChange, demandsSecondFactor && sealedSecret == null);
        }

        boolean isSame(Proofs other) {
            return actor.equals(other.actor)
                    && password.phc().equals(other.password.phc())
                    && mustChange == other.mustChange
                    && Objects.equals(sealedSecret, other.sealedSecret);
        }
    }

    public List<Person> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE hall = :hall ORDER BY name")
                        .bind("hall", hall)
                        .map((row, context) -> person(row))
                        .list());
    }

    private static Person person(ResultSet row) throws SQLException {
        var signedInAt = row.getLong("signed_in_at");
        return new Person(
                row.getString("name"),
                row.getString("shown_as"),
                Role.valueOf(row.getString("role")),
                row.getObject("disabled_at") != null,
                row.getBoolean("must_change"),
                row.getString("totp_secret") != null,
                signedInAt == 0 ? null : Instant.ofEpochMilli(signedInAt));
    }

    /** Administrators whose password alone opens everything; whom the office's provider knows are its affair. */
    public List<String> adminsByPasswordAlone() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM person WHERE hall = :hall AND role = 'ADMIN'"
                                + " AND disabled_at IS NULL AND totp_secret IS NULL AND introduced_as IS NULL"
                                + " ORDER BY name")
                        .bind("hall", hall)
                        .mapTo(String.class)
                        .list());
    }

    /** Of somebody who is not shut out. */
    Optional<Proofs> proofs(String name) {
        return database.jdbi().withHandle(handle -> proofs(handle, name));
    }

    private Optional<Proofs> proofs(Handle handle, String name) {
        return handle.createQuery("SELECT * FROM person WHERE hall = :hall AND name = :name AND disabled_at IS NULL")
                .bind("hall", hall)
                .bind("name", name)
                .map((row, context) -> new Proofs(
                        Bearers.actor(row),
                        PasswordHash.parse(row.getString("password_hash")),
                        row.getBoolean("must_change"),
                        row.getString("totp_secret")))
                .findOne();
    }

    /** Whether a sign-in would be held against {@code proofs} now, too: they change while a password is looked at. */
    boolean areStill(Handle handle, Proofs proofs) {
        return proofs(handle, proofs.actor().name()).filter(proofs::isSame).isPresent();
    }

    /** Whether {@code actor} may still come in, and as who they were. */
    boolean isStill(Handle handle, Actor actor) {
        return proofs(handle, actor.name())
                .filter(known -> known.actor().equals(actor))
                .isPresent();
    }

    /**
     * Adds somebody who works in the hall.
     *
     * @param name to sign in with, in capital or small letters
     * @param shownAs what visitors and colleagues see
     * @param password at least 8 characters, as long as one likes, and none that everybody tries first
     * @param mustChange when somebody else than the person knows it
     * @throws AccessRefused when the name is taken, a name cannot be shown, or the password is too easy
     */
    public void add(Actor by, Role role, String name, String shownAs, String password, boolean mustChange) {
        if (Devices.isDevice(role)) throw new IllegalArgumentException("not the role of a person: " + role);
        var actor = new Actor(role, signInName(Devices.shown(name)), Devices.shown(shownAs));
        insert(by, actor, hash(actor.name(), password), mustChange, null);
    }

    /** @param introducedAs how the office's provider knows the person; absent when it does not */
    private void insert(Actor by, Actor actor, String hash, boolean mustChange, String introducedAs) {
        log.change(handle -> {
            var added = handle.createUpdate("INSERT INTO person"
                            + " (hall, name, shown_as, role, password_hash, created_at, must_change, introduced_as)"
                            + " VALUES (:hall, :name, :shownAs, :role, :hash, :now, :mustChange, :introducedAs)"
                            + " ON CONFLICT (hall, name) DO NOTHING")
                    .bind("hall", hall)
                    .bind("name", actor.name())
                    .bind("shownAs", actor.shownAs())
                    .bind("role", actor.role().name())
                    .bind("hash", hash)
                    .bind("now", clock.millis())
                    .bind("mustChange", mustChange)
                    .bind("introducedAs", introducedAs)
                    .execute();
            if (added == 0) throw AccessRefused.nameTaken(actor.name());
            log.append(handle, PERSON_ADDED, by, actor.name(), actor.role().name());
        });
    }

    /**
     * Takes somebody in whom the office's provider knows, as it says they are today.
     *
     * @throws AccessRefused when the name is another's here, cannot be shown, or is shut out
     */
    Actor admit(Introduction who) {
        var actor = new Actor(who.role(), signInName(Devices.shown(who.name())), Devices.shown(who.shownAs()));
        var before = introduced(who);
        if (before.isEmpty()) {
            // A password that nobody knows: here this person cannot sign in with any.
            insert(AccessLog.PROVIDER, actor, PasswordHash.of(freshPassword()).phc(), false, who.subject());
            return actor;
        }
        var known = before.get();
        if (known.disabled()) throw AccessRefused.disabled(known.name());
        // The name stays: it stands in the journal.
        if (known.role() != who.role() || !known.displayName().equals(actor.shownAs())) {
            change(AccessLog.PROVIDER, known.name(), actor.shownAs(), who.role());
        }
        return new Actor(who.role(), known.name(), actor.shownAs());
    }

    private Optional<Person> introduced(Introduction who) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM person WHERE hall = :hall AND introduced_as = :subject")
                        .bind("hall", hall)
                        .bind("subject", who.subject())
                        .map((row, context) -> person(row))
                        .findOne());
    }

    private static String hash(String name, String password) {
        var composed = Words.composed(password);
        PasswordRules.fault(name, composed).ifPresent(fault -> {
            throw AccessRefused.badPassword(fault);
        });
        return PasswordHash.of(composed).phc();
    }

    /** A password for somebody who will choose another; 96 random bits. */
    public static String freshPassword() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Gives another display name or role; the person signs in again. */
    public void change(Actor by, String name, String shownAs, Role role) {
        if (Devices.isDevice(role)) throw new IllegalArgumentException("not the role of a person: " + role);
        var words = Devices.shown(shownAs);
        changeAndEnd(
                by,
                PERSON_CHANGED,
                name,
                role + " " + words,
                "shown_as = :words, role = :role",
                Map.of("words", words, "role", role.name()));
    }

    /** Gives a password that the person must change, and ends all sessions. */
    public String resetPassword(Actor by, String name) {
        if (isIntroduced(name)) throw AccessRefused.fromProvider(name);
        var password = freshPassword();
        var hash = PasswordHash.of(password).phc();
        changeAndEnd(by, PASSWORD_RESET, name, "", "must_change = 1, password_hash = :hash", Map.of("hash", hash));
        return password;
    }

    private boolean isIntroduced(String name) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT introduced_as FROM person WHERE hall = :hall AND name = :name")
                        .bind("hall", hall)
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent());
    }

    /**
     * Ends all sessions, too: whoever knew the old password is out.
     *
     * @throws AccessRefused when {@code present} is not the password or too many were not, or {@code next} is too easy
     */
    public void changePassword(Actor person, String present, String next) {
        mustKnow(person.name(), present);
        if (Words.composed(present).equals(Words.composed(next))) {
            throw AccessRefused.badPassword(
                    new Text("mật khẩu mới giống mật khẩu cũ", "the new password is the present one"));
        }
        var hash = hash(person.name(), next);
        changeAndEnd(
                person,
                PASSWORD_CHANGED,
                person.name(),
                "",
                "must_change = 0, password_hash = :hash",
                Map.of("hash", hash));
    }

    /** Shuts somebody out, until {@link #enable}. */
    public void disable(Actor by, String name) {
        changeAndEnd(by, PERSON_DISABLED, name, "", "disabled_at = :now", Map.of("now", clock.millis()));
    }

    public void enable(Actor by, String name) {
        log.change(handle -> change(handle, by, PERSON_ENABLED, name, "", "disabled_at = NULL", Map.of()));
    }

    /** Ends all sessions of a person. */
    public void signOut(Actor by, String name) {
        changeAndEnd(by, SIGNED_OUT_EVERYWHERE, name, "", "name = name", Map.of());
    }

    /**
     * A secret that counts once it is {@linkplain #setSecondFactor set}.
     *
     * @param centre its name, which a telephone's authenticator shows
     * @throws AccessRefused when the person has one, or has no password here that it would stand beside
     */
    public SecondFactor offerSecondFactor(Actor person, String centre) {
        if (isIntroduced(person.name())) throw AccessRefused.fromProvider(person.name());
        if (mustExist(person.name()).sealedSecret() != null) throw AccessRefused.secondFactorSet();
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
    public void setSecondFactor(Actor person, String token, String password, String secret, String code) {
        mustKnow(person.name(), password);
        var step = Totp.step(secret, code, clock.instant()).orElseThrow(AccessRefused::wrongCode);
        var name = person.name();
        var sealed = secondFactors.sealed(secret, name);
        var kept = Tokens.hash(token);
        var ended = log.changing(handle -> {
            if (proofs(handle, name)
                    .filter(known -> known.sealedSecret() != null)
                    .isPresent()) {
                throw AccessRefused.secondFactorSet();
            }
            change(
                    handle,
                    person,
                    SECOND_FACTOR_SET,
                    name,
                    "",
                    "totp_used = :step, totp_secret = :secret",
                    Map.of("step", step, "secret", sealed));
            return deleteSessions(handle, name, kept);
        });
        ended.forEach(bearers::remove);
        bearers.lookAgain(kept);
    }

    /** Ends all sessions, too: the next one is begun by somebody who owes a new one, or may go without. */
    public void removeSecondFactor(Actor by, String name) {
        changeAndEnd(by, SECOND_FACTOR_REMOVED, name, "", "totp_secret = NULL", Map.of());
    }

    /**
     * Shows that {@code by} has their phone at hand: a desk that was left must not be enough to open an administrator's account
     * for good. Whoever has no second factor has nothing to show.
     *
     * @param code of the second factor; absent when none was given
     * @throws AccessRefused when it is missing or wrong, or too many were
     */
    public void showPhone(Actor by, Optional<String> code) {
        var sealed = mustExist(by.name()).sealedSecret();
        if (sealed == null) return;
        if (!takesCode(by.name(), sealed, code.orElseThrow(AccessRefused::codeNeeded))) {
            throw AccessRefused.wrongCode();
        }
    }

    public boolean isAdmin(String name) {
        return all().stream().anyMatch(one -> one.name().equals(name) && one.role() == Role.ADMIN);
    }

    private void mustKnow(String name, String password) {
        beginGuess(name, PASSWORD);
        if (!mustExist(name).password().isOf(Words.composed(password))) throw AccessRefused.wrongPassword();
        guesses.succeeded(name, PASSWORD);
    }

    private void beginGuess(String name, String what) {
        var wait = guesses.begin(name, what, clock.instant());
        if (!wait.isZero()) throw AccessRefused.tooManyTries(wait);
    }

    /**
     * Whether {@code code} is one of the person's that was not used before; it is used now.
     *
     * @throws AccessRefused when too many were not: whoever guesses here knows the password or has a session, and a million codes
     *     are few for somebody with many addresses
     */
    boolean takesCode(String name, String sealedSecret, String code) {
        beginGuess(name, CODE);
        var secret = secondFactors.opened(sealedSecret, name);
        if (secret.isEmpty()) {
            LOG.error(
                    "The second factor of {} cannot be read with this second-factor.key:"
                            + " put the right file back, or run \"hub person password\"",
                    name);
            return false;
        }
        var step = Totp.step(secret.get(), code, clock.instant());
        var taken = step.isPresent()
                && 1
                        == database.jdbi()
                                .withHandle(handle -> handle.createUpdate("UPDATE person SET totp_used = :step"
                                                + " WHERE hall = :hall AND name = :name AND totp_used < :step")
                                        .bind("step", step.getAsLong())
                                        .bind("hall", hall)
                                        .bind("name", name)
                                        .execute());
        if (taken) guesses.succeeded(name, CODE);
        return taken;
    }

    private Proofs mustExist(String name) {
        return proofs(name).orElseThrow(() -> AccessRefused.noSuchPerson(name));
    }

    /** Changes a person and ends all their sessions, both or neither. */
    private void changeAndEnd(Actor by, Kind kind, String name, String detail, String set, Map<String, ?> values) {
        var ended = log.changing(handle -> {
            change(handle, by, kind, name, detail, set, values);
            return deleteSessions(handle, name, "");
        });
        ended.forEach(bearers::remove);
    }

    /** @param set what is set to which of {@code values}; all or nothing, and never without an administrator */
    private void change(
            Handle handle, Actor by, Kind kind, String name, String detail, String set, Map<String, ?> values) {
        var changed = handle.createUpdate("UPDATE person SET " + set + " WHERE hall = :hall AND name = :name")
                .bindMap(values)
                .bind("hall", hall)
                .bind("name", name)
                .execute();
        if (changed == 0) throw AccessRefused.noSuchPerson(name);
        if (admins(handle) == 0) throw AccessRefused.lastAdmin();
        log.append(handle, kind, by, name, detail);
    }

    /** Those who need no provider to get in: one is there always, to break the glass. */
    private int admins(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM person"
                        + " WHERE hall = :hall AND role = 'ADMIN' AND disabled_at IS NULL AND introduced_as IS NULL")
                .bind("hall", hall)
                .mapTo(Integer.class)
                .one();
    }

    /** @return the hashes of the tokens that were theirs */
    private List<String> deleteSessions(Handle handle, String name, String kept) {
        return handle.createQuery("DELETE FROM session WHERE hall = :hall AND person = :name AND token_hash <> :kept"
                        + " RETURNING token_hash")
                .bind("hall", hall)
                .bind("name", name)
                .bind("kept", kept)
                .mapTo(String.class)
                .list();
    }

    /** Touch keyboards write a capital first, whether one wants it or not. */
    static String signInName(String name) {
        return Words.composed(name).strip().toLowerCase(Locale.ROOT);
    }
}
