package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A board with one row that speaks as one of the vendors' sheets seen so far says. It never answers. */
public final class SimVendorBoard implements Device {
    /** How a sheet writes a frame. */
    public enum Sheet {
        /** {@code 01 address text 07}, then at least 300 ms of silence. */
        TEXT_01_07,
        /** {@code address hi lo sum}: a number, the sum of the three bytes. */
        NUMBER_SUM8,
        /** {@code 3A colour lo hi info sum 0A}: a number for all boards of the line, the sum of the five bytes. */
        NUMBER_3A
    }

    private static final int FAULTS_KEPT = 100;
    private static final int LONGEST_TEXT = 32;
    private static final long TEXT_PAUSE_NANOS = 250_000_000;

    private final Sheet sheet;
    private final int address;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final Deque<String> misunderstood = new ArrayDeque<>();
    private Consumer<String> onChange = text -> {};
    private String text = "";
    private long quietSince = System.nanoTime() - TEXT_PAUSE_NANOS;

    /** @param address 0 to 255; of no meaning to boards without one */
    public SimVendorBoard(Sheet sheet, int address) {
        this.sheet = sheet;
        this.address = address;
    }

    @Override
    public void connect(Consumer<byte[]> answers) {}

    /** Whom to tell what it shows after each time it was told. */
    public synchronized void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    /** What it shows; empty when it has no power or was told nothing since. */
    public synchronized String text() {
        return text;
    }

    /** Bytes that were no frame, oldest first. */
    public synchronized List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    /** Mains off and on again. */
    public synchronized void powerCycle() {
        text = "";
        frame.reset();
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        for (var octet : bytes) {
            frame.write(octet);
            if (isWhole(frame.toByteArray())) whole();
        }
    }

    /** Frames without an end mark end with a silence; what is left then was none. */
    @Override
    public synchronized void silence() {
        if (frame.size() > 0 && sheet != Sheet.TEXT_01_07) drop("not a frame");
    }

    private boolean isWhole(byte[] f) {
        return switch (sheet) {
            case TEXT_01_07 -> f[f.length - 1] == 0x07 && f.length > 2 || f.length > LONGEST_TEXT;
            case NUMBER_SUM8 -> f.length == 4;
            case NUMBER_3A -> f.length == 7;
        };
    }

    private void whole() {
        var f = frame.toByteArray();
        switch (sheet) {
            case TEXT_01_07 -> text(f);
            case NUMBER_SUM8 -> number(f, sum(f, 3) == (f[3] & 0xFF), f[0] & 0xFF, f[1], f[2]);
            case NUMBER_3A ->
                number(f, f[0] == 0x3A && f[6] == 0x0A && sum(f, 5) == (f[5] & 0xFF), address, f[3], f[2]);
        }
        frame.reset();
    }

    private void text(byte[] f) {
        if (f[0] != 0x01 || f[f.length - 1] != 0x07) {
            drop("not a frame");
        } else if (System.nanoTime() - quietSince < TEXT_PAUSE_NANOS) {
            drop("too soon after the frame before");
        } else {
            quietSince = System.nanoTime();
            if ((f[1] & 0xFF) == address) shows(new String(f, 2, f.length - 3, StandardCharsets.US_ASCII));
        }
    }

    private void number(byte[] f, boolean good, int to, byte high, byte low) {
        if (!good) drop("wrong checksum");
        else if (to == address) shows("" + ((high & 0xFF) << 8 | low & 0xFF));
    }

    private void shows(String told) {
        text = told;
        onChange.accept(told);
    }

    private static int sum(byte[] f, int length) {
        return IntStream.range(0, length).map(at -> f[at] & 0xFF).sum() & 0xFF;
    }

    private void drop(String why) {
        misunderstood.add(
                why + ": " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame.toByteArray()));
        if (misunderstood.size() > FAULTS_KEPT) misunderstood.remove();
        frame.reset();
    }
}
