package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Cuts the bytes a printer gets into commands: each frame is one command with its data, or one character. */
final class EscPosFrames {
    /** A picture that no printer takes: its command ends before the dots, which are printed as letters. */
    private static final int TOO_LARGE = 1_000_000;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private byte first;
    private int needed = 1;

    /** The command that {@code b} completes. */
    Optional<byte[]> next(byte b) {
        if (frame.size() == 0) first = b;
        frame.write(b);
        if (frame.size() < needed) return Optional.empty();
        var bytes = frame.toByteArray();
        needed = length(bytes);
        if (bytes.length < needed) return Optional.empty();
        reset();
        return Optional.of(bytes);
    }

    /** Whether a command waits for the rest of its data, so that any byte may come next. */
    boolean midway() {
        return frame.size() > 0 && first != 0x10;
    }

    void reset() {
        frame.reset();
        needed = 1;
    }

    /** How long the command is, as far as its first bytes tell; more bytes may tell more. */
    private static int length(byte[] b) {
        var known = b.length;
        return switch (b[0]) {
            case 0x10 -> known < 2 ? 2 : realTime(b);
            case 0x1B -> known < 2 ? 2 : escape(b[1]);
            case 0x1C -> 2;
            case 0x1D -> known < 2 ? 2 : group(b);
            default -> 1;
        };
    }

    private static int realTime(byte[] b) {
        return switch (b[1]) {
            case 4, 5 -> 3;
            case 0x14 -> b.length < 3 ? 3 : b[2] == 8 ? 10 : b[2] == 1 || b[2] == 2 ? 5 : 3;
            default -> 2;
        };
    }

    private static int escape(byte command) {
        return switch (command) {
            case 't', 'a', '!', 'E', 'M', 'd', 'J', '3', '-' -> 3;
            default -> 2;
        };
    }

    private static int group(byte[] b) {
        var known = b.length;
        return switch (b[1]) {
            case '!', 'B', 'a', 'r' -> 3;
            case 'V' -> known < 3 ? 3 : b[2] == 'A' || b[2] == 'B' ? 4 : 3;
            case '(' -> known < 5 ? 5 : 5 + word(b, 3);
            case 'v' -> known < 8 ? 8 : 8 + dots(b);
            default -> 2;
        };
    }

    private static int dots(byte[] b) {
        var bytes = (long) word(b, 4) * word(b, 6);
        return bytes > TOO_LARGE ? 0 : (int) bytes;
    }

    /** The two bytes at {@code at}, low byte first. */
    static int word(byte[] b, int at) {
        return (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8;
    }
}
