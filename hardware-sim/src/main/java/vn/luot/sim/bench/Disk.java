package vn.luot.sim.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How fast the disk itself makes things safe: a page of 4,096 bytes appended, then fdatasync. */
final class Disk implements AutoCloseable {
    private static final int PAGE = 4_096;

    private final FileChannel file;

    Disk(Path folder) throws IOException {
        file = FileChannel.open(folder.resolve("disk"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    double perSecond(Duration turn) throws IOException {
        var begun = System.nanoTime();
        var count = 0;
        while (System.nanoTime() - begun < turn.toNanos()) {
            sync();
            count++;
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }

    void sync() throws IOException {
        file.write(ByteBuffer.allocate(PAGE));
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
