package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.db.Database;
import vn.luot.hub.db.Life;
import vn.luot.hub.db.Passphrase;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;

/** Backups of a hub at work, and what becomes of them. */
class BackupTest {
    private static final String PASSPHRASE = "mưa dầm thấm lâu ngày";

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path backup(String... options) {
        var args = new ArrayList<>(List.of("backup"));
        args.addAll(List.of(options));
        var out = Commands.on(data(), args.toArray(String[]::new)).could().out();
        return Path.of(out.substring(out.lastIndexOf(": ") + 2).strip());
    }

    private static Commands.Ended restore(Path data, Path from, String... options) {
        var args = new ArrayList<>(List.of("restore", "--from", from.toString()));
        args.addAll(List.of(options));
        return Commands.on(data, args.toArray(String[]::new));
    }

    private Path passphrase(String words) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "passphrase", ""), words + "\n");
    }

    private static Map<String, Long> rows(Path data) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : List.of("step", "ticket", "person", "device", "plan")) {
            rows.put(table, Long.valueOf(ask(data, "SELECT count(*) FROM " + table)));
        }
        return rows;
    }

    private static String ask(Path data, String query) throws SQLException {
        try (var connection = database(data).connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Database database(Path data) {
        return Database.open(data.resolve("luot.db"));
    }

    @Test
    void aBackupMadeWhileTicketsAreTakenIsWhole() throws Exception {
        var restored = folder.resolve("restored");
        try (var hub = RunningHub.atWork(data())) {
            var kiosk = hub.as(Role.KIOSK);
            var enough = new AtomicBoolean();
            var taken = CompletableFuture.supplyAsync(() -> {
                var last = 0L;
                while (!enough.get()) last = kiosk.take("land").id();
                return last;
            });
            Path last = null;
            for (var i = 0; i < 3; i++)
                last = backup("--to", folder.resolve("b" + i).toString());
            enough.set(true);
            assertThat(taken.get()).isPositive();
            restore(restored, last).could();
        }

        assertThat(ask(restored, "SELECT max(seq) - count(*) FROM step")).isEqualTo("0");
        assertThat(ask(restored, "SELECT count(*) FROM step WHERE ticket = seq"))
                .isEqualTo(ask(restored, "SELECT count(*) FROM ticket"));
    }

    @Test
    void aRestoredHubGoesOnWithTheSameRowsInANewLife() throws Exception {
        TicketReceipt ticket;
        String token;
        try (var hub = RunningHub.atWork(data())) {
            ticket = hub.as(Role.KIOSK).take("land");
            token = hub.as(Role.KIOSK).token().orElseThrow();
            backup("--to", folder.resolve("kept").toString());
        }
        var before = rows(data());
        var restored = folder.resolve("restored");

        restore(restored, backup()).could();

        assertThat(rows(restored)).isEqualTo(before);
        var here = Life.of(database(data()));
        var there = Life.of(database(restored));
        assertThat(there.centre()).isEqualTo(here.centre());
        assertThat(there.epoch()).isGreaterThan(here.epoch());
        assertThat(ask(restored, "SELECT count(*) FROM session")).isEqualTo("0");
        try (var hub = RunningHub.on(restored, "2026-11-23T09:00")) {
            var kiosk = hub.stranger(token, false);
            assertThat(hub.nobody().get("/api/tickets/" + ticket.token()).status())
                    .isEqualTo(200);
            // A002 and some more may be on paper since the backup.
            assertThat(kiosk.take("land").number()).isGreaterThan("A010");
        }
    }

    @Test
    void restoresNothingOverNewerDataUnlessToldTo() throws Exception {
        Path early;
        try (var hub = RunningHub.atWork(data())) {
            hub.as(Role.KIOSK).take("land");
            early = backup();
            hub.as(Role.KIOSK).take("land");
            hub.as(Role.KIOSK).take("land");
            restore(data(), early).couldNot("DB_IN_USE");
        }
        var before = rows(data());

        restore(data(), early).couldNot("2 số (A002 … A003)");
        assertThat(rows(data())).isEqualTo(before);

        var done = restore(data(), early, "--accept-loss").could();
        assertThat(done.out()).contains("2 số (A002 … A003)").contains("2 tickets");
        assertThat(ask(data(), "SELECT count(*) FROM ticket")).isEqualTo("1");
        try (var aside = Files.newDirectoryStream(data(), "replaced-*")) {
            assertThat(rows(aside.iterator().next())).isEqualTo(before);
        }
    }

    /** Nobody took a ticket since; who was shut out since would come in again. */
    @Test
    void saysWhoWouldComeInAgainAlsoWhenNoStepIsLost() throws Exception {
        Path early;
        try (var hub = RunningHub.atWork(data())) {
            hub.as(Role.KIOSK);
            var admin = hub.as(Role.ADMIN);
            hub.person(Role.CLERK, "minh", "Anh Minh");
            early = backup();
            assertThat(admin.post("/api/people/minh/disable", null).status()).isEqualTo(204);
            assertThat(admin.send("DELETE", "/api/devices/KIOSK", null).status())
                    .isEqualTo(204);
        }

        restore(data(), early).couldNot("1 lần thu hồi thiết bị, thay đổi của 1 tài khoản");

        assertThat(restore(data(), early, "--accept-loss").could().out())
                .contains("hãy thu hồi lại: KIOSK")
                .contains("hãy xem lại: minh");
    }

    /** A device that was stolen, and its successor of the same name: the backup knows the stolen one only. */
    @Test
    void saysWhichDevicesComeInAgainWhateverBecameOfTheirNames() {
        Path early;
        try (var hub = RunningHub.atWork(data())) {
            hub.as(Role.KIOSK);
            var admin = hub.as(Role.ADMIN);
            early = backup();
            assertThat(admin.send("DELETE", "/api/devices/KIOSK", null).status())
                    .isEqualTo(204);
            HubSetup.open(data(), hub.clock()).access().addDevice(Role.KIOSK, "KIOSK");
        }

        restore(data(), early).couldNot("1 lần thu hồi thiết bị");

        assertThat(restore(data(), early, "--accept-loss").could().out()).contains("hãy thu hồi lại: KIOSK");
    }

    @Test
    void losesNoDeviceThatTheBackupNeverHad() {
        Path early;
        try (var hub = RunningHub.atWork(data())) {
            var admin = hub.as(Role.ADMIN);
            early = backup();
            hub.as(Role.KIOSK);
            assertThat(admin.send("DELETE", "/api/devices/KIOSK", null).status())
                    .isEqualTo(204);
        }

        assertThat(restore(data(), early).could().out()).doesNotContain("KIOSK");
    }

    @Test
    void saysOfEveryAccountWhatBecomesOfIt() {
        Path early;
        try (var hub = RunningHub.atWork(data())) {
            var admin = hub.as(Role.ADMIN);
            hub.person(Role.CLERK, "minh", "Anh Minh");
            assertThat(admin.post("/api/people/minh/disable", null).status()).isEqualTo(204);
            early = backup();
            assertThat(admin.post("/api/people/minh/enable", null).status()).isEqualTo(204);
            hub.person(Role.CLERK, "hoa", "Chị Hoa");
        }

        restore(data(), early).couldNot("sẽ mất thay đổi của 1 tài khoản, 1 tài khoản mới; ");
        restore(data(), early).couldNot(" the changes of 1 account, 1 new account would be lost; ");

        assertThat(restore(data(), early, "--accept-loss").could().out())
                .contains("hãy xem lại: minh / ")
                .contains("let in or shut out as then; look at them: minh")
                .contains("hãy thêm lại: hoa / ")
                .doesNotContain("in again");
    }

    @Test
    void everyRestoreStartsALaterLife() {
        RunningHub.in(data()).close();
        var file = backup();

        restore(data(), file).could();
        var first = Life.of(database(data())).epoch();
        restore(data(), file).could();

        assertThat(Life.of(database(data())).epoch()).isGreaterThan(first);
    }

    @Test
    void refusesTheBackupOfAnotherCentre() throws Exception {
        RunningHub.in(data()).close();
        RunningHub.in(folder.resolve("other")).close();
        var before = rows(folder.resolve("other"));

        restore(folder.resolve("other"), backup(), "--accept-loss").couldNot("trung tâm khác");

        assertThat(rows(folder.resolve("other"))).isEqualTo(before);
    }

    @Test
    void takesThePlaceOfDamagedDataOnlyWhenToldTo() throws Exception {
        RunningHub.in(data()).close();
        var file = backup();
        Files.writeString(data().resolve("luot.db"), "hỏng".repeat(2_000));

        restore(data(), file).couldNot("không đọc được dữ liệu hiện có");
        restore(data(), file, "--accept-loss").could();

        assertThat(ask(data(), "SELECT count(*) FROM plan")).isEqualTo("1");
    }

    @Test
    void aLockedBackupOpensOnlyWithItsPassphrase() throws Exception {
        RunningHub.in(data()).close();
        var file = backup("--passphrase-file", passphrase(PASSPHRASE).toString());
        var restored = folder.resolve("restored");

        restore(restored, file).couldNot("--passphrase-file");
        restore(
                        restored,
                        file,
                        "--passphrase-file",
                        passphrase(PASSPHRASE + "!").toString())
                .couldNot("sai mật khẩu");
        restore(restored, file, "--passphrase-file", passphrase(PASSPHRASE).toString())
                .could();

        assertThat(rows(restored)).isEqualTo(rows(data()));
        backup("--passphrase-file", passphrase(PASSPHRASE).toString());
        Commands.on(data(), "backup", "--passphrase-file", passphrase("ngắn").toString())
                .couldNot("ngắn hơn 12");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesABackupInWhichAnythingWasChangedOrCutOff(boolean locked) throws Exception {
        RunningHub.in(data()).close();
        var lock = locked
                ? new String[] {"--passphrase-file", passphrase(PASSPHRASE).toString()}
                : new String[0];
        var whole = Files.readAllBytes(backup(lock));
        var broken = folder.resolve("broken.backup");
        var target = folder.resolve("target");

        for (var i = 1; i <= 12; i++) {
            var at = whole.length * i / 13;
            var changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(broken, changed);
            restore(target, broken, lock).couldNot("không khôi phục được");
            Files.write(broken, java.util.Arrays.copyOf(whole, at));
            restore(target, broken, lock).couldNot("không khôi phục được");
        }
        Files.write(broken, "LUOT-BACKUP 2\n{}\n".getBytes(StandardCharsets.US_ASCII));
        restore(target, broken, lock).couldNot("không phải bản sao lưu");
        assertThat(target.resolve("luot.db")).doesNotExist();
        assertThat(target).isDirectoryNotContaining("glob:**restoring-*");
    }

    /** One number that was changed must not cost hours, all of the memory, or a stack trace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"memory\":0",
                "\"memory\":2147483647",
                "\"iterations\":0",
                "\"iterations\":2000000000",
                "\"salt\":\"\"",
                "\"salt\":null"
            })
    void refusesALockedBackupThatAsksForAnImpossibleKey(String wrong) throws Exception {
        RunningHub.in(data()).close();
        var lock = new String[] {"--passphrase-file", passphrase(PASSPHRASE).toString()};
        var whole = Files.readString(backup(lock), StandardCharsets.ISO_8859_1);
        var key = wrong.substring(0, wrong.indexOf(':') + 1);
        var broken = folder.resolve("broken.backup");
        Files.writeString(broken, whole.replaceFirst(key + "(\"[^\"]*\"|\\d+)", wrong), StandardCharsets.ISO_8859_1);

        restore(folder.resolve("target"), broken, lock).couldNot("phần đầu tệp bị hỏng");
    }

    @Test
    void aBackupIsForItsOwnerOnly() throws IOException {
        RunningHub.in(data()).close();

        assertThat(Files.getPosixFilePermissions(backup())).hasSize(2);
    }

    /** A hub killed in the middle leaves a whole copy of the data, whatever the passphrase. */
    @Test
    void leavesNothingForLongOfABackupThatWasCutShort() throws IOException {
        var clock = new HallClock("2026-11-23T02:00");
        var setup = HubSetup.init(data(), RunningHub.plan(), clock);
        var daily = Files.createDirectories(folder.resolve("daily"));
        var plan = new DailyBackup.Plan(LocalTime.of(1, 30), daily, 14, Passphrase.NONE);
        var backup = new DailyBackup(plan, setup.database(), ZoneId.of("Asia/Ho_Chi_Minh"), clock);
        assertThat(backup.makeWhenDue()).isTrue();
        leftOver(daily.resolve("making-before"), 61, 61);
        leftOver(daily.resolve("making-now"), 61, 1);
        leftOver(daily.resolve("copy"), 61, 61);
        setTime(Files.writeString(daily.resolve("making-notes"), "của cơ quan"), 61);

        assertThat(backup.makeWhenDue()).isFalse();

        assertThat(daily.toFile().list())
                .containsExactlyInAnyOrder("making-now", "making-notes", "copy", "luot-20261122T190000Z.backup");
    }

    /** Also where no backups are made daily. */
    @Test
    void aHubThatStartsLeavesNothingOfWhatWasCutShort() throws IOException {
        HubSetup.init(data(), RunningHub.plan(), new HallClock("2026-11-23T02:00"));
        var restoring = leftOver(data().resolve("restoring-1"), 0, 0);
        var making = leftOver(data().resolve("backups").resolve("making-1"), 61, 61);

        try (var hub = RunningHub.on(data(), "2026-11-23T02:00")) {
            assertThat(hub.nobody().get("/health/live").status()).isEqualTo(200);
            assertThat(restoring).doesNotExist();
            Await.until(() -> Files.notExists(making));
        }
    }

    private static Path leftOver(Path desk, int minutes, int minutesOfTheCopy) throws IOException {
        Files.createDirectories(desk);
        setTime(Files.writeString(desk.resolve("snapshot.db"), "bản sao chưa khoá"), minutesOfTheCopy);
        setTime(desk, minutes);
        return desk;
    }

    private static void setTime(Path file, int minutesBefore) throws IOException {
        var now = new HallClock("2026-11-23T02:00").instant();
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofMinutes(minutesBefore))));
    }

    /** Its tables are brought up to date beside the present data, with a backup of their own. */
    @Test
    void restoresTheBackupOfAnOlderProgram() throws IOException {
        Files.createDirectories(data());
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + data().resolve("luot.db"), null, null)
                .locations("classpath:db/migration")
                .target("12")
                .load()
                .migrate();
        database(data());

        restore(data(), data().resolve("backups").resolve("before-V13.backup")).could();

        assertThat(data()).isDirectoryNotContaining("glob:**restoring-*");
    }

    @Test
    void isMadeOnceADayAndKeptForFourteen() {
        var clock = new HallClock("2026-11-23T00:30");
        var setup = HubSetup.init(data(), RunningHub.plan(), clock);
        var plan = new DailyBackup.Plan(LocalTime.of(1, 30), folder.resolve("daily"), 14, Passphrase.NONE);
        var daily = new DailyBackup(plan, setup.database(), ZoneId.of("Asia/Ho_Chi_Minh"), clock);

        assertThat(daily.makeWhenDue()).as("none was ever made").isTrue();
        assertThat(daily.makeWhenDue()).isFalse();
        clock.set("2026-11-23T01:29");
        assertThat(daily.makeWhenDue()).isFalse();
        clock.set("2026-11-23T01:30");
        assertThat(daily.makeWhenDue()).isTrue();
        assertThat(daily.makeWhenDue()).isFalse();
        clock.set("2026-11-25T07:00");
        assertThat(daily.makeWhenDue()).as("two nights were missed").isTrue();
        clock.set("2026-12-07T08:00");
        assertThat(daily.makeWhenDue()).isTrue();

        assertThat(plan.folder().toFile().list())
                .containsExactlyInAnyOrder("luot-20261125T000000Z.backup", "luot-20261207T010000Z.backup");
    }
}
