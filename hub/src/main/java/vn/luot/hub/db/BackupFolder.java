package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/** Where backups are kept. Those that are made daily carry their time in their name and are thrown away when old. */
public final class BackupFolder {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'luot-'uuuuMMdd'T'HHmmss'Z.backup'").withZone(ZoneOffset.UTC);

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    static BackupFolder beside(Path database) {
        return new BackupFolder(database.toAbsolutePath().resolveSibling("backups"));
    }

    /** A backup that was made: where, and how many steps and tickets are in it. */
    public record Made(Path file, long steps, long tickets) {}

    /**
     * Makes a consistent backup of {@code database}, beside whoever writes to it.
     *
     * @throws CannotStart when it cannot be made
     */
    public Made make(Database database, Passphrase passphrase, Clock clock) {
        try {
            return make(database, NAME.format(clock.instant()), passphrase, clock);
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "không sao lưu được vào " + folder + ": hãy kiểm tra chỗ trống và quyền",
                    "the backup cannot be made; check the room and the permissions (" + e.getMessage() + ")",
                    e);
        }
    }

    Made make(Database database, String name, Passphrase passphrase, Clock clock) throws IOException, SQLException {
        Files.createDirectories(folder);
        LeftOver.ofBackups(folder, clock.instant());
        // Readable for its owner only, and so all that is made in it.
        var desk = Files.createTempDirectory(folder, LeftOver.BACKUP);
        var snapshot = desk.resolve("snapshot.db");
        var part = desk.resolve(name);
        try {
            copy(database, snapshot);
            var contents = contents(snapshot);
            BackupFile.write(part, snapshot, contents, passphrase, clock.instant());
            var file = folder.resolve(name);
            OwnersFile.putInPlace(part, file);
            return new Made(file, contents.steps(), contents.tickets());
        } finally {
            LeftOver.throwAway(desk);
        }
    }

    /** One reading transaction from beginning to end: the writer goes on in the write-ahead log meanwhile. */
    private static void copy(Database database, Path snapshot) throws SQLException {
        try (var connection = database.connect();
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, snapshot.toString());
            copy.execute();
        }
    }

    static Contents contents(Path database) throws SQLException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database);
        source.setReadOnly(true);
        try (var connection = source.getConnection()) {
            return Contents.of(connection);
        }
    }

    /** When the newest of the daily backups was made. */
    public Optional<Instant> newest() {
        return daily().stream()
                .map(BackupFolder::madeAt)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** Throws daily backups away that are older than {@code days}; leaves every other file alone. */
    public void keep(int days, Instant now) {
        var oldest = now.minus(Period.ofDays(days));
        for (var file : daily()) {
            if (madeAt(file).orElseThrow().isBefore(oldest)) delete(file);
        }
    }

    private List<Path> daily() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> madeAt(file).isPresent()).toList();
        } catch (IOException e) {
            throw new CannotStart(
                    "không dùng được thư mục sao lưu " + folder, "the folder of backups cannot be used", e);
        }
    }

    /** One that stays must not hinder the others, nor say that none was made. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is too old to be kept, and cannot be thrown away", file, e);
        }
    }

    private static Optional<Instant> madeAt(Path file) {
        try {
            return Optional.of(Instant.from(NAME.parse(file.getFileName().toString())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
