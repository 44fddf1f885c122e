package vn.luot.sim.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port on a pseudo-terminal. Its name is a symbolic link that stays the same while the terminal behind it
 * changes with every plugging in, as a udev name does for a USB adapter.
 */
public final class PtyPort implements Port {
    private final Path link;
    private final int baud;
    private Pty pty;

    /**
     * @param link the name drivers use; what is there is replaced
     * @param baud bits a second; a pty has no speed of its own, the {@link Wire} keeps to this one
     */
    public PtyPort(Path link, int baud) {
        this.link = link.toAbsolutePath();
        this.baud = baud;
    }

    @Override
    public String address() {
        return "serial:" + link + "@" + baud;
    }

    @Override
    public int baud() {
        return baud;
    }

    @Override
    public void plugIn() throws IOException {
        if (pty != null) return;
        pty = new Pty();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, pty.path());
    }

    @Override
    public void unplug() throws IOException {
        if (pty == null) return;
        Files.deleteIfExists(link);
        pty.close();
        pty = null;
    }

    @Override
    public int read(byte[] into, Duration patience) throws IOException {
        var count = pty == null ? -1 : pty.read(into, patience);
        // With nobody at the other end poll(2) returns at once.
        if (count < 0) LockSupport.parkNanos(patience.toNanos());
        return Math.max(count, 0);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (pty != null) pty.write(bytes);
    }
}
