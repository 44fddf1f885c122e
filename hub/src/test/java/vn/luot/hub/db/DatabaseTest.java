package vn.luot.hub.db;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import vn.luot.protocol.program.CannotStart;

class DatabaseTest {
    private static final String CREATE = "CREATE TABLE more (text TEXT)";

    @TempDir
    private Path folder;

    @Test
    void refusesADatabaseOfANewerProgram() throws Exception {
        var file = folder.resolve("luot.db");
        try (var connection = Database.open(file).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success)"
                    + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, '', 1, 1)");
        }

        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("(DB_TOO_NEW)");
    }

    @Test
    void givesEveryStoreANameOfItsOwnAndItsFirstLife() {
        var here = Life.of(Database.open(folder.resolve("here.db")));
        var there = Life.of(Database.open(folder.resolve("there.db")));

        assertThat(here.epoch()).isEqualTo(1);
        assertThat(here.centre()).matches("[0-9a-f]{32}").isNotEqualTo(there.centre());
        assertThat(Life.of(Database.open(folder.resolve("here.db")))).isEqualTo(here);
    }

    @Test
    void backsUpWhatWasThereBeforeItChangesTheTables() throws Exception {
        var file = folder.resolve("luot.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .target("3")
                .load()
                .migrate();
        run(file, "INSERT INTO plan (hall, version, json, at) VALUES (1, 1, 'Kế hoạch cũ', 0)");

        Database.open(file);

        var made = folder.resolve("backups").toFile().list();
        assertThat(made).singleElement(as(STRING)).matches("before-V\\d+\\.backup");
        var unpacked = folder.resolve("unpacked.db");
        BackupFile.open(folder.resolve("backups").resolve(made[0])).unpack(unpacked, Passphrase.NONE);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + unpacked)) {
            assertThat(Contents.texts(connection, "SELECT json FROM plan")).containsExactly("Kế hoạch cũ");
            // As it was: without what a later program added.
            assertThat(Contents.tables(connection)).contains("plan").doesNotContain("epoch", "booking_secret");
        }
    }

    @Test
    void makesNoBackupWhereNothingChanges() {
        Database.open(folder.resolve("luot.db"));
        Database.open(folder.resolve("luot.db"));

        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void saysWhyADatabaseCannotBeOpened() throws Exception {
        var text = Files.writeString(folder.resolve("text.db"), "đây là văn bản".repeat(300));
        refused(text, "NOT_OUR_DB");

        var foreign = folder.resolve("foreign.db");
        run(foreign, "CREATE TABLE song (title TEXT)");
        refused(foreign, "NOT_OUR_DB");

        var damaged = folder.resolve("damaged.db");
        Database.open(damaged);
        run(damaged, "PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x55);
        Files.write(damaged, bytes);
        refused(damaged, "DB_CORRUPT").hasMessageContaining("restore a backup with luot hub restore --from");

        refused(Path.of("/proc/luot.db"), "DB_READONLY");
    }

    @Test
    void saysThatADatabaseIsLocked() throws Exception {
        var file = folder.resolve("luot.db");
        try (var connection = Database.open(file).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA locking_mode = EXCLUSIVE");
            statement.executeUpdate("UPDATE epoch SET at = 1");

            refused(file, "DB_IN_USE");
        }
    }

    @Test
    void tellsAFullDiskFromOneThatCannotBeWrittenAndFromOneThatFails() throws Exception {
        var file = folder.resolve("luot.db");
        Database.open(file);

        // As full as a database can be made without filling a disk: not a page more than it has.
        told(() -> onOne(new SQLiteConfig(), file, "PRAGMA max_page_count = 1", CREATE), "DISK_FULL")
                .hasMessageContaining("make room");
        told(() -> Files.write(Path.of("/dev/full"), new byte[1]), "DISK_FULL");
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        told(() -> onOne(readOnly, file, CREATE), "DB_READONLY").hasMessageContaining("mounted read-only");
        told(() -> Files.newByteChannel(folder).read(ByteBuffer.allocate(1)), "DISK_FAILED")
                .hasMessageContaining("replace it");
    }

    private static void onOne(SQLiteConfig how, Path file, String... statements) throws SQLException {
        try (var connection = how.createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var one : statements) statement.execute(one);
        }
    }

    private static AbstractThrowableAssert<?, ?> told(ThrowingCallable deed, String code) {
        var fault = catchThrowable(deed);
        assertThat(fault).isNotNull();
        return assertThat((Throwable) Trouble.of(fault).with(Path.of("luot.db"), fault))
                .hasMessageContaining("(" + code + ")");
    }

    private static void run(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static AbstractThrowableAssert<?, ?> refused(Path file, String code) {
        return assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("không mở được cơ sở dữ liệu")
                .hasMessageContaining("(" + code + ")");
    }
}
