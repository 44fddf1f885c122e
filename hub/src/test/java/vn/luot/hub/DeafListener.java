package vn.luot.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** Somebody who says hello and then does not read. A bare socket, because clients that keep the rules read ahead. */
final class DeafListener implements AutoCloseable {
    /** As many as fill the buffers of both ends and the hub's patience, with the snapshots of a vast plan. */
    static final int DAYS_TOO_MANY = 100;

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int CLOSE_FRAME_BYTES = 4;

    private final Socket socket = new Socket();

    private DeafListener(Caller caller, String query) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("localhost", caller.port()), PATIENCE_MILLIS);
        write(("GET /feed?" + query + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(US_ASCII));
        readUpgraded();
        write(masked(Json.bytes(new Hello(ProtocolVersion.NOW, caller.token().orElseThrow()))));
    }

    static DeafListener of(Caller caller, String query) throws IOException {
        return new DeafListener(caller, query);
    }

    private void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private void readUpgraded() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n"))
            head.append((char) socket.getInputStream().read());
    }

    /** A final text frame with a mask of zeros. */
    private static byte[] masked(byte... text) {
        return ByteBuffer.allocate(6 + text.length)
                .put((byte) 0x81)
                .put((byte) (0x80 | text.length))
                .putInt(0)
                .put(text)
                .array();
    }

    /** Reads at last: the code in the close frame, which is the last that comes. */
    int closeCode() throws IOException {
        return closeCode(ByteBuffer.wrap(socket.getInputStream().readAllBytes()));
    }

    private static int closeCode(ByteBuffer frames) {
        var code = 0;
        while (frames.remaining() >= CLOSE_FRAME_BYTES) {
            var kind = frames.get() & 0x0f;
            var length = length(frames);
            if (kind == 8) code = frames.getShort(frames.position());
            frames.position(frames.position() + length);
        }
        return code;
    }

    private static int length(ByteBuffer frames) {
        var length = frames.get() & 0x7f;
        return switch (length) {
            case 126 -> frames.getShort() & 0xffff;
            case 127 -> (int) frames.getLong();
            default -> length;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
