package vn.luot.hub.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

/** Every version of one hall's plan. Thread-safe; every method waits for the disk. */
public final class PlanStore {
    private final Database database;
    private final int hall;
    private final Clock clock;
    private final Witness witness;

    public PlanStore(Database database, int hall, Clock clock, Witness witness) {
        this.database = database;
        this.hall = hall;
        this.clock = clock;
        this.witness = witness;
    }

    /** Whoever notes, where nobody can take it back unseen, what each version said. */
    @FunctionalInterface
    public interface Witness {
        /**
         * @param seal of what it says
         * @param by absent on the command line
         * @param keeping keeps it; noted with it, both or neither
         */
        void keeps(int version, String seal, Actor by, Consumer<Handle> keeping);
    }

    /** SHA-256 over a plan as it is kept, in hex. */
    public static String seal(String json) {
        return HexFormat.of().formatHex(Chain.link(Chain.beginning(), json));
    }

    /**
     * That a version was kept.
     *
     * @param by sign-in name of whoever did it; absent when it was done on the command line
     * @param shownAs the name that colleagues see; absent with {@code by}
     */
    public record Kept(int version, Instant at, String by, String shownAs) {}

    /** Empty when the hall never had such a version. */
    public Optional<Plan> version(int version) {
        var found = new ArrayList<Plan>();
        database.each(
                "SELECT json FROM plan WHERE hall = ? AND version = ?",
                row -> found.add(plan(row.getString("json"))),
                hall,
                version);
        return found.stream().findFirst();
    }

    /** Not checked again: a plan that was good stays readable when the checks grow stricter. */
    private static Plan plan(String json) {
        try {
            return Json.read(json, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a saved plan cannot be read", e);
        }
    }

    /** Newest first, those up to {@code latest}. */
    public List<Kept> versions(int latest) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT version, at, by_name, by_shown_as FROM plan"
                                + " WHERE hall = :hall AND version <= :latest ORDER BY version DESC")
                        .bind("hall", hall)
                        .bind("latest", latest)
                        .map((row, context) -> new Kept(
                                row.getInt("version"),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("by_name"),
                                row.getString("by_shown_as")))
                        .list());
    }

    /** Whether the hall has a plan at all. */
    public boolean begun() {
        var versions = new ArrayList<Integer>();
        database.each(
                "SELECT version FROM plan WHERE hall = ? LIMIT 1", row -> versions.add(row.getInt("version")), hall);
        return !versions.isEmpty();
    }

    /** Keeps a new hall's first plan, which has been checked. */
    public void begin(Plan plan) {
        keep(1, plan, null);
    }

    /**
     * Keeps {@code plan}, which has been checked.
     *
     * @param version takes the place of one that never came into force
     * @param by absent on the command line
     */
    void keep(int version, Plan plan, Actor by) {
        var json = Json.text(plan);
        witness.keeps(
                version,
                seal(json),
                by,
                handle -> handle.createUpdate("INSERT INTO plan (hall, version, json, at, by_name, by_shown_as)"
                                + " VALUES (:hall, :version, :json, :at, :by, :shownAs)"
                                + " ON CONFLICT (hall, version) DO UPDATE SET json = excluded.json, at = excluded.at,"
                                + " by_name = excluded.by_name, by_shown_as = excluded.by_shown_as")
                        .bind("hall", hall)
                        .bind("version", version)
                        .bind("json", json)
                        .bind("at", clock.millis())
                        .bind("by", by == null ? null : by.name())
                        .bind("shownAs", by == null ? null : by.shownAs())
                        .execute());
    }
}
