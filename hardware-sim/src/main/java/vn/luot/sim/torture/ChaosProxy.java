package vn.luot.sim.torture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The network between everybody and the hub, with a {@link Weather} that changes. Two threads a connection. */
final class ChaosProxy implements AutoCloseable {
    private static final int LONGEST_DELAY_MILLIS = 1_500;
    private static final int CONNECT_MILLIS = 1_000;
    /** 64 bytes in 8 ms are 64 kbit/s. */
    private static final int THIN_BYTES = 64;

    private static final int THIN_MILLIS = 8;

    private static final int PACKET_BYTES = 1_460;
    /** Linux' shortest; a real one goes on for minutes, which no device waits for. */
    private static final int FIRST_RESEND_MILLIS = 200;

    private static final int LAST_RESEND_MILLIS = 800;

    private final ServerSocket door;
    private final int hub;
    private final SplittableRandom chance;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = Weather.CALM;
    private volatile boolean closed;

    /** @param hub port of the hub */
    ChaosProxy(int hub, SplittableRandom chance) throws IOException {
        this.hub = hub;
        this.chance = chance;
        this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        start("proxy", this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was swallowed cannot be made good: its connections are dropped when the weather clears. */
    void become(Weather next) {
        weather = next;
        for (var connection : connections) {
            if (connection.broken || next == Weather.CUT || next == Weather.RESET)
                connection.drop(next == Weather.RESET);
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void letIn() {
        while (!closed) {
            try {
                var client = door.accept();
                if (weather == Weather.CUT) client.close();
                else start("proxy in", () -> carry(client));
            } catch (IOException e) {
                if (!closed) throw new IllegalStateException("the proxy lets nobody in", e);
            }
        }
    }

    private void carry(Socket client) {
        var upstream = new Socket();
        try {
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hub), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        } catch (IOException e) {
            close(client, true);
            close(upstream, false);
            return;
        }
        var connection = new Connection(client, upstream);
        connections.add(connection);
        start("proxy out", () -> connection.pump(upstream, client, false));
        connection.pump(client, upstream, true);
    }

    private int upTo(int most) {
        synchronized (chance) {
            return chance.nextInt(most + 1);
        }
    }

    private static void close(Socket socket, boolean reset) {
        try {
            if (reset) socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
            return;
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    private final class Connection {
        private final Socket client;
        private final Socket upstream;
        private volatile boolean broken;

        private Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        private void drop(boolean reset) {
            connections.remove(this);
            close(client, reset);
            close(upstream, reset);
        }

        private void pump(Socket from, Socket to, boolean isRequest) {
            var buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    pass(Arrays.copyOf(buffer, count), to, isRequest);
                }
            } catch (IOException e) {
                // Either side may end at any moment; so does the other then.
                broken = true;
            }
            drop(false);
        }

        private void pass(byte[] bytes, Socket to, boolean isRequest) throws IOException {
            switch (weather) {
                case CALM -> say(bytes, to);
                case SLOW -> {
                    pause(upTo(LONGEST_DELAY_MILLIS));
                    say(bytes, to);
                }
                case LOSS_1 -> sayLosing(1, bytes, to);
                case LOSS_10 -> sayLosing(10, bytes, to);
                case LOSS_30 -> sayLosing(30, bytes, to);
                case THIN -> {
                    for (var at = 0; at < bytes.length; at += THIN_BYTES) {
                        pause(THIN_MILLIS);
                        say(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + THIN_BYTES)), to);
                    }
                }
                case CUT, RESET -> {
                    say(Arrays.copyOf(bytes, bytes.length / 2), to);
                    drop(weather == Weather.RESET);
                }
                case BLACK_HOLE -> broken = true;
                case ONE_WAY -> {
                    if (isRequest) say(bytes, to);
                    else broken = true;
                }
                case TWICE -> {
                    if (isRequest && isWhole(bytes)) start("proxy twice", () -> sayAside(bytes));
                    say(bytes, to);
                }
            }
        }

        /** As TCP makes it good: what is lost is sent again after twice the time, all behind it waits, and at last it gives up. */
        private void sayLosing(int percent, byte[] bytes, Socket to) throws IOException {
            for (var at = 0; at < bytes.length; at += PACKET_BYTES) {
                for (var wait = FIRST_RESEND_MILLIS; upTo(99) < percent; wait *= 2) {
                    if (wait > LAST_RESEND_MILLIS) throw new IOException("given up");
                    pause(wait);
                }
                say(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PACKET_BYTES)), to);
            }
        }

        /** After a gap nothing more may follow, or the other side would hear nonsense that nobody said. */
        private void say(byte[] bytes, Socket to) throws IOException {
            if (!broken) to.getOutputStream().write(bytes);
        }
    }

    /** A request that came in one piece, with its body. */
    private static boolean isWhole(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("POST ")) return false;
        var end = text.indexOf("\r\n\r\n");
        var length = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        if (end < 0 || length < 0 || length > end) return false;
        var digits = text.substring(length + 16, text.indexOf('\r', length)).strip();
        return bytes.length == end + 4 + Integer.parseInt(digits);
    }

    /** The same request on a connection of its own, whose answer nobody hears. */
    private void sayAside(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), hub)) {
            socket.setSoTimeout(CONNECT_MILLIS);
            socket.getOutputStream().write(request);
            socket.getInputStream().read();
        } catch (IOException e) {
            // The other copy is the one that counts.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        connections.forEach(connection -> connection.drop(false));
    }
}
