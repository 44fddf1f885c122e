package vn.luot.protocol.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/**
 * A file that nobody on the machine may read but the program's own user: keys and tokens. It is whole or not there, however
 * the program or the machine ends while it is written.
 */
public final class OwnersFile {
    private static final String OWNER_ONLY = "rw-------";

    private OwnersFile() {}

    /** Whatever the file system knows of permissions, others have none. */
    public static void closeToOthers(Path file) throws IOException {
        permit(file, OWNER_ONLY);
    }

    /** Puts the text in the place of what the file held. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the bytes in the place of what the file held. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, OWNER_ONLY);
    }

    /** The same for what everybody may read: it is as whole. */
    public static void writeForAll(Path file, String text) throws IOException {
        replace(file, text.getBytes(StandardCharsets.UTF_8), "rw-r--r--");
    }

    /** A key, in base64. */
    public static void writeKey(Path file, byte[] key) throws IOException {
        write(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    /** @throws IllegalArgumentException when it is not base64 */
    public static byte[] key(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    public static CannotStart noKey(Path file, Exception why) {
        return new CannotStart(
                "không đọc hay tạo được khoá " + file + ", hãy kiểm tra quyền hoặc khôi phục tệp này",
                "the key cannot be read or made; check its permissions, or put the file back",
                why);
    }

    /** On the disk before it has its name, so that what has the name is whole. */
    public static void putInPlace(Path part, Path file) throws IOException {
        closeToOthers(part);
        moved(part, file);
    }

    private static void replace(Path file, byte[] content, String permissions) throws IOException {
        var whole = file.toAbsolutePath();
        var part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part);
        // Before anything is in it.
        permit(part, permissions);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) channel.write(left);
        }
        moved(part, whole);
    }

    private static void moved(Path part, Path file) throws IOException {
        force(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
