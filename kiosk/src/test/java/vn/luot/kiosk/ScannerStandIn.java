package vn.luot.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import vn.luot.protocol.line.LineAddress;

/** A scanner at the other end of a network line. */
final class ScannerStandIn implements AutoCloseable {
    private final ServerSocket server;
    private volatile Socket line;

    ScannerStandIn() throws IOException {
        server = new ServerSocket(0);
        CompletableFuture.runAsync(this::accept);
    }

    private void accept() {
        try {
            while (!server.isClosed()) line = server.accept();
        } catch (IOException e) {
            // It was closed.
        }
    }

    LineAddress address() {
        return LineAddress.parse("tcp:127.0.0.1:" + server.getLocalPort());
    }

    /** Holds a code before it; the line must be there. */
    void scan(String code) {
        try {
            line.getOutputStream().write((code + "\r").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cable is pulled out and stays out. */
    void pullOut() throws IOException {
        server.close();
        line.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (line != null) line.close();
    }
}
