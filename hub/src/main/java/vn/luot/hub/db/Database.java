package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.program.CannotStart;

/** The hub's embedded database: one SQLite file, whose every commit survives a power cut. */
public final class Database {
    private static final int BUSY_MILLIS = 5_000;

    /** The indexes of a long day: keys are random, so each ticket touches another of their pages. */
    private static final int CACHE_KIB = 16 * 1_024;

    private final SQLiteDataSource source;

    private Database(SQLiteDataSource source) {
        this.source = source;
    }

    /**
     * Opens the file, makes it when it is missing, and brings its tables up to date.
     *
     * @throws CannotStart when it is damaged, not ours, of a newer program, or cannot be written
     */
    public static Database open(Path file) {
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
        closeToOthers(file);
        migrate(file, source);
        return new Database(source);
    }

    /** It holds tickets' tokens and people's names; SQLite gives its side files the same permissions. */
    private static void closeToOthers(Path file) {
        try {
            if (Files.notExists(file)) Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "không ghi được tệp " + file + ", hãy kiểm tra quyền của thư mục",
                    "the file cannot be written; check the folder's permissions",
                    e);
        }
    }

    private static void migrate(Path file, SQLiteDataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    // Flyway would pass over migrations it does not know: those of a newer program.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "không mở được cơ sở dữ liệu " + file
                            + ": tệp hỏng, không ghi được, không phải của Lượt, hoặc của phiên bản mới hơn",
                    "the database cannot be opened: damaged, not writable, not Lượt's, or of a newer version ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** For libraries that open and close connections themselves. */
    public SQLiteDataSource source() {
        return source;
    }
}
