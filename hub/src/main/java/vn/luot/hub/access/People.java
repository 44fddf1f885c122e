package vn.luot.hub.access;

import static vn.luot.hub.access.AccessLog.Kind.PASSWORD_CHANGED;
import static vn.luot.hub.access.AccessLog.Kind.PASSWORD_RESET;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_ADDED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_CHANGED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_DISABLED;
import static vn.luot.hub.access.AccessLog.Kind.PERSON_ENABLED;
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
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import vn.luot.hub.access.AccessLog.Kind;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.Text;

/** Who works in the hall, and how they prove it. Thread-safe; every method waits for the disk. */
public final class People {
    private static final int RANDOM_BYTES = 12;
    private static final String PASSWORD = "password";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final int hall;
    private final Clock clock;
    private final AccessLog log;
    private final Bearers bearers;
    /** Of passwords by whoever is signed in already. */
    private final SignInDelays guesses = new SignInDelays();

    People(Database database, int hall, Clock clock, AccessLog log, Bearers bearers) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.log = log;
        this.bearers = bearers;
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
    public void add(
            Actor by, Role role, String name, String shownAs, String password, boolean mustChange, Proof proof) {
        if (Devices.isDevice(role)) throw new IllegalArgumentException("not the role of a person: " + role);
        var actor = new Actor(role, signInName(Devices.shown(name)), Devices.shown(shownAs));
        insert(by, actor, hash(actor.name(), password), mustChange, null, proof);
    }

    /** @param introducedAs how the office's provider knows the person; absent when it does not */
    private void insert(Actor by, Actor actor, String hash, boolean mustChange, String introducedAs, Proof proof) {
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
            proof.show();
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
            insert(AccessLog.PROVIDER, actor, PasswordHash.of(freshPassword()).phc(), false, who.subject(), Proof.NONE);
            return actor;
        }
        var known = before.get();
        if (known.disabled()) throw AccessRefused.disabled(known.name());
        // The name stays: it stands in the journal.
        if (known.role() != who.role() || !known.displayName().equals(actor.shownAs())) {
            change(AccessLog.PROVIDER, known.name(), actor.shownAs(), who.role(), Proof.NONE);
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
    public void change(Actor by, String name, String shownAs, Role role, Proof proof) {
        if (Devices.isDevice(role)) throw new IllegalArgumentException("not the role of a person: " + role);
        var words = Devices.shown(shownAs);
        changeAndEnd(
                by,
                PERSON_CHANGED,
                name,
                role + " " + words,
                "shown_as = :words, role = :role",
                Map.of("words", words, "role", role.name()),
                proof);
    }

    /** Gives a password that the person must change, and ends all sessions. */
    public String resetPassword(Actor by, String name, Proof proof) {
        if (isIntroduced(name)) throw AccessRefused.fromProvider(name);
        var password = freshPassword();
        var hash = PasswordHash.of(password).phc();
        changeAndEnd(
                by, PASSWORD_RESET, name, "", "must_change = 1, password_hash = :hash", Map.of("hash", hash), proof);
        return password;
    }

    /** Whether the office's provider lets the person in, and no password of this hub. */
    boolean isIntroduced(String name) {
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
                Map.of("hash", hash),
                Proof.NONE);
    }

    /** Shuts somebody out, until {@link #enable}. */
    public void disable(Actor by, String name) {
        changeAndEnd(by, PERSON_DISABLED, name, "", "disabled_at = :now", Map.of("now", clock.millis()), Proof.NONE);
    }

    public void enable(Actor by, String name, Proof proof) {
        log.change(handle -> change(handle, by, PERSON_ENABLED, name, "", "disabled_at = NULL", Map.of(), proof));
    }

    /** Ends all sessions of a person. */
    public void signOut(Actor by, String name) {
        changeAndEnd(by, SIGNED_OUT_EVERYWHERE, name, "", "name = name", Map.of(), Proof.NONE);
    }

    public boolean isAdmin(String name) {
        return all().stream().anyMatch(one -> one.name().equals(name) && one.role() == Role.ADMIN);
    }

    /** @throws AccessRefused when that is not the password, or too many were not, wherever they came from */
    void mustKnow(String name, String password) {
        guesses.beginOrRefuse(name, PASSWORD, clock.instant());
        if (!mustExist(name).password().isOf(Words.composed(password))) throw AccessRefused.wrongPassword();
        guesses.succeeded(name, PASSWORD);
    }

    Proofs mustExist(String name) {
        return proofs(name).orElseThrow(() -> AccessRefused.noSuchPerson(name));
    }

    /** Changes a person and ends all their sessions, both or neither. */
    void changeAndEnd(Actor by, Kind kind, String name, String detail, String set, Map<String, ?> values, Proof proof) {
        var ended = log.changing(handle -> {
            change(handle, by, kind, name, detail, set, values, proof);
            return deleteSessions(handle, name, "");
        });
        ended.forEach(bearers::remove);
    }

    /**
     * The same with one's own account, if nobody objects to how it is then; the session of {@code token} goes on.
     *
     * @param objection throws if there is one
     */
    void changeAndEndOthers(
            Actor person, String token, Consumer<Proofs> objection, Kind kind, String set, Map<String, ?> values) {
        var name = person.name();
        var kept = Tokens.hash(token);
        var ended = log.changing(handle -> {
            proofs(handle, name).ifPresent(objection);
            change(handle, person, kind, name, "", set, values, Proof.NONE);
            return deleteSessions(handle, name, kept);
        });
        ended.forEach(bearers::remove);
        bearers.lookAgain(kept);
    }

    /** @param set what is set to which of {@code values}; all or nothing, and never without an administrator */
    private void change(
            Handle handle,
            Actor by,
            Kind kind,
            String name,
            String detail,
            String set,
            Map<String, ?> values,
            Proof proof) {
        var changed = handle.createUpdate("UPDATE person SET " + set + " WHERE hall = :hall AND name = :name")
                .bindMap(values)
                .bind("hall", hall)
                .bind("name", name)
                .execute();
        if (changed == 0) throw AccessRefused.noSuchPerson(name);
        if (admins(handle) == 0) throw AccessRefused.lastAdmin();
        proof.show();
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
