package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A numeric display of six digits on a Modbus RTU bus: registers 0 to 5 hold one ASCII character each. It reads (03)
 * and writes (06, 16) them, and obeys writes to unit 0 without an answer.
 */
public final class SimModbusDisplay implements Device {
    public static final int DIGITS = 6;

    private static final int READ = 3, WRITE_ONE = 6, WRITE_MANY = 16;
    private static final int ILLEGAL_FUNCTION = 1, ILLEGAL_ADDRESS = 2, ILLEGAL_VALUE = 3;
    private static final int FAULTS_KEPT = 100;

    private final int place;
    private int unit;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final byte[] registers = new byte[DIGITS];
    private final Deque<String> misunderstood = new ArrayDeque<>();
    private Consumer<byte[]> answers = answer -> {};
    private Consumer<String> onChange = text -> {};
    private boolean silent;
    private boolean garbling;

    /** @param unit its address on the bus, 1 to 247 */
    public SimModbusDisplay(int unit) {
        this.place = unit;
        this.unit = unit;
        Arrays.fill(registers, (byte) ' ');
    }

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        this.answers = answers;
    }

    /** All that can be wrong with the displays of one line; with two and more also that they listen at one address. */
    public static List<FaultSwitch> switches(List<SimModbusDisplay> displays) {
        var silent = displays.stream()
                .map(display -> new FaultSwitch("SILENT_" + display.unit(), display::silent, display::silent));
        var wrongChecksums = new FaultSwitch(
                "CRC_ERROR",
                () -> displays.stream().anyMatch(SimModbusDisplay::garbling),
                on -> displays.forEach(display -> display.garbling(on)));
        var sameAddress = displays.stream()
                .skip(1)
                .limit(1)
                .map(second -> new FaultSwitch(
                        "SAME_ADDRESS",
                        () -> second.dialled() != second.unit(),
                        on -> second.dial(on ? displays.get(0).unit() : second.unit())));
        return Stream.of(silent, Stream.of(wrongChecksums), sameAddress)
                .flatMap(faults -> faults)
                .toList();
    }

    /** The address it was delivered with, which also says whose display it is. */
    public int unit() {
        return place;
    }

    /** The address at which it listens now. */
    public synchronized int dialled() {
        return unit;
    }

    /** Somebody sets its switches to another address. */
    public synchronized void dial(int address) {
        unit = address;
    }

    /** Whom to tell what it shows after each time it was written to. */
    public synchronized void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    /** What it shows: six characters. */
    public synchronized String text() {
        var text = new StringBuilder();
        for (var register : registers) text.append((char) register);
        return text.toString();
    }

    /** Frames with a wrong checksum or an impossible request, oldest first. */
    public synchronized List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    /** It neither obeys nor answers: its fuse is gone, or its wire. */
    public synchronized void silent(boolean silent) {
        this.silent = silent;
    }

    public synchronized boolean silent() {
        return silent;
    }

    /** Its answers carry a wrong checksum. */
    public synchronized void garbling(boolean garbling) {
        this.garbling = garbling;
    }

    public synchronized boolean garbling() {
        return garbling;
    }

    /** Mains off and on again: it forgets what it showed. */
    public synchronized void powerCycle() {
        Arrays.fill(registers, (byte) ' ');
        frame.reset();
        onChange.accept(text());
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        for (var b : bytes) {
            frame.write(b);
            if (frame.size() == length(frame.toByteArray())) whole();
        }
    }

    /** A frame ends with a silence: what is left then is one of a function unknown here, or a broken one. */
    @Override
    public synchronized void silence() {
        if (frame.size() > 0) whole();
    }

    private static int length(byte[] f) {
        if (f.length < 2) return Integer.MAX_VALUE;
        return switch (f[1]) {
            case READ, WRITE_ONE -> 8;
            case WRITE_MANY -> f.length < 7 ? Integer.MAX_VALUE : 9 + (f[6] & 0xFF);
            default -> Integer.MAX_VALUE;
        };
    }

    private void whole() {
        var f = frame.toByteArray();
        frame.reset();
        if (silent) return;
        if (f.length < 4 || crc(f, f.length - 2) != word(f[f.length - 1], f[f.length - 2])) {
            misunderstand("wrong checksum", f);
            return;
        }
        if (f[0] != 0 && (f[0] & 0xFF) != unit) return;
        var answer = obey(f);
        if (f[0] != 0) answer(answer);
    }

    private byte[] obey(byte[] f) {
        return switch (f[1]) {
            case READ -> read(f, word(f[2], f[3]), word(f[4], f[5]));
            case WRITE_ONE -> writeOne(f, word(f[2], f[3]), word(f[4], f[5]));
            case WRITE_MANY -> writeMany(f, word(f[2], f[3]), word(f[4], f[5]));
            default -> refuse(f, ILLEGAL_FUNCTION);
        };
    }

    private byte[] read(byte[] f, int first, int count) {
        if (count == 0 || first + count > DIGITS) return refuse(f, ILLEGAL_ADDRESS);
        var answer = new byte[3 + 2 * count];
        answer[0] = f[0];
        answer[1] = READ;
        answer[2] = (byte) (2 * count);
        for (var i = 0; i < count; i++) answer[4 + 2 * i] = registers[first + i];
        return answer;
    }

    private byte[] writeOne(byte[] f, int register, int value) {
        if (register >= DIGITS) return refuse(f, ILLEGAL_ADDRESS);
        if (!showable(value)) return refuse(f, ILLEGAL_VALUE);
        registers[register] = (byte) value;
        onChange.accept(text());
        return Arrays.copyOf(f, 6);
    }

    private byte[] writeMany(byte[] f, int first, int count) {
        if (count == 0 || (f[6] & 0xFF) != 2 * count) return refuse(f, ILLEGAL_VALUE);
        if (first + count > DIGITS) return refuse(f, ILLEGAL_ADDRESS);
        for (var i = 0; i < count; i++) {
            if (!showable(word(f[7 + 2 * i], f[8 + 2 * i]))) return refuse(f, ILLEGAL_VALUE);
        }
        for (var i = 0; i < count; i++) registers[first + i] = f[8 + 2 * i];
        onChange.accept(text());
        return Arrays.copyOf(f, 6);
    }

    private static boolean showable(int value) {
        return value >= ' ' && value < 0x7F;
    }

    private byte[] refuse(byte[] f, int why) {
        misunderstand("refused with exception " + why, f);
        return new byte[] {f[0], (byte) (f[1] | 0x80), (byte) why};
    }

    private void answer(byte[] answer) {
        var whole = Arrays.copyOf(answer, answer.length + 2);
        var crc = crc(answer, answer.length) ^ (garbling ? 0x5555 : 0);
        whole[answer.length] = (byte) crc;
        whole[answer.length + 1] = (byte) (crc >> 8);
        answers.accept(whole);
    }

    private static int word(byte high, byte low) {
        return (high & 0xFF) << 8 | low & 0xFF;
    }

    /** CRC-16 with the polynomial A001 (bits reversed), from FFFF. */
    private static int crc(byte[] bytes, int length) {
        var crc = 0xFFFF;
        for (var i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xA001 : crc >> 1;
        }
        return crc;
    }

    private void misunderstand(String what, byte[] frame) {
        misunderstood.add(
                what + ": " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame));
        if (misunderstood.size() > FAULTS_KEPT) misunderstood.remove();
    }
}
