package vn.luot.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Alpha signs on one line, with a decoder of their own. */
final class MatrixSigns extends StandIn {
    private static final Pattern PACKET =
            Pattern.compile("Z(..)(\u0002A0\u001B0b(.*)\u0003)([0-9A-F]{4})", Pattern.DOTALL);

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private volatile int answer = -1;
    private volatile long pauseMillis;

    MatrixSigns() throws IOException {}

    /** What sign {@code address} shows, rows separated by {@code \r}; empty before it was told anything. */
    String text(String address) {
        return texts.getOrDefault(address, "");
    }

    /** Time between STX and the next byte of the last packet. */
    long pauseMillis() {
        return pauseMillis;
    }

    void answerWith(int answer) {
        this.answer = answer;
    }

    @Override
    void talk(InputStream in, OutputStream out) throws IOException {
        while (next(in) != 0x01) {
            // zeros by which a sign finds the speed
        }
        var packet = new StringBuilder();
        var startOfText = 0L;
        for (var octet = next(in); octet != 0x04; octet = next(in)) {
            if (packet.length() == 4) pauseMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startOfText);
            packet.append((char) octet);
            if (packet.length() == 4) startOfText = System.nanoTime();
        }
        take(packet.toString());
        if (answer >= 0) out.write(answer);
    }

    private void take(String packet) throws IOException {
        var parts = PACKET.matcher(packet);
        if (!parts.matches()) throw new IOException("not a packet: " + packet);
        if (parts.group(2).chars().sum() != Integer.parseInt(parts.group(4), 16)) throw new IOException("damaged");
        texts.put(parts.group(1), parts.group(3));
    }
}
