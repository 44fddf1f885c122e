package vn.luot.hub.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;

/**
 * What a citizen's complaint can be answered from: every step that a person's will and not the order decided, and every
 * change of who may come in. Thread-safe; waits for the disk.
 */
public final class Audit {
    /** Calls are here only when somebody chose the number. */
    private static final String STEPS = """
            SELECT seq, at, kind, role, actor, prefix, number, counter, reason
            FROM step
            WHERE hall = :hall AND at >= :from AND at < :until
              AND (kind IN ('TRANSFERRED', 'FURTHER_ADDED', 'RETURNED', 'CANCELLED', 'VOIDED', 'NO_SHOW', 'REPRINTED', 'PRIORITY_DECIDED',
                            'WALKED_IN', 'PLAN_CHANGED', 'VOTE_VOIDED', 'DAY_OPENED', 'DAY_CLOSED')
                   OR kind = 'CALLED' AND reason LIKE 'CHOSEN;%')
            ORDER BY seq""";

    private final Database database;
    private final int hall;
    private final AccessLog access;

    public Audit(Database database, int hall, AccessLog access) {
        this.database = database;
        this.hall = hall;
        this.access = access;
    }

    /**
     * @param record JOURNAL or ACCESS, which {@code seq} is of
     * @param subject number of a ticket, or name of a person or device; may be empty
     * @param counter absent when there was none
     * @param detail why, or what further; may be empty
     */
    public record Entry(
            String record,
            long seq,
            Instant at,
            String kind,
            Role role,
            String actor,
            String subject,
            Integer counter,
            String detail) {}

    /** In the order of time. */
    public List<Entry> between(Instant from, Instant until) {
        var entries = new ArrayList<>(steps(from, until));
        access.between(from, until).forEach(entry -> entries.add(entry(entry)));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private List<Entry> steps(Instant from, Instant until) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(STEPS)
                        .bind("hall", hall)
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .map((row, context) -> step(row))
                        .list());
    }

    private static Entry step(ResultSet row) throws SQLException {
        var prefix = row.getString("prefix");
        var counter = row.getInt("counter");
        var reason = row.getString("reason");
        return new Entry(
                "JOURNAL",
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("kind"),
                Role.valueOf(row.getString("role")),
                row.getString("actor"),
                prefix == null ? "" : "%s%03d".formatted(prefix, row.getInt("number")),
                counter == 0 ? null : counter,
                reason == null ? "" : reason);
    }

    private static Entry entry(AccessLog.Entry entry) {
        return new Entry(
                "ACCESS",
                entry.seq(),
                entry.at(),
                entry.kind().name(),
                entry.role(),
                entry.actor(),
                entry.subject(),
                null,
                entry.detail());
    }
}
