package vn.luot.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import vn.luot.protocol.line.LineAddress;

/** Something at the other end of a line, reached over loopback TCP; its cable can be pulled and put back. */
abstract class StandIn implements AutoCloseable {
    private final int port;
    private ServerSocket socket;
    private Socket cable;

    StandIn() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = socket.getLocalPort();
        listen(socket);
    }

    LineAddress line() {
        return new LineAddress.Tcp("127.0.0.1", port);
    }

    /** Nobody can reach it until {@link #plug}. */
    synchronized void unplug() throws IOException {
        socket.close();
        if (cable != null) cable.close();
    }

    synchronized void plug() throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        listen(socket);
    }

    synchronized boolean isConnected() {
        return cable != null && !cable.isClosed();
    }

    @Override
    public void close() throws IOException {
        unplug();
    }

    /** Reads one frame and answers it; runs until the stream ends with an exception. */
    abstract void talk(InputStream in, OutputStream out) throws IOException;

    /** The next byte. */
    static int next(InputStream in) throws IOException {
        var next = in.read();
        if (next < 0) throw new IOException("cable pulled");
        return next;
    }

    private void listen(ServerSocket open) {
        var thread = new Thread(() -> serve(open), "stand-in " + port);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(ServerSocket open) {
        while (!open.isClosed()) {
            try (var accepted = open.accept()) {
                keep(accepted);
                var in = accepted.getInputStream();
                while (true) talk(in, accepted.getOutputStream());
            } catch (IOException e) {
                // The cable was pulled: the next one may come.
            }
        }
    }

    private synchronized void keep(Socket accepted) {
        cable = accepted;
    }
}
