package vn.luot.hub.db;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
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
            "damaged: restore a backup with that command"),
    READ_ONLY(
            "DB_READONLY",
            "không ghi được, hãy kiểm tra quyền của thư mục",
            "the file cannot be written; check the folder's permissions"),
    FULL("DISK_FULL", "đĩa đầy, hãy dọn chỗ", "the disk is full: make room"),
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
        }
        return thrown instanceof FlywayException || thrown instanceof SQLException ? UNKNOWN : FULL;
    }

    /** The extended codes carry the plain one in their lowest byte. */
    private static Trouble of(SQLiteErrorCode result) {
        var plain = SQLiteErrorCode.getErrorCode(result.code & 0xFF);
        if (plain == SQLiteErrorCode.SQLITE_NOTADB) return NOT_OURS;
        if (plain == SQLiteErrorCode.SQLITE_CORRUPT) return CORRUPT;
        if (plain == SQLiteErrorCode.SQLITE_READONLY || plain == SQLiteErrorCode.SQLITE_CANTOPEN) return READ_ONLY;
        if (plain == SQLiteErrorCode.SQLITE_FULL || plain == SQLiteErrorCode.SQLITE_IOERR) return FULL;
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
