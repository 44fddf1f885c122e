package vn.luot.protocol.line;

import java.util.concurrent.CompletionStage;

/**
 * Bytes out, bytes in, answering or not. A line opens itself, and again after its device was unplugged, until it is
 * closed. All methods may be called from any thread.
 */
public interface Line extends AutoCloseable {
    /** Whom a line tells; called on one thread of the line, in order, and must not block. */
    interface Listener {
        /** The device is there. */
        void up();

        /** The device is gone; {@code reason} is for the technician. The line keeps trying. */
        void down(String reason);

        /** Bytes arrived; the array is the listener's. */
        void received(byte[] bytes);
    }

    LineAddress address();

    /**
     * Sends bytes after all that was given before. Completes when the operating system took them; fails with {@link
     * LineGone} when the device is not there, or did not take them within the write deadline.
     */
    CompletionStage<Void> send(byte[] bytes);

    @Override
    void close();
}
