package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.luot.protocol.program.CannotStart;

/** Why a database cannot be opened, and what to do. */
enum Trouble {
    TOO_NEW(
            "DB_TOO_NEW",
            "của phiên bản mới hơn: hãy dùng lại phiên bản đó, hoặc khôi phục bản sao lưu làm trước khi nâng cấp",
            "of a newer version: run that version, or restore the backup made before the upgrade"),
    NOT_OURS(
            "NOT_OUR_DB",
            "không phải của Lượt: hãy chọn thư mục khác",
            "not Lượt's, or not a database: choose another folder"),
    CORRUPT(
            "DB_CORRUPT",
            "tệp hỏng: hãy khôi phục bằng luot hub restore --from TỆP --accept-loss",
            "damaged: restore a backup with luot hub restore --from FILE --accept-loss"),
    READ_ONLY(
            "DB_READONLY",
            "không ghi được: hãy kiểm tra quyền của thư mục, và đĩa có bị gắn chỉ đọc không",
            "the file cannot be written: check the folder's permissions, and whether the disk is mounted read-only"),
    FULL("DISK_FULL", "đĩa đầy, hãy dọn chỗ", "the disk is full: make room"),
    DISK_FAILS(
            "DISK_FAILED",
            "đĩa không đọc hay ghi được: xem dây và nhật ký hệ thống, thay đĩa rồi khôi phục bản sao lưu",
            "the disk cannot be read or written: look at its cable and the system's log, replace it, restore a backup"),
    IN_USE(
            "DB_IN_USE",
            "đang bị chương trình khác giữ, hãy đóng chương trình đó",
            "locked by another program: close that one"),
    UNKNOWN("DB_FAILED", "lỗi không rõ", "an unknown fault");

    private final String code;
    private final String vi;
    private final String en;

    Trouble(String code, String vi, String en) {
        this.code = code;
        this.vi = vi;
        this.en = en;
    }

    static Trouble of(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) return of(sqlite.getResultCode());
            if (cause instanceof FlywayValidateException) return TOO_NEW;
            if (cause instanceof IOException io) return of(io);
        }
        return UNKNOWN;
    }

    /** Java tells what the system said in its words only. */
    private static Trouble of(IOException io) {
        var said = String.valueOf(io.getMessage());
        if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) return FULL;
        var isClosed = io instanceof AccessDeniedException || io instanceof NoSuchFileException;
        return isClosed || said.contains("Read-only file system") ? READ_ONLY : DISK_FAILS;
    }

    /** The extended codes carry the plain one in their lowest byte. */
    private static Trouble of(SQLiteErrorCode result) {
        var plain = SQLiteErrorCode.getErrorCode(result.code & 0xFF);
        if (plain == SQLiteErrorCode.SQLITE_NOTADB) return NOT_OURS;
        if (plain == SQLiteErrorCode.SQLITE_CORRUPT) return CORRUPT;
        if (plain == SQLiteErrorCode.SQLITE_READONLY || plain == SQLiteErrorCode.SQLITE_CANTOPEN) return READ_ONLY;
        if (plain == SQLiteErrorCode.SQLITE_FULL || result == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) return FULL;
        if (plain == SQLiteErrorCode.SQLITE_IOERR) return DISK_FAILS;
        if (plain == SQLiteErrorCode.SQLITE_BUSY || plain == SQLiteErrorCode.SQLITE_LOCKED) return IN_USE;
        return UNKNOWN;
    }

    CannotStart with(Path file, Throwable cause) {
        return new CannotStart(
                "không mở được cơ sở dữ liệu " + file + ": " + vi + " (" + code + ")",
                "the database cannot be opened: " + en
                        + (this == UNKNOWN ? ": " + cause.getMessage().strip() : ""),
                cause);
    }
}
