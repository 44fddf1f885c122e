package vn.luot.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.AccessLog.Kind;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.Text;

/** The kiosks, boards and tablets of the hall. Thread-safe; every method waits for the disk. */
public final class Devices {
    private static final Logger LOG = LoggerFactory.getLogger(Devices.class);
    private static final Text NUMBER = new Text(
            "có số giấy tờ hoặc số điện thoại, hãy bỏ số đó", "has the number of a card or a telephone: leave it out");

    private final Database database;
    private final int hall;
    private final Clock clock;
    private final AccessLog log;
    private final Bearers bearers;
    /** When a second device with the same token was seen, by the token's hash: its name may be given again. */
    private final Map<String, Instant> clonedAt = new ConcurrentHashMap<>();

    Devices(Database database, int hall, Clock clock, AccessLog log, Bearers bearers) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.log = log;
        this.bearers = bearers;
    }

    /**
     * @param seenAt when the hub last heard of it; absent for never
     * @param clonedAt when another with its token was there at the same time; absent for not since the hub started
     */
    public record Device(
            String name, Role role, Instant createdAt, Instant seenAt, boolean revoked, Instant clonedAt) {}

    public List<Device> all() {
        var seen = bearers.devicesSeen();
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM device WHERE hall = :hall ORDER BY name")
                        .bind("hall", hall)
                        .map((row, context) -> device(row, seen))
                        .list());
    }

    private Device device(ResultSet row, Map<String, Instant> seen) throws SQLException {
        var saved = row.getLong("seen_at");
        var isRevoked = row.getObject("revoked_at") != null;
        return new Device(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                seen.getOrDefault(row.getString("name"), saved == 0 ? null : Instant.ofEpochMilli(saved)),
                isRevoked,
                isRevoked ? null : clonedAt.get(row.getString("token_hash")));
    }

    /**
     * Adds a kiosk, a board or a tablet. A name whose device was revoked may be given again.
     *
     * @return its token, shown this once: only its hash is kept
     * @throws AccessRefused when the name is a device's or cannot be shown
     */
    public String add(Actor by, Role role, String name) {
        if (!isDevice(role) || role == Role.KEYPAD)
            throw new IllegalArgumentException("not the role of a device: " + role);
        return add(by, role, name, null);
    }

    /**
     * Adds a keypad, which may act at one counter only.
     *
     * @return its token, shown this once: only its hash is kept
     * @throws AccessRefused when the name is a device's or cannot be shown
     */
    public String addKeypad(Actor by, int counter, String name) {
        return add(by, Role.KEYPAD, name, counter);
    }

    private String add(Actor by, Role role, String name, Integer counter) {
        var shownName = shown(name);
        var token = Tokens.fresh();
        var hash = Tokens.hash(token);
        log.change(handle -> {
            var added = handle.createUpdate(
                            "INSERT INTO device (hall, name, role, token_hash, created_at, counter)"
                                    + " VALUES (:hall, :name, :role, :hash, :now, :counter)"
                                    + " ON CONFLICT (hall, name) DO UPDATE SET role = :role, token_hash = :hash,"
                                    + " created_at = :now, counter = :counter, revoked_at = NULL, seen_at = NULL WHERE revoked_at IS NOT NULL")
                    .bind("hall", hall)
                    .bind("name", shownName)
                    .bind("role", role.name())
                    .bind("hash", hash)
                    .bind("now", clock.millis())
                    .bind("counter", counter)
                    .execute();
            if (added == 0) throw AccessRefused.nameTaken(shownName);
            log.append(handle, Kind.DEVICE_ADDED, by, shownName, role.name());
        });
        bearers.remember(hash);
        return token;
    }

    /** Notes that two live devices bear one token: somebody copied it. */
    public void noteClone(Actor device, String token) {
        if (clonedAt.putIfAbsent(Tokens.hash(token), clock.instant()) != null) return;
        LOG.warn("Two devices are here with the token of {}: revoke it and pair them anew", device.name());
        log.note(Kind.DEVICE_CLONED, device, device.name(), "");
    }

    /** Names of devices whose token somebody copied and that is let in still, as far as seen since the hub started. Never waits. */
    public List<String> cloned() {
        return clonedAt.keySet().stream()
                .flatMap(hash -> bearers.holder(hash).stream())
                .map(Actor::name)
                .sorted()
                .toList();
    }

    /** Shuts a device out for good: it is at the door at once, and its feed ends. */
    public void revoke(Actor by, String name) {
        var hash = log.changing(handle -> {
            var revoked = handle.createQuery("UPDATE device SET revoked_at = :now"
                            + " WHERE hall = :hall AND name = :name AND revoked_at IS NULL RETURNING token_hash")
                    .bind("now", clock.millis())
                    .bind("hall", hall)
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> AccessRefused.noSuchDevice(name));
            log.append(handle, Kind.DEVICE_REVOKED, by, name, "");
            return revoked;
        });
        bearers.remove(hash);
    }

    /** Whether this was the token of a device that was shut out and whose name was not given again. */
    public boolean isRevoked(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM device"
                                        + " WHERE hall = :hall AND token_hash = :hash AND revoked_at IS NOT NULL")
                                .bind("hall", hall)
                                .bind("hash", Tokens.hash(token))
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Keeps when each device was last heard of; due every minute. */
    public void keepSeen() {
        var seen = bearers.devicesSeen();
        if (seen.isEmpty()) return;
        database.jdbi().useTransaction(handle -> {
            var batch = handle.prepareBatch("UPDATE device SET seen_at = :at WHERE hall = :hall AND name = :name");
            seen.forEach((name, at) -> batch.bind("at", at.toEpochMilli())
                    .bind("hall", hall)
                    .bind("name", name)
                    .add());
            batch.execute();
        });
    }

    public static boolean isDevice(Role role) {
        return switch (role) {
            case KIOSK, BOARD, TABLET, KEYPAD -> true;
            case CLERK, HOST, MANAGER, TECHNICIAN, ADMIN, HOLDER -> false;
        };
    }

    static String shown(String name) {
        Words.fault(name).ifPresent(fault -> {
            throw AccessRefused.badName(fault);
        });
        if (Words.holdNumberOfAPerson(name)) throw AccessRefused.badName(NUMBER);
        return Words.composed(name).strip();
    }
}
