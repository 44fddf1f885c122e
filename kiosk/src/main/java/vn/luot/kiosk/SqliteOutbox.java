package vn.luot.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * An outbox in a SQLite database. Waits for one fsync a write; safe for several threads. After an error the connection is
 * thrown away: a statement that met a full disk never works again.
 */
final class SqliteOutbox implements Outbox, AutoCloseable {
    static final Duration KEPT = Duration.ofDays(30);

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS intent (
              key TEXT PRIMARY KEY,
              at TEXT NOT NULL,
              request TEXT NOT NULL,
              state TEXT NOT NULL,
              receipt TEXT
            ) STRICT""";

    private final SQLiteDataSource source;
    private Connection connection;

    private SqliteOutbox(SQLiteDataSource source) {
        this.source = source;
    }

    /**
     * @param folder made when it does not exist
     * @param now what is older than {@link #KEPT} is dropped
     */
    static SqliteOutbox open(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(2_000);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("kiosk.db"));
        var outbox = new SqliteOutbox(source);
        outbox.update(TABLE);
        outbox.update("DELETE FROM intent WHERE at < ?", now.minus(KEPT).toString());
        return outbox;
    }

    @Override
    public void intend(Intent intent) throws IOException {
        update(
                "INSERT INTO intent (key, at, request, state) VALUES (?, ?, ?, ?)",
                intent.key(),
                intent.at().toString(),
                Json.text(intent.request()),
                intent.state().name());
    }

    @Override
    public void keep(Intent intent) throws IOException {
        update(
                "UPDATE intent SET state = ?, receipt = ? WHERE key = ?",
                intent.state().name(),
                intent.ticket().map(Json::text).orElse(null),
                intent.key());
    }

    @Override
    public Optional<Intent> find(String key) throws IOException {
        return select("WHERE key = ?", key).stream().findFirst();
    }

    @Override
    public List<Intent> unsettled() throws IOException {
        return select("WHERE state IN (?, ?) ORDER BY at", Intent.State.PENDING.name(), Intent.State.ISSUED.name());
    }

    /** How many tickets this kiosk gave out lately, by service. */
    synchronized Map<String, Integer> ticketsByService() throws IOException {
        var tickets = new HashMap<String, Integer>();
        var sql = "SELECT request ->> 'service', count(*) FROM intent WHERE receipt IS NOT NULL GROUP BY 1";
        try (var statement = prepared(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) tickets.put(rows.getString(1), rows.getInt(2));
            return tickets;
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            letGo();
        } catch (SQLException e) {
            throw new IOException("closing the kiosk's database", e);
        }
    }

    private void letGo() throws SQLException {
        var old = connection;
        connection = null;
        if (old != null) old.close();
    }

    private synchronized void update(String sql, String... values) throws IOException {
        try (var statement = prepared(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    private synchronized List<Intent> select(String where, String... values) throws IOException {
        var sql = "SELECT key, request, at, state, receipt FROM intent " + where;
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var intents = new ArrayList<Intent>();
            while (rows.next()) intents.add(intent(rows));
            return intents;
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        if (connection == null) connection = source.getConnection();
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
        return statement;
    }

    private IOException thrownAway(SQLException cause) {
        try {
            letGo();
        } catch (SQLException closing) {
            cause.addSuppressed(closing);
        }
        return new IOException("the kiosk's database: " + cause.getMessage(), cause);
    }

    private static Intent intent(ResultSet row) throws SQLException {
        try {
            var receipt = row.getString("receipt");
            return new Intent(
                    row.getString("key"),
                    Json.read(row.getString("request"), TicketRequest.class),
                    Instant.parse(row.getString("at")),
                    Intent.State.valueOf(row.getString("state")),
                    receipt == null ? null : Json.read(receipt, TicketReceipt.class));
        } catch (IOException e) {
            throw new SQLException("intent " + row.getString("key") + " is not readable", e);
        }
    }
}
