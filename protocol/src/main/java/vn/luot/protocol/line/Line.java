package vn.luot.protocol.line;

import java.util.concurrent.CompletionStage;

/**
 * Bytes out, bytes in, answering or not. A line opens itself, and within 3 s again after its device was unplugged and put
 * back, until it is closed. All methods may be called from any thread.
 */
public interface Line extends AutoCloseable {
    /** Whom a line tells; called on one thread of the line, in order, and must not block. */
    interface Listener {
        /** The device is there. */
        void up();

        /**
         * The device is gone, or was never there, or is still not there for another reason.
         *
         * @param reason for the technician, in Vietnamese and English; the line keeps trying
         */
        void down(String reason);

        /** Bytes arrived; the array is the listener's. */
        void received(byte[] bytes);
    }

    /** Returns at once; {@code listener} is told when the device is there. */
    static Line open(LineAddress address, Listener listener) {
        return LastingLine.start(address, LastingLine.opening(address), new HexLog(address), listener);
    }

    /** The same to a device that tells who people are: no log has what it says. */
    static Line openPrivately(LineAddress address, Listener listener) {
        return LastingLine.start(address, LastingLine.opening(address), HexLog.ofPrivate(address), listener);
    }

    LineAddress address();

    /**
     * Sends bytes after all that was given before. Completes when the operating system took them; fails with {@link
     * LineGone} when the device is not there, or takes nothing for 5 s; how much of them it took is unknown then. What hangs
     * on the answer runs on a thread of the line and must not block.
     */
    CompletionStage<Void> send(byte[] bytes);

    /**
     * Lets go of the device, waiting at most 2 s for it; what was not yet taken fails. The listener hears nothing
     * afterwards.
     */
    @Override
    void close();
}
