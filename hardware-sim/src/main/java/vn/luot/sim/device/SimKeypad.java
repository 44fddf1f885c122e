package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A clerk's keypad on a line with others: it is asked {@code 02 address 'P' 07 taken text(6) crc8}, shows the text, and
 * answers {@code 02 address 'K' 02 press key crc8}. A press waits until a question says that it was taken; further ones
 * are lost meanwhile.
 */
public final class SimKeypad implements Device {
    /** The keys, in the order of their codes from 1. */
    public enum Key {
        NEXT,
        RECALL,
        START,
        FINISH,
        NO_SHOW,
        OPEN,
        CLOSE
    }

    private static final int START = 0x02, QUESTION_LENGTH = 12, DIGITS = 6;

    private final int address;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Consumer<byte[]> answers = answer -> {};
    private Consumer<String> onChange = text -> {};
    private String text = " ".repeat(DIGITS);
    private int press;
    private Key waiting;
    private volatile boolean silent;
    private volatile boolean garbling;

    /** @param address 1 to 99 */
    public SimKeypad(int address) {
        this.address = address;
    }

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        this.answers = answers;
    }

    public synchronized void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    /** What its own little display shows: six characters. */
    public synchronized String text() {
        return text;
    }

    /** A finger on a key; false when the press before still waits to be taken. */
    public synchronized boolean press(Key key) {
        if (waiting != null) return false;
        waiting = key;
        press = press % 255 + 1;
        return true;
    }

    /** Whether a press waits to be taken. */
    public synchronized boolean waits() {
        return waiting != null;
    }

    /** It neither listens nor answers. */
    public synchronized void silent(boolean silent) {
        this.silent = silent;
    }

    /** Its answers are damaged, so that it is asked again. */
    public synchronized void garbling(boolean garbling) {
        this.garbling = garbling;
    }

    /** All that can be wrong with it. */
    public List<FaultSwitch> switches() {
        return List.of(
                new FaultSwitch("SILENT", () -> silent, this::silent),
                new FaultSwitch("CRC_ERROR", () -> garbling, this::garbling));
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        for (var octet : bytes) {
            heard.write(octet);
            listen();
        }
    }

    @Override
    public synchronized void silence() {
        heard.reset();
    }

    /** Looks for a question at the end of what was heard, so that noise before it does no harm. */
    private void listen() {
        var all = heard.toByteArray();
        if (all.length < QUESTION_LENGTH) return;
        var q = Arrays.copyOfRange(all, all.length - QUESTION_LENGTH, all.length);
        if (q[0] != START || q[2] != 'P' || q[3] != 1 + DIGITS) return;
        if (checksum(q, 1, QUESTION_LENGTH - 1) != (q[QUESTION_LENGTH - 1] & 0xFF)) return;
        heard.reset();
        if (!silent && q[1] == address) asked(q);
    }

    private void asked(byte[] q) {
        if (waiting != null && (q[4] & 0xFF) == press) waiting = null;
        text = new String(q, 5, DIGITS, StandardCharsets.US_ASCII);
        onChange.accept(text);
        var answer = new byte[] {
            START,
            (byte) address,
            'K',
            2,
            (byte) (waiting == null ? 0 : press),
            (byte) (waiting == null ? 0 : waiting.ordinal() + 1),
            0
        };
        answer[6] = (byte) (checksum(answer, 1, 6) ^ (garbling ? 0x55 : 0));
        answers.accept(answer);
    }

    /** CRC-8 by division of polynomials: x^8 + x^2 + x + 1. */
    private static int checksum(byte[] bytes, int from, int to) {
        var remainder = 0;
        for (var at = from; at < to; at++) {
            for (var bit = 7; bit >= 0; bit--) {
                var carry = remainder >> 7 & 1;
                remainder = (remainder << 1 | bytes[at] >> bit & 1) & 0xFF;
                if (carry == 1) remainder ^= 0x07;
            }
        }
        for (var bit = 0; bit < 8; bit++) remainder = remainder << 1 & 0xFF ^ (remainder >> 7 & 1) * 0x07;
        return remainder;
    }
}
