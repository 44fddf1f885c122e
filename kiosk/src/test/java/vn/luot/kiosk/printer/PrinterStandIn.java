package vn.luot.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.luot.protocol.line.LineAddress;

/**
 * A printer at a TCP port that reads commands one by one, answers like a device, and keeps its paper. Written from the
 * command reference, not from the driver.
 */
public final class PrinterStandIn implements AutoCloseable {
    private static final byte[] FINE = {0x16, 0x12, 0x12, 0x12};

    private final ServerSocket server;
    private final List<String> papers = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private volatile Socket socket;
    private volatile byte[] status = FINE;
    private volatile boolean silent;
    /** How many answers about the state it keeps to itself until it is asked the next time. */
    private volatile int slow;

    private final List<Integer> kept = new CopyOnWriteArrayList<>();
    private volatile boolean finishing = true;
    private volatile byte[] duringTicket = {};
    private volatile boolean stumbles;
    private volatile byte[] statusAfterCut;
    private volatile int cancels;
    private volatile int clears;
    private volatile int questions;
    private final List<byte[]> proofs = new CopyOnWriteArrayList<>();
    private volatile boolean repeating;

    public PrinterStandIn() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "printer stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    public LineAddress address() {
        return new LineAddress.Tcp("127.0.0.1", server.getLocalPort());
    }

    /** Text and pictures of every piece that was cut, but for blank ones; pictures as "#". */
    public List<String> papers() {
        return papers;
    }

    public PrinterStandIn answering(int... realTime) {
        status = bytes(realTime);
        return this;
    }

    public void silent(boolean isSilent) {
        silent = isSilent;
    }

    /** Its last answers of one look come only with the first of the next. */
    void slowOnce(int answers) {
        slow = answers;
    }

    /** Never says that a ticket is done. */
    public PrinterStandIn neverFinishing() {
        finishing = false;
        return this;
    }

    /** Answers again, but not what it was asked meanwhile. */
    void finishing() {
        finishing = true;
    }

    /** Says of so many tickets that they are done, long after it was asked. */
    void finishLate(int tickets) {
        say(new byte[tickets]);
    }

    /** Runs out of paper when a ticket begins, says so by itself, and works off no more of it. */
    public PrinterStandIn stopping() {
        duringTicket = bytes(0x1C, 0, 0x0C, 0);
        finishing = false;
        return this;
    }

    /** Is open for a moment while one ticket is printed, and fine again before anybody asks. */
    public void stumblingOnce() {
        stumbles = true;
    }

    /** Something happens at the very end of the ticket. */
    PrinterStandIn afterCutAnswering(int... realTime) {
        statusAfterCut = bytes(realTime);
        return this;
    }

    /** Instead of each proof it gives once more those it gave up to now. */
    void repeatingItsProofs() {
        repeating = true;
    }

    /** How often it was asked behind its data whether it has paper. */
    int questions() {
        return questions;
    }

    int cancels() {
        return cancels;
    }

    int clears() {
        return clears;
    }

    public void unplug() throws IOException {
        if (socket != null) socket.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        unplug();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                socket = server.accept();
                work(socket.getInputStream());
            } catch (IOException gone) {
                paper.reset();
            }
        }
    }

    private void work(InputStream in) throws IOException {
        for (var b = in.read(); b >= 0; b = in.read()) {
            switch (b) {
                case 0 -> {} // Passed over.
                case 0x10 -> realTime(in);
                case 0x1B -> escape(in);
                case 0x1C -> in.read();
                case 0x1D -> group(in);
                default -> paper.write(b);
            }
        }
    }

    private void realTime(InputStream in) throws IOException {
        switch (in.read()) {
            case 4 -> sayState(in.read());
            case 5 -> {
                if (in.read() == 2) cancels++;
            }
            case 0x14 -> {
                in.readNBytes(8);
                clears++;
                say(0x37, 0x25, 0);
            }
            default -> throw new IllegalStateException("a DLE command this printer does not know");
        }
    }

    private void sayState(int question) {
        var answer = status[question - 1] & 0xFF;
        if (question > 4 - slow) {
            kept.add(answer);
            if (question == 4) slow = 0;
            return;
        }
        kept.forEach(this::say);
        kept.clear();
        say(answer);
    }

    private void escape(InputStream in) throws IOException {
        switch (in.read()) {
            case '@' -> paper.reset();
            case 'a', 'E', 'J', 'd', 't', '!' -> in.read();
            default -> throw new IllegalStateException("an ESC command this printer does not know");
        }
    }

    private void group(InputStream in) throws IOException {
        switch (in.read()) {
            case 'a' -> {
                in.read();
                say(duringTicket.length == 0 ? new byte[] {0x14, 0, 0, 0} : duringTicket);
            }
            case '!' -> in.read();
            case 'V' -> cut(in);
            case 'r' -> {
                in.read();
                questions++;
                if (finishing) say(0);
            }
            case '(' -> function(in.read(), in);
            case 'v' -> picture(in);
            default -> throw new IllegalStateException("a GS command this printer does not know");
        }
    }

    private void cut(InputStream in) throws IOException {
        in.read();
        if (paper.size() > 0) papers.add(paper.toString(StandardCharsets.ISO_8859_1));
        paper.reset();
        if (statusAfterCut != null) status = statusAfterCut;
    }

    private void function(int family, InputStream in) throws IOException {
        var length = in.read() + 256 * in.read();
        var body = in.readNBytes(length);
        if (family == 'H' && finishing) {
            prove(bytes(0x37, 0x22, body[2], body[3], body[4], body[5], 0));
        } else if (family == 'k' && body[1] == 'P') {
            paper.write('[');
            paper.write(body, 3, length - 3);
            paper.write(']');
        }
    }

    private void prove(byte[] proof) {
        if (repeating) {
            proofs.forEach(this::say);
        } else {
            proofs.add(proof);
            say(proof);
        }
    }

    private void picture(InputStream in) throws IOException {
        in.readNBytes(2);
        var columns = in.read() + 256 * in.read();
        var rows = in.read() + 256 * in.read();
        in.readNBytes(columns * rows);
        paper.write('#');
        if (stumbles) say(0x3C, 0, 0, 0);
        stumbles = false;
    }

    private void say(int... answer) {
        say(bytes(answer));
    }

    private void say(byte[] answer) {
        if (silent) return;
        try {
            socket.getOutputStream().write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
