package vn.luot.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Numeric displays on one line, with a decoder of their own: it takes what hardware sheets say of Modbus, function 16,
 * and nothing from the program.
 */
final class NumericDisplays extends StandIn {
    private final Map<Integer, String> digits = new ConcurrentHashMap<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final Set<Integer> dead = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refusing = ConcurrentHashMap.newKeySet();
    private final Set<Integer> garbling = ConcurrentHashMap.newKeySet();
    private final Set<Integer> slow = ConcurrentHashMap.newKeySet();

    NumericDisplays() throws IOException {}

    /** What display {@code unit} shows; empty when it has no power or was told nothing since. */
    String digits(int unit) {
        return digits.getOrDefault(unit, "");
    }

    /** All that was written, in order, such as {@code "1:  A012"}; also to displays that do not answer. */
    List<String> written() {
        return written;
    }

    /** Takes the power from display {@code unit}. */
    void kill(int unit) {
        dead.add(unit);
        digits.remove(unit);
    }

    /** Gives the power back to display {@code unit}, which remembers nothing. */
    void revive(int unit) {
        dead.remove(unit);
    }

    void refuse(int unit) {
        refusing.add(unit);
    }

    /** Lets display {@code unit} answer what nobody understands. */
    void garble(int unit) {
        garbling.add(unit);
    }

    /** Lets display {@code unit} keep its answers until {@link #answer}. */
    void hold(int unit) {
        slow.add(unit);
    }

    void answer(int unit) {
        synchronized (slow) {
            slow.remove(unit);
            slow.notifyAll();
        }
    }

    @Override
    void talk(InputStream in, OutputStream out) throws IOException {
        var frame = new ByteArrayOutputStream();
        for (var left = 7; left > 0; left--) frame.write(next(in));
        for (var left = frame.toByteArray()[6] + 2; left > 0; left--) frame.write(next(in));
        take(frame.toByteArray(), out);
    }

    private void take(byte[] frame, OutputStream out) throws IOException {
        if (remainder(frame, frame.length) != 0) throw new IOException("damaged frame");
        if (frame[1] != 16 || frame[3] != 0 || frame[5] != 6) throw new IOException("not six digits from register 0");
        var unit = frame[0] & 0xFF;
        var text = text(frame);
        written.add(unit + ":" + text);
        awaitAnswerOf(unit);
        if (dead.contains(unit)) return;
        if (refusing.contains(unit)) {
            say(out, (byte) unit, (byte) 0x90, (byte) 2);
            return;
        }
        if (garbling.contains(unit)) {
            out.write(new byte[] {1, 0x10, 7, 7});
            return;
        }
        digits.put(unit, text);
        if (unit != 0) say(out, frame[0], frame[1], frame[2], frame[3], frame[4], frame[5]);
    }

    private static String text(byte[] frame) {
        var text = new StringBuilder();
        for (var at = 8; at < 7 + frame[6]; at += 2) text.append((char) frame[at]);
        return text.toString();
    }

    private void awaitAnswerOf(int unit) throws IOException {
        synchronized (slow) {
            try {
                while (slow.contains(unit)) slow.wait();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static void say(OutputStream out, byte... answer) throws IOException {
        var crc = remainder(answer, answer.length);
        out.write(answer);
        out.write(new byte[] {(byte) crc, (byte) (crc >> 8)});
        out.flush();
    }

    /** The remainder of a whole frame is 0: division of the bits, lowest first, by x^16 + x^15 + x^2 + 1. */
    private static int remainder(byte[] frame, int length) {
        var register = 0xFFFF;
        for (var bit = 0; bit < 8 * length; bit++) {
            var carry = (register ^ frame[bit / 8] >> bit % 8) & 1;
            register >>= 1;
            if (carry == 1) register ^= 0b1010_0000_0000_0001;
        }
        return register;
    }
}
