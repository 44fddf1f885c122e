package vn.luot.hub.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step.Kind;

/**
 * What a citizen's complaint can be answered from: every step that a person's will and not the order decided, and every
 * change of who may come in. Thread-safe; waits for the disk.
 */
public final class Audit {
    private static final Set<Kind> ALWAYS = EnumSet.of(
            Kind.TRANSFERRED,
            Kind.FURTHER_ADDED,
            Kind.RETURNED,
            Kind.HELD,
            Kind.RESUMED,
            Kind.PUSHED_BACK,
            Kind.CANCELLED,
            Kind.VOIDED,
            Kind.NO_SHOW,
            Kind.REPRINTED,
            Kind.PRIORITY_DECIDED,
            Kind.WALKED_IN,
            Kind.PLAN_CHANGED,
            Kind.VOTE_VOIDED,
            Kind.DAY_OPENED,
            Kind.DAY_CLOSED);

    /** Calls only when somebody chose the number, and whom a day left unserved only when they had been called. */
    private static final Set<Kind> SOMETIMES = EnumSet.of(Kind.CALLED, Kind.UNSERVED);

    private static final String STEPS = """
            SELECT seq, at, kind, role, actor, prefix, number, counter, reason
            FROM step
            WHERE hall = :hall AND at >= :from AND at < :until
              AND (kind IN (<always>)
                   OR kind = 'CALLED' AND reason LIKE 'CHOSEN;%'
                   OR kind = 'UNSERVED' AND called_at IS NOT NULL)
            ORDER BY seq""";

    /** All kinds of steps that may be in it. */
    public static Set<Kind> kinds() {
        var kinds = EnumSet.copyOf(ALWAYS);
        kinds.addAll(SOMETIMES);
        return kinds;
    }

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
                        .bindList("always", ALWAYS.stream().map(Enum::name).toList())
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
