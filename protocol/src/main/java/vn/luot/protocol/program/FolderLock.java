package vn.luot.protocol.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One program for each folder of data: two hubs would decide two halls, two kiosks would give one number twice. */
public final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    /** The system's lock is the process's: it does not keep two programs of one process apart, and any close ends it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Ends with the process, however it ends.
     *
     * @throws CannotStart when another program has the folder, naming its process
     */
    public static FolderLock of(Path folder) {
        try {
            var real = folder.toRealPath();
            if (!HELD.add(real))
                throw inUse(folder, "" + ProcessHandle.current().pid());
            try {
                return new FolderLock(real, locked(folder, real.resolve("luot.lock")));
            } catch (IOException | RuntimeException e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "không ghi được vào thư mục " + folder + ", hãy kiểm tra quyền (DB_READONLY)",
                    "the folder cannot be written; check its permissions",
                    e);
        }
    }

    private static FileChannel locked(Path folder, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) throw inUse(folder, holder(file));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(Path file) throws IOException {
        var pid = Files.readString(file).strip();
        return pid.isEmpty() ? "?" : pid;
    }

    private static CannotStart inUse(Path folder, String pid) {
        return new CannotStart(
                "dữ liệu trong " + folder + " đang được một chương trình khác dùng, tiến trình " + pid
                        + ": hãy dừng nó trước (DB_IN_USE)",
                "the data is in use by another program, process " + pid + ": stop it first");
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} did not close", folder, e);
        }
        HELD.remove(folder);
    }
}
