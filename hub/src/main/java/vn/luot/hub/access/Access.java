package vn.luot.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;

/**
 * Who is who in one hall: its people, who sign in, and its devices, which bear a token. Thread-safe; all methods but
 * {@link #known} wait for the disk.
 */
public final class Access {
    private static final Duration SESSION = Duration.ofHours(12);

    private static final String BEARERS = """
            SELECT token_hash, role, name, shown_as, expires_at FROM (
                SELECT token_hash, role, name, name AS shown_as, NULL AS expires_at
                FROM device
                WHERE hall = :hall AND revoked_at IS NULL
                UNION ALL
                SELECT token_hash, role, name, shown_as, expires_at
                FROM session JOIN person ON person.hall = session.hall AND person.name = session.person
                WHERE session.hall = :hall)
            """;

    private final Jdbi jdbi;
    private final int hall;
    private final Clock clock;
    private final SignInDelays delays = new SignInDelays();

    /** By the hash of their token. */
    private final Map<String, Bearer> bearers = new ConcurrentHashMap<>();

    public Access(Database database, int hall, Clock clock) {
        this.jdbi = Jdbi.create(database.source());
        this.hall = hall;
        this.clock = clock;
        forgetExpired(clock.instant());
        rememberAll();
    }

    /** @param expiresAt absent for a device */
    private record Bearer(Actor actor, Instant expiresAt) {
        boolean isValidAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    private record Person(Actor actor, PasswordHash password) {}

    /** Who bears {@code token} of a device or a session; empty when nobody does, or the session expired. Never waits. */
    public Optional<Actor> known(String token) {
        return actor(bearers.get(Tokens.hash(token)));
    }

    /** The same, but finds also the devices that were added from the command line since the hub started. */
    public Optional<Actor> look(String token) {
        // One operation, so that no look-up brings back a session that is being signed out.
        return actor(bearers.computeIfAbsent(Tokens.hash(token), this::saved));
    }

    private Optional<Actor> actor(Bearer bearer) {
        return Optional.ofNullable(bearer)
                .filter(one -> one.isValidAt(clock.instant()))
                .map(Bearer::actor);
    }

    /**
     * Takes as long, and answers the same, for an unknown name as for a wrong password.
     *
     * @param address where the person signs in from; delays are counted for each name and address
     */
    public SignIn signIn(String name, String password, String address) {
        var now = clock.instant();
        var typed = signInName(name);
        var wait = delays.begin(typed, address, now);
        if (!wait.isZero()) return new SignIn.TooMany(wait);
        var person = person(typed);
        var hash = person.map(Person::password).orElse(PasswordHash.NOBODYS);
        if (!hash.isOf(Words.composed(password)) || person.isEmpty()) return new SignIn.Wrong();
        delays.succeeded(typed, address);
        return signedIn(person.get().actor(), now);
    }

    private Optional<Person> person(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT role, name, shown_as, password_hash FROM person"
                        + " WHERE hall = :hall AND name = :name")
                .bind("hall", hall)
                .bind("name", name)
                .map((row, context) -> new Person(actor(row), PasswordHash.parse(row.getString("password_hash"))))
                .findOne());
    }

    private SignIn signedIn(Actor actor, Instant now) {
        forgetExpired(now);
        var token = Tokens.fresh();
        var expiresAt = now.plus(SESSION);
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO session"
                        + " (token_hash, hall, person, created_at, expires_at)"
                        + " VALUES (:hash, :hall, :person, :now, :expiresAt)")
                .bind("hash", Tokens.hash(token))
                .bind("hall", hall)
                .bind("person", actor.name())
                .bind("now", now.toEpochMilli())
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute());
        bearers.put(Tokens.hash(token), new Bearer(actor, expiresAt));
        return new SignIn.SignedIn(token, actor, expiresAt);
    }

    /** Ends the session of {@code token}, if it is one; a device stays known. */
    public void signOut(String token) {
        var hash = Tokens.hash(token);
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", hash)
                .execute());
        bearers.computeIfPresent(hash, (same, bearer) -> bearer.expiresAt() == null ? bearer : null);
    }

    /**
     * Adds a kiosk, a board or a tablet.
     *
     * @return its token, shown this once: only its hash is kept
     * @throws NotAdded when the name is taken by a device or cannot be shown
     */
    public String addDevice(Role role, String name) {
        if (!isDevice(role)) throw new IllegalArgumentException("not the role of a device: " + role);
        var shownName = shown(name);
        var token = Tokens.fresh();
        var added = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO device"
                        + " (hall, name, role, token_hash, created_at) VALUES (:hall, :name, :role, :hash, :now)"
                        + " ON CONFLICT (hall, name) DO NOTHING")
                .bind("hall", hall)
                .bind("name", shownName)
                .bind("role", role.name())
                .bind("hash", Tokens.hash(token))
                .bind("now", clock.millis())
                .execute());
        if (added == 0) throw new NameTaken(shownName);
        bearers.put(Tokens.hash(token), new Bearer(new Actor(role, shownName, shownName), null));
        return token;
    }

    /**
     * Adds somebody who works in the hall.
     *
     * @param name to sign in with, in capital or small letters
     * @param shownAs what visitors and colleagues see
     * @param password at least 8 characters, as long as one likes, and none that everybody tries first
     * @throws NotAdded when the name is taken by a person, a name cannot be shown, or the password is too easy
     */
    public void addPerson(Role role, String name, String shownAs, String password) {
        if (isDevice(role)) throw new IllegalArgumentException("not the role of a person: " + role);
        var actor = new Actor(role, signInName(shown(name)), shown(shownAs));
        var composed = Words.composed(password);
        PasswordRules.fault(actor.name(), composed).ifPresent(fault -> {
            throw new BadPassword(fault);
        });
        var added = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO person"
                        + " (hall, name, shown_as, role, password_hash, created_at)"
                        + " VALUES (:hall, :name, :shownAs, :role, :hash, :now) ON CONFLICT (hall, name) DO NOTHING")
                .bind("hall", hall)
                .bind("name", actor.name())
                .bind("shownAs", actor.shownAs())
                .bind("role", role.name())
                .bind("hash", PasswordHash.of(composed).phc())
                .bind("now", clock.millis())
                .execute());
        if (added == 0) throw new NameTaken(actor.name());
    }

    private static boolean isDevice(Role role) {
        return switch (role) {
            case KIOSK, BOARD, TABLET -> true;
            case CLERK, HOST, MANAGER, ADMIN -> false;
        };
    }

    private static String shown(String name) {
        Words.fault(name).ifPresent(fault -> {
            throw new BadName(fault);
        });
        return Words.composed(name).strip();
    }

    /** Touch keyboards write a capital first, whether one wants it or not. */
    private static String signInName(String name) {
        return Words.composed(name).strip().toLowerCase(Locale.ROOT);
    }

    private void forgetExpired(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM session WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute());
        bearers.values().removeIf(bearer -> !bearer.isValidAt(now));
    }

    private void rememberAll() {
        jdbi.useHandle(handle -> handle.createQuery(BEARERS)
                .bind("hall", hall)
                .map((row, context) -> Map.entry(row.getString("token_hash"), bearer(row)))
                .forEach(entry -> bearers.put(entry.getKey(), entry.getValue())));
    }

    private Bearer saved(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery(BEARERS + " WHERE token_hash = :hash")
                .bind("hall", hall)
                .bind("hash", hash)
                .map((row, context) -> bearer(row))
                .findOne()
                .orElse(null));
    }

    private static Bearer bearer(ResultSet row) throws SQLException {
        var expires = row.getObject("expires_at") != null;
        return new Bearer(actor(row), expires ? Instant.ofEpochMilli(row.getLong("expires_at")) : null);
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(Role.valueOf(row.getString("role")), row.getString("name"), row.getString("shown_as"));
    }
}
