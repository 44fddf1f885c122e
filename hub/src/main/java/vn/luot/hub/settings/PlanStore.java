package vn.luot.hub.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.luot.hub.db.Database;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

/** Every version of one hall's plan; the latest is in force. Thread-safe; every method waits for the disk. */
public final class PlanStore {
    private final Jdbi jdbi;
    private final int hall;
    private final Clock clock;

    public PlanStore(Database database, int hall, Clock clock) {
        this.jdbi = Jdbi.create(database.source());
        this.hall = hall;
        this.clock = clock;
    }

    /** @param version 1 for a hall's first plan, then one more for each */
    public record Stored(int version, Plan plan) {}

    /** The plan in force; empty when the hall has none yet. */
    public Optional<Stored> latest() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT version, json FROM plan WHERE hall = :hall ORDER BY version DESC LIMIT 1")
                .bind("hall", hall)
                .map((row, context) -> new Stored(row.getInt("version"), plan(row.getString("json"))))
                .findOne());
    }

    /** Not checked again: a plan that was good stays readable when the checks grow stricter. */
    private static Plan plan(String json) {
        try {
            return Json.read(json, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a saved plan cannot be read", e);
        }
    }

    /** Keeps {@code plan}, which has been checked, as the next version. */
    public Stored save(Plan plan) {
        return jdbi.withHandle(handle -> handle.createQuery("INSERT INTO plan (hall, version, json, at)"
                        + " SELECT :hall, coalesce(max(version), 0) + 1, :json, :at FROM plan WHERE hall = :hall"
                        + " RETURNING version")
                .bind("hall", hall)
                .bind("json", Json.text(plan))
                .bind("at", clock.millis())
                .map((row, context) -> new Stored(row.getInt("version"), plan))
                .one());
    }
}
