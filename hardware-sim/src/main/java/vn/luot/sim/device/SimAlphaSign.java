package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A matrix sign that speaks the Alpha protocol: it keeps texts under one-letter labels and shows the priority text
 * (label '0') while there is one, otherwise text 'A'. It keeps pictures for which it was told to make room, and shows them
 * where a text calls them. It acknowledges what has a checksum and is for it alone.
 */
public final class SimAlphaSign implements Device {
    /**
     * A line that is lit.
     *
     * @param text what one reads; a picture reads as {@code ▣}
     * @param mode how it appears: 'b' holds still, 'a' travels …
     * @param dots rows of '1' (lit) and '0': seven, or as many as the line's picture has
     */
    public record Line(String text, char mode, boolean blinking, List<String> dots) {}

    /** What is lit, top to bottom. */
    public record Lit(List<Line> lines) {
        static final Lit DARK = new Lit(List.of());

        public Lit {
            lines = List.copyOf(lines);
        }

        /** All lines in one, as one would read the sign aloud. */
        public String text() {
            return lines.stream()
                    .map(Line::text)
                    .collect(Collectors.joining(" "))
                    .strip();
        }

        /** For each line rows of '1' (lit) and '0'. */
        public List<List<String>> dots() {
            return lines.stream().map(Line::dots).toList();
        }
    }

    private static final int SOH = 1, STX = 2, ETX = 3, EOT = 4, ACK = 6, NAK = 0x15;
    private static final char PRIORITY = '0', USUAL = 'A';
    private static final int FAULTS_KEPT = 100;
    private static final int LONGEST = 4096;

    private final String address;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final Map<Character, byte[]> texts = new TreeMap<>();
    private final AlphaPictures pictures = new AlphaPictures();
    private final Deque<String> misunderstood = new ArrayDeque<>();
    private Consumer<byte[]> answers = answer -> {};
    private Consumer<Lit> onChange = lit -> {};
    private int nulls;
    private boolean inFrame;

    /** @param address two hex digits, 01 to FF */
    public SimAlphaSign(String address) {
        this.address = address;
    }

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        this.answers = answers;
    }

    /** Whom to tell what it shows after each text it was given. */
    public synchronized void onChange(Consumer<Lit> listener) {
        onChange = listener;
    }

    /** What it shows now. */
    public synchronized Lit lit() {
        var text = texts.getOrDefault(PRIORITY, texts.get(USUAL));
        return text == null ? Lit.DARK : new AlphaReading(pictures).read(text);
    }

    /** Frames and control codes that meant nothing to it, oldest first. */
    public synchronized List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    /** Mains off and on again: it forgets everything. */
    public synchronized void powerCycle() {
        texts.clear();
        pictures.clear();
        inFrame = false;
        nulls = 0;
        onChange.accept(lit());
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        for (var b : bytes) receive(b);
    }

    private void receive(byte b) {
        if (nulls >= 5 && b == SOH) {
            inFrame = true;
            frame.reset();
        } else if (inFrame && b == EOT) {
            inFrame = false;
            whole(frame.toByteArray());
        } else if (inFrame) {
            frame.write(b);
            if (frame.size() > LONGEST) inFrame = false;
        }
        nulls = b == 0 ? nulls + 1 : 0;
    }

    /** @param f from the type code to the byte before EOT: {@code 'Z' 'a' 'a' 02 command… [03 'c' 'c' 'c' 'c']} */
    private void whole(byte[] f) {
        if (f.length < 5 || f[3] != STX) {
            misunderstand("not a frame", f);
            return;
        }
        var to = new String(f, 1, 2, StandardCharsets.US_ASCII);
        if (f[0] != 'Z' && f[0] != '!' || !to.equals(address) && !to.equals("00")) return;
        var etx = f.length >= 10 && f[f.length - 5] == ETX;
        var good = !etx || sum(f, f.length - 4).equals(new String(f, f.length - 4, 4, StandardCharsets.US_ASCII));
        if (etx && to.equals(address)) answers.accept(new byte[] {(byte) (good ? ACK : NAK)});
        if (good) obey(f, etx ? f.length - 5 : f.length);
        else misunderstand("wrong checksum, should be " + sum(f, f.length - 4), f);
    }

    /** Sum of all bytes from STX to ETX, both included, as four hex digits. */
    private static String sum(byte[] f, int to) {
        var sum = 0;
        for (var i = 3; i < to; i++) sum += f[i] & 0xFF;
        return "%04X".formatted(sum & 0xFFFF);
    }

    private void obey(byte[] f, int end) {
        var command = Arrays.copyOfRange(f, 4, end);
        var understood = switch (command.length < 2 ? ' ' : command[0]) {
            case 'A' -> write(command, f);
            case 'E' -> command[1] == '$' && pictures.makeRoom(ascii(command, 2));
            case 'I' -> pictures.draw(ascii(command, 1));
            default -> false;
        };
        if (understood) onChange.accept(lit());
        else misunderstand("unknown command", f);
    }

    private boolean write(byte[] command, byte[] frame) {
        var label = (char) command[1];
        var text = Arrays.copyOfRange(command, 2, command.length);
        if (text.length == 0) texts.remove(label);
        else texts.put(label, text);
        new AlphaReading(pictures).unknownLetters(text).forEach(letter -> misunderstand("no letter " + letter, frame));
        return true;
    }

    private static String ascii(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.US_ASCII);
    }

    private void misunderstand(String what, byte[] frame) {
        misunderstood.add(
                what + ": " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame));
        if (misunderstood.size() > FAULTS_KEPT) misunderstood.remove();
    }
}
