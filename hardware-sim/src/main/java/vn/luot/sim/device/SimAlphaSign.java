package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A matrix sign that speaks the Alpha protocol: it keeps texts under one-letter labels and shows the priority text
 * (label '0') while there is one, otherwise text 'A'. It acknowledges what has a checksum and is for it alone.
 */
public final class SimAlphaSign implements Device {
    /**
     * What is lit.
     *
     * @param mode how it appears: 'b' holds still, 'a' travels …; a space while there is nothing to show
     * @param lines of text, top to bottom
     */
    public record Lit(char mode, List<String> lines) {
        static final Lit DARK = new Lit(' ', List.of());

        public Lit {
            lines = List.copyOf(lines);
        }

        /** All lines in one, as one would read the sign aloud. */
        public String text() {
            return String.join(" ", lines).strip();
        }

        /** For each line seven rows of '1' (lit) and '0'. */
        public List<List<String>> dots() {
            return lines.stream().map(LedFont::dots).toList();
        }
    }

    private static final int SOH = 1, STX = 2, ETX = 3, EOT = 4, ACK = 6, NAK = 0x15, ESC = 0x1B;
    private static final char PRIORITY = '0', USUAL = 'A';
    private static final int FAULTS_KEPT = 100;
    private static final int LONGEST = 4096;

    private final String address;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final Map<Character, Lit> texts = new TreeMap<>();
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
        return texts.getOrDefault(PRIORITY, texts.getOrDefault(USUAL, Lit.DARK));
    }

    /** Frames and control codes that meant nothing to it, oldest first. */
    public synchronized List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    /** Mains off and on again: it forgets everything. */
    public synchronized void powerCycle() {
        texts.clear();
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
        if (f[4] != 'A' || end < 6) {
            misunderstand("unknown command", f);
            return;
        }
        var label = (char) f[5];
        if (end == 6) texts.remove(label);
        else texts.put(label, read(f, 6, end));
        onChange.accept(lit());
    }

    /** @param at where the text's position and mode begin: {@code 1B position mode text} */
    private Lit read(byte[] f, int at, int end) {
        var mode = 'a'; // What a sign does with a text that names no mode.
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var i = at; i < end; i++) {
            switch (f[i]) {
                case ESC -> {
                    if (!line.isEmpty()) lines.add(line.toString());
                    line.setLength(0);
                    if (i + 2 < end) mode = (char) f[i + 2];
                    i += 2;
                }
                case 0x0C, 0x0D -> {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                case 0x1A, 0x1C -> i++; // Font and colour: this sign has one of each.
                case 0x15, 0x16, 0x17, 0x18, 0x19 -> {} // Speed.
                default -> line.append(letter(f, i));
            }
        }
        lines.add(line.toString());
        return new Lit(mode, lines);
    }

    private char letter(byte[] f, int i) {
        var letter = (char) (f[i] & 0xFF);
        if (!LedFont.has(letter)) misunderstand("no letter %02X".formatted(f[i]), f);
        return letter;
    }

    private void misunderstand(String what, byte[] frame) {
        misunderstood.add(
                what + ": " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame));
        if (misunderstood.size() > FAULTS_KEPT) misunderstood.remove();
    }
}
