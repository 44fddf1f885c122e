package vn.luot.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;

/**
 * Everybody who is let in now, by the hash of their token: in memory, so that no request waits for the disk. Whoever comes in
 * was read from the disk in the same operation, and whoever is shut out is taken away by hash after the disk was told: so a
 * session that ends while it begins is not left behind here.
 */
final class Bearers {
    private static final String SAVED = """
            SELECT token_hash, role, name, shown_as, expires_at, must_change, by_password_alone, counter FROM (
                SELECT token_hash, role, name, name AS shown_as, NULL AS expires_at, 0 AS must_change,
                    0 AS by_password_alone, counter
                FROM device
                WHERE hall = ? AND revoked_at IS NULL
                UNION ALL
                SELECT token_hash, role, name, shown_as, expires_at, must_change,
                    totp_secret IS NULL AND introduced_as IS NULL AS by_password_alone, NULL AS counter
                FROM session JOIN person ON person.hall = session.hall AND person.name = session.person
                WHERE session.hall = ? AND disabled_at IS NULL)
            """;

    private final Database database;
    private final int hall;
    private final Clock clock;
    private final boolean demandsSecondFactor;
    private final Map<String, Bearer> known = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    Bearers(Database database, int hall, Clock clock, boolean demandsSecondFactor) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.demandsSecondFactor = demandsSecondFactor;
    }

    /** Somebody with a token; a person's session ends by itself. */
    static final class Bearer {
        private final Actor actor;
        private final Instant expiresAt;
        private final Owed owes;
        private final Integer counter;
        private volatile Instant usedAt;

        /**
         * @param expiresAt absent for a device
         * @param counter the only counter at which it may act; absent for all but a keypad
         */
        Bearer(Actor actor, Instant expiresAt, Owed owes, Integer counter, Instant usedAt) {
            this.actor = actor;
            this.expiresAt = expiresAt;
            this.owes = owes;
            this.counter = counter;
            this.usedAt = usedAt;
        }

        Actor actor() {
            return actor;
        }

        Owed owes() {
            return owes;
        }

        Integer counter() {
            return counter;
        }

        boolean isDevice() {
            return expiresAt == null;
        }

        Instant usedAt() {
            return usedAt;
        }

        private boolean isValidAt(Instant now) {
            return isDevice() || now.isBefore(expiresAt) && now.isBefore(usedAt.plus(idle(actor.role())));
        }

        /** Who can change the hub's settings is signed out sooner from a desk that was left. */
        private static Duration idle(Role role) {
            return switch (role) {
                case ADMIN, TECHNICIAN -> Duration.ofHours(1);
                case CLERK, HOST, MANAGER, KIOSK, BOARD, TABLET, KEYPAD, HOLDER -> Duration.ofHours(4);
            };
        }
    }

    /** Tells {@code watcher} the hash of every token that is let in no longer. */
    void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    Optional<Bearer> known(String hash) {
        return valid(known.get(hash));
    }

    /** The same without having heard of them. */
    Optional<Actor> holder(String hash) {
        return Optional.ofNullable(known.get(hash)).map(Bearer::actor);
    }

    /** Asks the disk when memory does not know. */
    Optional<Bearer> look(String hash) {
        return valid(remember(hash));
    }

    /** Takes in whom the disk knows; the same without having heard of them. */
    Bearer remember(String hash) {
        return known.computeIfAbsent(hash, this::saved);
    }

    /** Reads anew what somebody who stays owes. */
    void lookAgain(String hash) {
        if (known.computeIfPresent(hash, (same, before) -> saved(hash)) == null) ended(hash);
    }

    private Optional<Bearer> valid(Bearer bearer) {
        var now = clock.instant();
        if (bearer == null || !bearer.isValidAt(now)) return Optional.empty();
        bearer.usedAt = now;
        return Optional.of(bearer);
    }

    void remove(String hash) {
        if (known.remove(hash) != null) ended(hash);
    }

    private void ended(String hash) {
        watchers.forEach(watcher -> watcher.accept(hash));
    }

    /** When each device was last heard of, since this hub started. */
    Map<String, Instant> devicesSeen() {
        var seen = new HashMap<String, Instant>();
        for (var bearer : known.values()) {
            if (bearer.isDevice() && bearer.usedAt != null) seen.put(bearer.actor.name(), bearer.usedAt);
        }
        return seen;
    }

    /** Reads what commands and time have changed: who was shut out is gone, what grew old is thrown away. */
    void refresh() {
        var now = clock.instant();
        var over = known.entrySet().stream()
                .filter(each -> !each.getValue().isValidAt(now))
                .map(Map.Entry::getKey)
                .toList();
        database.jdbi().useHandle(handle -> throwAway(handle, over, now));
        over.forEach(this::remove);
        // Those of before the look at the disk: who signs in meanwhile is there, but was not seen.
        var before = List.copyOf(known.keySet());
        var saved = allSaved();
        for (var hash : before) if (!saved.containsKey(hash)) remove(hash);
    }

    /** Also on the disk, or a look there would bring back whoever had left their desk. */
    private static void throwAway(Handle handle, List<String> over, Instant now) {
        handle.createUpdate("DELETE FROM session WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
        for (var hash : over) {
            handle.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                    .bind("hash", hash)
                    .execute();
        }
    }

    void rememberAll() {
        known.putAll(allSaved());
    }

    private Map<String, Bearer> allSaved() {
        var saved = new HashMap<String, Bearer>();
        database.each(SAVED, row -> saved.put(row.getString("token_hash"), bearer(row)), hall, hall);
        return saved;
    }

    private Bearer saved(String hash) {
        var saved = new ArrayList<Bearer>();
        database.each(SAVED + " WHERE token_hash = ?", row -> saved.add(bearer(row)), hall, hall, hash);
        return saved.isEmpty() ? null : saved.get(0);
    }

    private Bearer bearer(ResultSet row) throws SQLException {
        var isDevice = row.getObject("expires_at") == null;
        var actor = actor(row);
        return new Bearer(
                actor,
                isDevice ? null : Instant.ofEpochMilli(row.getLong("expires_at")),
                owed(
                        actor.role(),
                        row.getBoolean("must_change"),
                        demandsSecondFactor && row.getBoolean("by_password_alone")),
                row.getObject("counter") == null ? null : row.getInt("counter"),
                isDevice ? null : clock.instant());
    }

    /** @param lacksSecondFactor which somebody should have who may do everything */
    static Owed owed(Role role, boolean mustChange, boolean lacksSecondFactor) {
        if (mustChange) return Owed.NEW_PASSWORD;
        return lacksSecondFactor && role == Role.ADMIN ? Owed.SECOND_FACTOR : Owed.NOTHING;
    }

    static Actor actor(ResultSet row) throws SQLException {
        return new Actor(Role.valueOf(row.getString("role")), row.getString("name"), row.getString("shown_as"));
    }
}
