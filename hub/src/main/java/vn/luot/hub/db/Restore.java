package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.FolderLock;
import vn.luot.protocol.program.OwnersFile;

/** Puts a backup in the place of a hub's data, which is kept aside, and starts a new life of the store. */
public final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final List<String> SIDE_FILES = List.of("", "-wal", "-shm");

    private final Path backup;
    private final Passphrase passphrase;
    private final boolean acceptLoss;
    private final Clock clock;
    private final Witness witness;

    /** @param acceptLoss go on although present data has what the backup has not, or cannot be read */
    public Restore(Path backup, Passphrase passphrase, boolean acceptLoss, Clock clock, Witness witness) {
        this.backup = backup;
        this.passphrase = passphrase;
        this.acceptLoss = acceptLoss;
        this.clock = clock;
        this.witness = witness;
    }

    /** Whoever notes, where nobody can take it back unseen, that there was a restore. */
    @FunctionalInterface
    public interface Witness {
        /**
         * @param fresh what will take the place of the present data
         * @param starting begins the new life; noted with it, both or neither
         */
        void restores(Database fresh, int epoch, Consumer<Handle> starting);
    }

    /**
     * @param said what an operator must know, in both languages, a line each
     */
    public record Restored(int epoch, long steps, long tickets, List<String> said) {}

    /**
     * @param file of the database
     * @throws CannotStart when the backup is damaged or another centre's, or something would be lost unaccepted; the
     *     present data is untouched then
     */
    public Restored to(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Trouble.READ_ONLY.with(file, e);
        }
        var lock = FolderLock.of(file.toAbsolutePath().getParent());
        try {
            LeftOver.ofRestores(file.toAbsolutePath().getParent());
            return restored(file.toAbsolutePath());
        } catch (BrokenBackup e) {
            throw new CannotStart(
                    "không khôi phục được từ " + backup + ": " + e.vi() + "; dữ liệu hiện có còn nguyên",
                    "the backup cannot be restored: " + e.getMessage() + "; the present data is untouched",
                    e);
        } catch (IOException | SQLException | JdbiException e) {
            throw new CannotStart(
                    "không khôi phục được từ " + backup + ", hãy kiểm tra tệp, chỗ trống và quyền",
                    "the backup cannot be restored; check the file, the room and the permissions (" + e.getMessage()
                            + ")",
                    e);
        } finally {
            lock.close();
        }
    }

    private Restored restored(Path file) throws IOException, SQLException {
        var opened = BackupFile.open(backup);
        var desk = Files.createTempDirectory(file.getParent(), LeftOver.RESTORE);
        var fresh = desk.resolve(file.getFileName());
        try {
            opened.unpack(fresh, passphrase);
            check(fresh, opened.header().contents());
            var said = new ArrayList<String>();
            var loss = loss(fresh, file, opened.header().contents(), said);
            var epoch = startLife(fresh, loss.map(Loss::epoch).orElse(0));
            keepAside(file, said);
            OwnersFile.putInPlace(fresh, file);
            var contents = opened.header().contents();
            return new Restored(epoch, contents.steps(), contents.tickets(), said);
        } finally {
            LeftOver.throwAway(desk);
        }
    }

    private void check(Path fresh, Contents promised) throws SQLException, IOException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + fresh);
        try (var connection = source.getConnection()) {
            var found = Contents.texts(connection, "PRAGMA integrity_check");
            if (!found.equals(List.of("ok"))) {
                throw new BrokenBackup(
                        "cơ sở dữ liệu trong đó hỏng", "the database in it is damaged: " + found.get(0), null);
            }
            if (!Contents.of(connection).equals(promised)) {
                throw new BrokenBackup(
                        "nội dung không khớp phần đầu tệp", "what is in it is not what its head says", null);
            }
        }
    }

    private Optional<Loss> loss(Path fresh, Path file, Contents contents, List<String> said) {
        if (Files.notExists(file)) {
            said.add("Không có dữ liệu cũ để so: những gì sau bản sao lưu này đã mất / there is no older data to"
                    + " compare with: whatever came after this backup is lost");
            return Optional.empty();
        }
        var loss = compared(fresh, file);
        if (loss.isEmpty()) {
            loseTheUnknown(said);
        } else if (loss.get().isAnotherCentres(contents)) {
            throw new CannotStart(
                    "bản sao lưu của trung tâm khác; dữ liệu hiện có còn nguyên",
                    "the backup is another centre's; the present data is untouched");
        } else if (!loss.get().isNothing()) {
            lose(loss.get(), said);
        }
        return loss;
    }

    /** Empty when the present data cannot be read. */
    private Optional<Loss> compared(Path fresh, Path file) {
        try {
            // Also makes of an older program's data what can be compared.
            Database.open(file, clock);
            return Optional.of(Loss.between(fresh, file));
        } catch (SQLException | CannotStart e) {
            LOG.debug("the present data cannot be read", e);
            return Optional.empty();
        }
    }

    private void lose(Loss loss, List<String> said) {
        if (!acceptLoss) {
            throw new CannotStart(
                    "bản sao lưu cũ hơn dữ liệu hiện có: sẽ mất " + loss.vi()
                            + "; muốn tiếp tục hãy thêm --accept-loss",
                    "the backup is older than the present data: " + loss.en()
                            + " would be lost; to go on add that option");
        }
        said.add("Đã mất " + loss.vi() + " / lost: " + loss.en());
        if (!loss.revoked().isEmpty()) {
            var names = String.join(", ", loss.revoked());
            said.add("Mã đã thu hồi của thiết bị nay vào lại được, hãy thu hồi lại: " + names
                    + " / revoked tokens of devices are let in again; revoke these devices: " + names);
        }
        if (!loss.people().isEmpty()) {
            var names = String.join(", ", loss.people());
            said.add("Tài khoản trở lại như lúc sao lưu: mật khẩu, vai trò, xác thực hai bước, việc bị khoá hay không;"
                    + " hãy xem lại: " + names
                    + " / accounts are as they were at the backup: passwords, roles and second factors, let in or shut"
                    + " out as then; look at them: " + names);
        }
        if (!loss.added().isEmpty()) {
            var names = String.join(", ", loss.added());
            said.add("Tài khoản thêm sau lúc sao lưu không còn, hãy thêm lại: " + names
                    + " / accounts that were added since the backup are gone; add them anew: " + names);
        }
    }

    private void loseTheUnknown(List<String> said) {
        if (!acceptLoss) {
            throw new CannotStart(
                    "không đọc được dữ liệu hiện có nên không biết sẽ mất gì; muốn tiếp tục hãy thêm --accept-loss",
                    "the present data cannot be read, so nobody knows what is lost; to go on add that option");
        }
        said.add("Không đọc được dữ liệu cũ: không biết đã mất gì / the older data cannot be read: what is lost is"
                + " not known");
    }

    private int startLife(Path fresh, int presentEpoch) throws SQLException {
        var database = Database.open(fresh, clock);
        var epoch = Math.max(Life.of(database).epoch() + 1, Math.max(presentEpoch + 1, minutes()));
        witness.restores(database, epoch, handle -> {
            handle.execute(
                    "INSERT INTO epoch (epoch, at, cause, steps) VALUES (?, ?, 'RESTORED', (SELECT count(*) FROM step))",
                    epoch,
                    clock.millis());
            // Nobody stays signed in: who was signed out or let go since the backup must not come back.
            handle.execute("DELETE FROM session");
        });
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return epoch;
    }

    /** Since 1970: two restores of one backup, on machines that know nothing of each other, get different epochs. */
    private int minutes() {
        return (int) Duration.ofMillis(clock.millis()).toMinutes();
    }

    private void keepAside(Path file, List<String> said) throws IOException {
        if (Files.notExists(file)) return;
        var aside = Files.createTempDirectory(file.getParent(), "replaced-");
        for (var suffix : SIDE_FILES) {
            var old = Path.of(file + suffix);
            if (Files.exists(old)) Files.move(old, aside.resolve(old.getFileName()));
        }
        said.add("Dữ liệu cũ được giữ trong " + aside + " / the older data is kept there");
    }
}
