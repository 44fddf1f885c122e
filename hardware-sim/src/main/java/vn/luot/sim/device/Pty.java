package vn.luot.sim.device;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A pseudo-terminal whose master side is ours: the other side is a file such as {@code /dev/pts/7} that a program opens
 * like a serial port. Linux only. Not thread-safe.
 */
final class Pty implements AutoCloseable {
    private static final int O_RDWR = 2, O_NOCTTY = 0400, O_NONBLOCK = 04000, O_CLOEXEC = 02000000;
    private static final short POLLIN = 1, POLLOUT = 4, POLLHUP = 16;
    private static final int EAGAIN = 11, EBUSY = 16, EIO = 5;
    private static final int TCIFLUSH = 0;

    static {
        Native.register(Pty.class, "c");
    }

    private final int master;
    private final Memory watched = new Memory(8);
    /** Whether the other side was told anything since it was last found alone. */
    private boolean mayBeUnread;

    Pty() throws IOException {
        try {
            master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
            grantpt(master);
            unlockpt(master);
            makeRaw();
        } catch (LastErrorException e) {
            throw new IOException("no pseudo-terminal: " + e.getMessage(), e);
        }
    }

    /** The file that a driver opens. */
    Path path() {
        var name = new byte[64];
        ptsname_r(master, name, name.length);
        return Path.of(Native.toString(name));
    }

    /** Nothing is echoed and no byte is changed, even before the driver has set its own mode. */
    private void makeRaw() {
        try (var termios = new Memory(256)) {
            tcgetattr(master, termios);
            cfmakeraw(termios);
            tcsetattr(master, 0, termios);
        }
    }

    /** Bytes that came within {@code patience}; 0 when none came, -1 when no program holds the other side open. */
    int read(byte[] into, Duration patience) throws IOException {
        var ready = poll(POLLIN, patience);
        if ((ready & POLLIN) == 0) return (ready & POLLHUP) == 0 ? 0 : nobody();
        try {
            return (int) read(master, into, into.length);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EIO) return nobody();
            throw new IOException(e);
        }
    }

    /** What a program left unread is lost with it, as at the end of a real line. */
    private int nobody() throws IOException {
        if (mayBeUnread) forgetUnread();
        mayBeUnread = false;
        return -1;
    }

    /** Only the driver's side can; a driver that is there again by now does it itself. */
    private void forgetUnread() throws IOException {
        try {
            var drivers = open(path().toString(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
            tcflush(drivers, TCIFLUSH);
            close(drivers);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != EBUSY && e.getErrorCode() != EIO) throw new IOException(e);
        }
    }

    /** Writes what the other side has room for; the rest is lost. */
    void write(byte[] bytes) throws IOException {
        var ready = poll(POLLOUT, Duration.ZERO);
        if ((ready & POLLHUP) != 0 || (ready & POLLOUT) == 0) return;
        try {
            write(master, bytes, bytes.length);
            mayBeUnread = true;
        } catch (LastErrorException e) {
            if (e.getErrorCode() != EIO && e.getErrorCode() != EAGAIN) throw new IOException(e);
        }
    }

    private short poll(short events, Duration patience) {
        watched.setInt(0, master);
        watched.setShort(4, events);
        watched.setShort(6, (short) 0);
        poll(watched, 1, (int) patience.toMillis());
        return watched.getShort(6);
    }

    /** To the driver this is its USB adapter being pulled. */
    @Override
    public void close() {
        watched.close();
        close(master);
    }

    private static native int posix_openpt(int flags) throws LastErrorException;

    private static native int grantpt(int fd) throws LastErrorException;

    private static native int unlockpt(int fd) throws LastErrorException;

    private static native int ptsname_r(int fd, byte[] name, long size);

    private static native int tcgetattr(int fd, Memory termios) throws LastErrorException;

    private static native int tcsetattr(int fd, int when, Memory termios) throws LastErrorException;

    private static native int open(String path, int flags) throws LastErrorException;

    private static native int tcflush(int fd, int queue) throws LastErrorException;

    private static native void cfmakeraw(Memory termios);

    private static native int poll(Memory descriptors, long count, int millis);

    private static native long read(int fd, byte[] into, long size) throws LastErrorException;

    private static native long write(int fd, byte[] bytes, long size) throws LastErrorException;

    private static native int close(int fd);
}
