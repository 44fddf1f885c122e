package vn.luot.hub.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Text;

/**
 * Who was let in and who changed who may come in, or what holds: appended in the transaction of the change, each entry
 * linked to the one before. Thread-safe; every method waits for the disk.
 */
public final class AccessLog {
    /** Somebody at the machine, who can do anything. */
    public static final Actor COMMAND_LINE = new Actor(Role.ADMIN, "", "Dòng lệnh");

    /** The office's provider of accounts, which says who may do what. */
    public static final Actor PROVIDER = new Actor(Role.ADMIN, "", "Tài khoản cơ quan");

    /** The names are kept: never rename one. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        SIGNED_OUT_EVERYWHERE,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        PERSON_ADDED,
        PERSON_CHANGED,
        PERSON_DISABLED,
        PERSON_ENABLED,
        DEVICE_ADDED,
        DEVICE_REVOKED,
        DEVICE_CLONED,
        RESTORED,
        /** The version is the subject, and the seal of what it says the detail. */
        PLAN_KEPT
    }

    /**
     * @param subject whom or what it was done to; empty for the actor
     * @param detail further words, such as the role given; may be empty
     */
    public record Entry(long seq, Instant at, Kind kind, Role role, String actor, String subject, String detail) {
        /** All of it, in one way only. */
        String says(int hall) {
            return Json.text(List.of(hall, seq, at.toEpochMilli(), kind, role, actor, subject, detail));
        }
    }

    private final Database database;
    private final int hall;
    private final Clock clock;

    public AccessLog(Database database, int hall, Clock clock) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
    }

    /** Keeps what was done. */
    public void note(Kind kind, Actor by, String subject, String detail) {
        note(kind, by, subject, detail, handle -> {});
    }

    /** Does something and keeps that it was done, both or neither. */
    public void note(Kind kind, Actor by, String subject, String detail, Consumer<Handle> work) {
        change(handle -> {
            work.accept(handle);
            append(handle, kind, by, subject, detail);
        });
    }

    /** Changes something and {@linkplain #append notes} it, both or neither. */
    void change(Consumer<Handle> work) {
        changing(handle -> {
            work.accept(handle);
            return null;
        });
    }

    <T> T changing(Function<Handle, T> work) {
        return database.jdbi().inTransaction(handle -> {
            // Becomes the writer before it reads anything, so that no other program's entry can come in between.
            handle.execute("DELETE FROM access_log WHERE 0");
            return work.apply(handle);
        });
    }

    void append(Handle handle, Kind kind, Actor by, String subject, String detail) {
        var last = handle.createQuery("SELECT seq, hash FROM access_log WHERE hall = :hall ORDER BY seq DESC LIMIT 1")
                .bind("hall", hall)
                .map((row, context) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .findOne()
                .orElseGet(() -> new Head(0, Chain.beginning()));
        var entry = new Entry(last.seq() + 1, clock.instant(), kind, by.role(), by.name(), subject, detail);
        handle.createUpdate("INSERT INTO access_log (hall, seq, at, kind, role, actor, subject, detail, hash)"
                        + " VALUES (:hall, :seq, :at, :kind, :role, :actor, :subject, :detail, :hash)")
                .bind("hall", hall)
                .bind("seq", entry.seq())
                .bind("at", entry.at().toEpochMilli())
                .bind("kind", kind.name())
                .bind("role", by.role().name())
                .bind("actor", by.name())
                .bind("subject", subject)
                .bind("detail", detail)
                .bind("hash", Chain.link(last.hash(), entry.says(hall)))
                .execute();
    }

    private record Head(long seq, byte[] hash) {}

    /** The first entry that is not as it was written; empty when all are. */
    public Optional<Text> fault() {
        var before = new AtomicReference<>(new Head(0, Chain.beginning()));
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("SELECT * FROM access_log WHERE hall = :hall ORDER BY seq")
                        .bind("hall", hall)
                        .map((row, context) -> new Linked(entry(row), row.getBytes("hash")))
                        .stream()
                        .filter(linked -> !linked.follows(before.getAndSet(linked.head()), hall))
                        .findFirst()
                        .map(linked -> new Text(
                                "sổ ra vào bị sửa hoặc xoá ở mục "
                                        + linked.entry().seq(),
                                "the access log was changed or cut at entry "
                                        + linked.entry().seq())));
    }

    private record Linked(Entry entry, byte[] hash) {
        Head head() {
            return new Head(entry.seq(), hash);
        }

        boolean follows(Head before, int hall) {
            return entry.seq() == before.seq() + 1 && Chain.isLinked(hash, before.hash(), entry.says(hall));
        }
    }

    /** What was noted from {@code from} on and before {@code until}, in order. */
    public List<Entry> between(Instant from, Instant until) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM access_log WHERE hall = :hall AND at >= :from AND at < :until ORDER BY seq")
                        .bind("hall", hall)
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                Kind.valueOf(row.getString("kind")),
                Role.valueOf(row.getString("role")),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
