package vn.luot.protocol.line;

/**
 * One opening of a line, from plugged in to unplugged. One thread reads and closes, another writes; {@link #close} comes
 * after the writing thread has ended.
 */
interface OpenLine {
    /** What arrived, waiting a few milliseconds for it; empty when nothing did. */
    byte[] read() throws LineGone;

    /** Blocks until the operating system took {@code bytes}, for ever when the device does not read. */
    void write(byte[] bytes) throws LineGone;

    /** The most bytes for one {@link #write}: what a device that reads takes well within the write deadline. */
    int chunk();

    /** Frees a {@link #write} that hangs, where the operating system can. */
    void giveUpWriting();

    void close();
}
