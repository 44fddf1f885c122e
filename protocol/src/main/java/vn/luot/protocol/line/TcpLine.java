package vn.luot.protocol.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line over TCP, such as a network printer's port 9100. */
final class TcpLine implements OpenLine {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLine.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 100;
    private static final int CHUNK = 4_096;
    private static final byte[] NOTHING = {};

    private final LineAddress.Tcp address;
    private final Socket socket;
    private final byte[] buffer = new byte[CHUNK];

    private TcpLine(LineAddress.Tcp address, Socket socket) {
        this.address = address;
        this.socket = socket;
    }

    static TcpLine open(LineAddress.Tcp address) throws LineGone {
        var line = new TcpLine(address, new Socket());
        try {
            line.connect();
            return line;
        } catch (IOException e) {
            line.close();
            throw new LineGone(
                    "không nối được tới " + address.host() + ":" + address.port()
                            + ", hãy kiểm tra nguồn, dây mạng và địa chỉ / cannot connect: check power, network cable and address",
                    e);
        }
    }

    private void connect() throws IOException {
        socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS);
        // A device that lost its power says no goodbye: ask it after 5 s of silence, and give it 3 × 2 s to answer.
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPIDLE, 5);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPINTERVAL, 2);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
    }

    private void setIfKnown(SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) socket.setOption(option, value);
    }

    @Override
    public byte[] read() throws LineGone {
        try {
            var count = socket.getInputStream().read(buffer);
            if (count < 0) throw lost(null);
            return Arrays.copyOf(buffer, count);
        } catch (SocketTimeoutException e) {
            return NOTHING;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws LineGone {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public int chunk() {
        return CHUNK;
    }

    @Override
    public void giveUpWriting() {
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}", address, e);
        }
    }

    private LineGone lost(IOException cause) {
        return new LineGone(
                "mất kết nối với " + address.host() + ":" + address.port() + " / the device closed the connection",
                cause);
    }
}
