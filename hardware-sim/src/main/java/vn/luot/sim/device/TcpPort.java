package vn.luot.sim.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A device on the network, on the loopback address; like most printers it talks to one program at a time. */
public final class TcpPort implements Port {
    private final int number;
    private ServerSocket door;
    private Socket guest;

    /** @param number the TCP port; 0 to take a free one, which then stays the same */
    public TcpPort(int number) throws IOException {
        door = open(number);
        this.number = door.getLocalPort();
    }

    private static ServerSocket open(int number) throws IOException {
        var door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        return door;
    }

    @Override
    public String address() {
        return "tcp:127.0.0.1:" + number;
    }

    @Override
    public int baud() {
        return 0;
    }

    @Override
    public void plugIn() throws IOException {
        if (door == null) door = open(number);
    }

    @Override
    public void unplug() throws IOException {
        hangUp();
        if (door != null) door.close();
        door = null;
    }

    @Override
    public int read(byte[] into, Duration patience) throws IOException {
        if (door == null) {
            LockSupport.parkNanos(patience.toNanos());
            return 0;
        }
        try {
            if (guest == null) welcome(patience);
            guest.setSoTimeout((int) Math.max(1, patience.toMillis()));
            var count = guest.getInputStream().read(into);
            if (count < 0) hangUp();
            return Math.max(count, 0);
        } catch (SocketTimeoutException nothingCame) {
            return 0;
        } catch (IOException gone) {
            hangUp();
            return 0;
        }
    }

    private void welcome(Duration patience) throws IOException {
        door.setSoTimeout((int) Math.max(1, patience.toMillis()));
        guest = door.accept();
        guest.setTcpNoDelay(true);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (guest == null) return;
        try {
            guest.getOutputStream().write(bytes);
        } catch (IOException gone) {
            hangUp();
        }
    }

    private void hangUp() throws IOException {
        if (guest != null) guest.close();
        guest = null;
    }
}
