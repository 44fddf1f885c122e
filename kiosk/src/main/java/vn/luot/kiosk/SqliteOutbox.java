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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * An outbox in a SQLite database. Waits for one fsync a write, and once a day for two more; safe for several threads. After an error the connection is
 * thrown away: a statement that met a full disk never works again.
 */
final class SqliteOutbox implements Outbox, AutoCloseable {
    static final Duration KEPT = Duration.ofDays(30);

    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS intent (
              key TEXT PRIMARY KEY,
              at TEXT NOT NULL,
              request TEXT NOT NULL,
              state TEXT NOT NULL,
              receipt TEXT
            ) STRICT""", """
            CREATE TABLE IF NOT EXISTS given (
              key TEXT PRIMARY KEY,
              epoch INTEGER NOT NULL,
              day TEXT NOT NULL,
              upload TEXT NOT NULL
            ) STRICT""", """
            CREATE TABLE IF NOT EXISTS block (
              service TEXT NOT NULL,
              prefix TEXT NOT NULL,
              first INTEGER NOT NULL,
              last INTEGER NOT NULL,
              epoch INTEGER NOT NULL,
              day TEXT NOT NULL,
              next INTEGER NOT NULL,
              home TEXT NOT NULL,
              UNIQUE (service, first, epoch, day)
            ) STRICT""", """
            CREATE TABLE IF NOT EXISTS note (
              name TEXT PRIMARY KEY,
              text TEXT NOT NULL
            ) STRICT""");

    private static final String KEEP_BLOCK = """
            INSERT INTO block (service, prefix, first, last, epoch, day, next, home) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (service, first, epoch, day) DO UPDATE SET next = excluded.next""";

    private static final String FORGET = """
            DELETE FROM intent WHERE at < ? AND state NOT IN ('PENDING', 'ISSUED')
            AND key NOT IN (SELECT key FROM given WHERE upload = 'WAITING')""";

    private final SQLiteDataSource source;
    private final String home;
    private Connection connection;
    private volatile Instant forgotAt;

    private SqliteOutbox(SQLiteDataSource source, String home) {
        this.source = source;
        this.home = home;
    }

    /**
     * Blocks of numbers that were kept elsewhere are dropped: whoever copied this folder may give them, too.
     *
     * @param folder made when it does not exist
     * @param now what is older than {@link #KEPT} is dropped
     */
    static SqliteOutbox open(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("kiosk.db");
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(2_000);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        for (var table : TABLES) new SqliteOutbox(source, "").once(table);
        var outbox = new SqliteOutbox(source, Home.of(file));
        outbox.update("DELETE FROM block WHERE home <> ?", outbox.home);
        outbox.forgetOld(now);
        return outbox;
    }

    /** Only what is settled: by a clock that is wrong everything is old. */
    private void forgetOld(Instant now) throws IOException {
        update(FORGET, now.minus(KEPT).toString());
        update("DELETE FROM given WHERE key NOT IN (SELECT key FROM intent)");
        forgotAt = now;
    }

    private void once(String sql) throws IOException {
        try (this) {
            update(sql);
        }
    }

    @Override
    public void intend(Intent intent) throws IOException {
        // A kiosk may run for a year, and its clock may be set back.
        var isSameDay = !intent.at().isBefore(forgotAt) && intent.at().isBefore(forgotAt.plus(Duration.ofDays(1)));
        if (!isSameDay) forgetOld(intent.at());
        update(
                "INSERT INTO intent (key, at, request, state) VALUES (?, ?, ?, ?)",
                intent.key(),
                intent.at().toString(),
                Json.text(intent.request()),
                intent.state().name());
    }

    @Override
    public void keep(Intent intent) throws IOException {
        together(() -> write(intent));
    }

    @Override
    public void give(Intent intent, Block after) throws IOException {
        together(() -> {
            write(intent);
            write(after);
        });
    }

    private void write(Intent intent) throws SQLException {
        run(
                "UPDATE intent SET state = ?, receipt = ? WHERE key = ?",
                intent.state().name(),
                intent.ticket().map(Json::text).orElse(null),
                intent.key());
        if (!intent.isOffline()) return;
        run(
                "INSERT INTO given (key, epoch, day, upload) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (key) DO UPDATE SET upload = excluded.upload",
                intent.key(),
                "" + intent.given().epoch(),
                intent.given().day().toString(),
                intent.given().upload().name());
    }

    @Override
    public Optional<Intent> find(String key) throws IOException {
        return intents("WHERE intent.key = ?", key).stream().findFirst();
    }

    @Override
    public List<Intent> unsettled() throws IOException {
        return intents("WHERE state IN (?, ?) ORDER BY at", Intent.State.PENDING.name(), Intent.State.ISSUED.name());
    }

    @Override
    public List<Intent> toUpload() throws IOException {
        return intents("WHERE upload = ? ORDER BY given.rowid", Given.Upload.WAITING.name());
    }

    @Override
    public List<Intent> unwanted() throws IOException {
        return intents("WHERE upload = ? ORDER BY given.rowid", Given.Upload.REFUSED.name());
    }

    @Override
    public List<Block> blocks() throws IOException {
        return rows("SELECT * FROM block ORDER BY rowid", SqliteOutbox::block);
    }

    @Override
    public void keep(Block block) throws IOException {
        together(() -> write(block));
    }

    private void write(Block block) throws SQLException {
        var numbers = block.numbers();
        run(
                KEEP_BLOCK,
                numbers.service(),
                numbers.prefix(),
                "" + numbers.first(),
                "" + numbers.last(),
                "" + numbers.epoch(),
                numbers.day().toString(),
                "" + block.next(),
                home);
    }

    @Override
    public void drop(Block block) throws IOException {
        var numbers = block.numbers();
        update(
                "DELETE FROM block WHERE service = ? AND first = ? AND epoch = ? AND day = ?",
                numbers.service(),
                "" + numbers.first(),
                "" + numbers.epoch(),
                numbers.day().toString());
    }

    @Override
    public Optional<String> note(String name) throws IOException {
        return rows("SELECT text FROM note WHERE name = ?", row -> row.getString(1), name).stream()
                .findFirst();
    }

    @Override
    public void note(String name, String text) throws IOException {
        update(
                "INSERT INTO note (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text",
                name,
                text);
    }

    /** How many tickets this kiosk gave out lately, by service. */
    Map<String, Integer> ticketsByService() throws IOException {
        var tickets = new HashMap<String, Integer>();
        rows(
                "SELECT receipt ->> 'service', count(*) FROM intent WHERE receipt IS NOT NULL GROUP BY 1",
                row -> tickets.put(row.getString(1), row.getInt(2)));
        return tickets;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            letGo();
        } catch (SQLException e) {
            throw new IOException("closing the kiosk's database", e);
        }
    }

    private interface Writes {
        void run() throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void update(String sql, String... values) throws IOException {
        together(() -> run(sql, values));
    }

    /** All of it, or nothing. */
    private synchronized void together(Writes writes) throws IOException {
        try {
            open().setAutoCommit(false);
            writes.run();
            connection.commit();
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    private void run(String sql, String... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private List<Intent> intents(String where, String... values) throws IOException {
        var sql = "SELECT intent.key, request, at, state, receipt, epoch, day, upload"
                + " FROM intent LEFT JOIN given ON given.key = intent.key " + where;
        return rows(sql, SqliteOutbox::intent, values);
    }

    private synchronized <T> List<T> rows(String sql, Row<T> read, String... values) throws IOException {
        try {
            open().setAutoCommit(true);
            var found = new ArrayList<T>();
            try (var statement = prepared(sql, values);
                    var rows = statement.executeQuery()) {
                while (rows.next()) found.add(read.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    private Connection open() throws SQLException {
        if (connection == null) connection = source.getConnection();
        return connection;
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
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

    private void letGo() throws SQLException {
        var old = connection;
        connection = null;
        if (old != null) old.close();
    }

    private static Intent intent(ResultSet row) throws SQLException {
        try {
            var receipt = row.getString("receipt");
            return new Intent(
                    row.getString("key"),
                    Json.read(row.getString("request"), TicketRequest.class),
                    Instant.parse(row.getString("at")),
                    Intent.State.valueOf(row.getString("state")),
                    receipt == null ? null : Json.read(receipt, TicketReceipt.class),
                    given(row));
        } catch (IOException e) {
            throw new SQLException("intent " + row.getString("key") + " is not readable", e);
        }
    }

    private static Given given(ResultSet row) throws SQLException {
        var upload = row.getString("upload");
        return upload == null
                ? null
                : new Given(row.getInt("epoch"), LocalDate.parse(row.getString("day")), Given.Upload.valueOf(upload));
    }

    private static Block block(ResultSet row) throws SQLException {
        var numbers = new NumberBlock(
                row.getString("service"),
                row.getString("prefix"),
                row.getInt("first"),
                row.getInt("last"),
                row.getInt("epoch"),
                LocalDate.parse(row.getString("day")));
        return new Block(numbers, row.getInt("next"));
    }
}
