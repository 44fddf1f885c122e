package vn.luot.hub.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import vn.luot.protocol.program.CannotStart;

/** A file that nobody on the machine may read but the hub's own user, and keys that are kept in such files, in base64. */
public final class OwnersFile {
    private OwnersFile() {}

    /** Whatever the file system knows of permissions, others have none. */
    static void closeToOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Closed to others before anything is in it. */
    public static void makeKey(Path file, byte[] key) throws IOException {
        Files.createFile(file);
        closeToOthers(file);
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
    }

    /** @throws IllegalArgumentException when it is not base64 */
    public static byte[] key(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    public static CannotStart noKey(Path file, Exception why) {
        return new CannotStart(
                "không đọc hay tạo được khóa " + file + ", hãy kiểm tra quyền hoặc khôi phục tệp này",
                "the key cannot be read or made; check its permissions, or put the file back",
                why);
    }
}
