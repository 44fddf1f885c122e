package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/** The hub's embedded database: one SQLite file, whose every commit survives a power cut. */
public final class Database {
    private static final int BUSY_MILLIS = 5_000;

    /** What is written is at the end of its table, so a few pages are enough; reports read past them anyway. */
    private static final int CACHE_KIB = 4 * 1_024;

    private final Path file;
    private final SQLiteDataSource source;
    private Jdbi jdbi;

    private Database(Path file, SQLiteDataSource source) {
        this.file = file;
        this.source = source;
    }

    /** Loads the driver, which takes longer than the first question to a database. */
    public static void wake() {
        try {
            source(Path.of(":memory:")).getConnection().close();
        } catch (SQLException e) {
            // Whoever opens the database meets it too, and can say which.
        }
    }

    public static Database open(Path file) {
        return open(file, Clock.systemUTC());
    }

    /**
     * Opens the file, makes it when it is missing, and brings its tables up to date; what was there is backed up before.
     *
     * @throws CannotStart when it is damaged, not ours, of a newer program, or cannot be written
     */
    public static Database open(Path file, Clock clock) {
        closeToOthers(file);
        var database = new Database(file, source(file));
        try {
            if (!database.isUpToDate()) database.bringUpToDate(clock);
            return database;
        } catch (FlywayException | SQLException | IOException e) {
            throw Trouble.of(e).with(file, e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // NORMAL loses acknowledged tickets when the power goes; FULL does not.
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // The driver would otherwise ask for the last row's number after every statement.
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-CACHE_KIB);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** It holds tickets' tokens and people's names; SQLite gives its side files the same permissions. */
    private static void closeToOthers(Path file) {
        try {
            if (Files.notExists(file)) Files.createFile(file);
            OwnersFile.closeToOthers(file);
        } catch (IOException e) {
            throw Trouble.of(e).with(file, e);
        }
    }

    private static Flyway flyway(SQLiteDataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                // Flyway would pass over migrations it does not know: those of a newer program.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    private void bringUpToDate(Clock clock) throws SQLException, IOException {
        var flyway = flyway(source);
        backUpBefore(flyway, clock);
        flyway.migrate();
    }

    /** Whether the last migration was this program's last: Flyway takes half a second to find out the same. */
    private boolean isUpToDate() throws SQLException, IOException {
        try (var connection = connect()) {
            if (!Contents.tables(connection).contains(Contents.HISTORY)) return false;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT script, min(success) OVER () FROM " + Contents.HISTORY
                            + " ORDER BY installed_rank DESC LIMIT 1")) {
                return row.next() && row.getBoolean(2) && Migrations.newest().equals(row.getString(1));
            }
        }
    }

    private void backUpBefore(Flyway flyway, Clock clock) throws SQLException, IOException {
        try (var connection = connect()) {
            var tables = Contents.tables(connection);
            if (tables.isEmpty()) return;
            if (!tables.contains(Contents.HISTORY)) throw Trouble.NOT_OURS.with(file, null);
        }
        var info = flyway.info();
        var newest = info.pending();
        if (newest.length == 0) return;
        var name = "before-V" + newest[newest.length - 1].getVersion() + ".backup";
        BackupFolder.beside(file).make(this, name, Passphrase.NONE, clock);
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** What is damaged in the file itself; empty when nothing is. */
    public List<Text> faults() {
        try (var connection = connect()) {
            return Contents.texts(connection, "PRAGMA integrity_check").stream()
                    .filter(line -> !line.equals("ok"))
                    .map(line -> new Text("tệp cơ sở dữ liệu hỏng: " + line, "the file is damaged: " + line))
                    .toList();
        } catch (SQLException e) {
            throw Trouble.of(e).with(file, e);
        }
    }

    /** Opens and closes connections of its own for each question; made when it is first asked for. */
    public synchronized Jdbi jdbi() {
        if (jdbi == null) jdbi = Jdbi.create(source);
        return jdbi;
    }

    /** Takes a row of an answer. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Asks without {@link #jdbi}, for the few questions of every start: to load it takes as long as a quarter of the start.
     *
     * @param values of the question marks, in their order
     * @throws CannotStart when the database cannot be read
     */
    public void each(String query, RowReader reader, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        } catch (SQLException e) {
            throw Trouble.of(e).with(file, e);
        }
    }

    Path file() {
        return file;
    }
}
