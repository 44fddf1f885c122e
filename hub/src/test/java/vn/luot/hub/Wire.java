package vn.luot.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says whatever it likes, byte by byte. */
final class Wire implements AutoCloseable {
    /** Far longer than anything takes; only so that a hub that hangs does not hang the build. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    Wire(int port) {
        this(port, "127.0.0.1");
    }

    /** @param from one of the addresses that a machine has to itself, 127.x.x.x */
    Wire(int port, String from) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Nobody may be listening any more: that is seen when one reads. */
    Wire say(byte[] bytes) {
        tries(bytes);
        return this;
    }

    /** Whether it could be sent. */
    boolean tries(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that comes until the other side closes. */
    String heard() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // Closed without waiting for what was still coming.
        } catch (IOException e) {
            throw new UncheckedIOException("not closed; heard so far: " + all, e);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes up to and with the end of an answer's head. */
    String head() {
        return upTo("\r\n\r\n");
    }

    /** What comes up to and with these characters, or to the end. */
    String upTo(String end) {
        var heard = new StringBuilder();
        try {
            while (heard.indexOf(end) < 0) {
                var next = socket.getInputStream().read();
                if (next < 0) break;
                heard.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(heard.toString(), e);
        }
        return heard.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
