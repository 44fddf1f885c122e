package vn.luot.hub.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.BackupFolder;
import vn.luot.hub.health.Alarm.Kind;
import vn.luot.hub.health.Alarm.Owner;
import vn.luot.hub.queue.Hardware;

/** What is wrong with the hub and its hall now, and who should act. Waits for the disk. */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    /** A hall writes some ten megabytes a day; this is room for weeks, and for a backup. */
    static final long DISK_LOW = 512L << 20;

    /** One day, and a night in which the machine was off. */
    static final Duration BACKUP_OLD = Duration.ofHours(50);

    /** Time for an office to get another; the hub's own authority renews long before. */
    static final Duration CERTIFICATE_ENDS = Duration.ofDays(21);

    private final Path data;
    private final Optional<BackupFolder> backups;
    private final Supplier<Optional<Duration>> certificateLeft;
    private final Supplier<List<String>> adminsByPasswordAlone;
    private final Supplier<List<String>> clonedDevices;
    private final Clock clock;
    private final Instant begun;

    /**
     * @param backups absent when none are planned
     * @param certificateLeft how long the hub's certificate is good for; absent when it has none
     * @param adminsByPasswordAlone names of administrators without a second factor
     * @param clonedDevices names of devices whose token is at work in two places
     */
    public Health(
            Path data,
            Optional<Path> backups,
            Supplier<Optional<Duration>> certificateLeft,
            Supplier<List<String>> adminsByPasswordAlone,
            Supplier<List<String>> clonedDevices,
            Clock clock) {
        this.certificateLeft = certificateLeft;
        this.adminsByPasswordAlone = adminsByPasswordAlone;
        this.clonedDevices = clonedDevices;
        this.data = data;
        this.backups = backups.map(BackupFolder::new);
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * @param isWorking whether the journal takes steps
     * @param hardware as the hall knows it; empty when nobody can tell
     */
    public List<Alarm> alarms(boolean isWorking, List<Hardware.Known> hardware) {
        var alarms = new ArrayList<Alarm>();
        if (!isWorking) alarms.add(journalStopped());
        if (freeBytes() < DISK_LOW) alarms.add(diskLow());
        if (backupAge().filter(age -> age.compareTo(BACKUP_OLD) > 0).isPresent()) alarms.add(backupOld());
        certificateLeft
                .get()
                .filter(left -> left.compareTo(CERTIFICATE_ENDS) < 0)
                .ifPresent(left -> alarms.add(certificateEnds(left)));
        withoutSecondFactor().forEach(name -> alarms.add(secondFactorMissing(name)));
        clonedDevices.get().forEach(name -> alarms.add(deviceCloned(name)));
        hardware.forEach(part -> of(part.now()).ifPresent(alarms::add));
        return alarms;
    }

    /** Nobody, when the database does not say: then there are worse alarms, and they must be seen. */
    private List<String> withoutSecondFactor() {
        try {
            return adminsByPasswordAlone.get();
        } catch (RuntimeException e) {
            LOG.warn("Nobody can tell which administrators have no second factor", e);
            return List.of();
        }
    }

    /** What the data may still take of its disk; 0 when nobody can tell. */
    long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("Nobody can tell how much room {} has", data, e);
            return 0;
        }
    }

    /** How old the newest backup is, or how long this hub has waited for one; empty when none are planned. */
    Optional<Duration> backupAge() {
        return backups.map(folder -> Duration.between(folder.newest().orElse(begun), clock.instant()));
    }

    private Alarm journalStopped() {
        return new Alarm(
                Kind.JOURNAL_STOPPED,
                Owner.TECHNICIAN,
                data.toString(),
                "Không ghi được nhật ký: kiểm tra đĩa, rồi khởi động lại máy chủ.",
                "The journal cannot be written: look at the disk, then start the hub again.");
    }

    private Alarm diskLow() {
        return new Alarm(
                Kind.DISK_LOW,
                Owner.TECHNICIAN,
                data.toString(),
                "Đĩa sắp đầy: dọn chỗ trống.",
                "The disk is nearly full: make room.");
    }

    private Alarm backupOld() {
        return new Alarm(
                Kind.BACKUP_OLD,
                Owner.ADMIN,
                "",
                "Đã hơn hai ngày không có bản sao lưu: chạy «luot hub backup», xem đĩa sao lưu.",
                "No backup for more than two days: run \"luot hub backup\" and look at the disk of the backups.");
    }

    private Alarm certificateEnds(Duration left) {
        var days = Math.max(0, left.toDays());
        return new Alarm(
                Kind.CERTIFICATE_ENDS,
                Owner.ADMIN,
                "",
                "Chứng thư TLS còn " + days + " ngày: xin chứng thư mới và thay hai tệp, máy chủ tự đọc lại.",
                "The TLS certificate ends in " + days
                        + " days: get another and replace both files; the hub reads them.");
    }

    private static Alarm secondFactorMissing(String name) {
        return new Alarm(
                Kind.SECOND_FACTOR_MISSING,
                Owner.ADMIN,
                name,
                "Quản trị này chưa bật xác thực hai bước: mở trang /account/ và quét mã bằng điện thoại.",
                "This administrator has no second factor: open the page /account/ and scan the code with a phone.");
    }

    private static Alarm deviceCloned(String name) {
        return new Alarm(
                Kind.DEVICE_CLONED,
                Owner.TECHNICIAN,
                name,
                "Hai máy cùng dùng mã của thiết bị này: thu hồi mã, rồi ghép nối lại từng máy.",
                "Two machines use this device's token: revoke it, then pair each of them anew.");
    }

    /** Low paper is no alarm of the hall, but somebody should bring a roll. */
    private static Optional<Alarm> of(Hardware part) {
        return switch (part.condition()) {
            case OK, REMOVED -> Optional.empty();
            case LOW -> waits(part, "Giấy sắp hết: chuẩn bị cuộn mới.", "Paper runs low: bring a new roll.");
            case OUT -> waits(part, "Hết giấy: thay cuộn mới.", "Out of paper: put in a new roll.");
            case COVER -> waits(part, "Nắp đang mở: đóng nắp.", "The cover is open: close it.");
            case JAM -> waits(part, "Kẹt giấy: gỡ giấy kẹt.", "Paper is stuck: clear it.");
            case RUNG ->
                waits(part, "Có người gọi ở máy lấy số: đến giúp.", "Somebody calls at the kiosk: go and help.");
            case CLOCK_SKEW ->
                Optional.of(new Alarm(
                        Kind.HARDWARE_WAITS,
                        Owner.TECHNICIAN,
                        place(part),
                        "Đồng hồ lệch so với máy chủ: chỉnh lại ngày giờ.",
                        "The clock is off the hub's: set date and time right."));
            case GONE ->
                Optional.of(new Alarm(
                        Kind.HARDWARE_GONE,
                        Owner.TECHNICIAN,
                        place(part),
                        "Thiết bị không trả lời: kiểm tra nguồn và dây.",
                        "It does not answer: look at its power and its wire."));
        };
    }

    private static Optional<Alarm> waits(Hardware part, String vi, String en) {
        return Optional.of(new Alarm(Kind.HARDWARE_WAITS, Owner.HOST, place(part), vi, en));
    }

    private static String place(Hardware part) {
        return part.device() + " " + part.name();
    }
}
