package vn.luot.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;

/**
 * People in a hurry: a number of connections, each with one request at a time, on the caller's thread. Reads of an
 * answer only its status and length, because on a machine of two cores every microsecond spent here is the server's.
 */
final class Load {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int LARGEST_ANSWER = 16 * 1_024;

    private final int most;
    private final IntFunction<byte[]> requests;
    /** Requests a second; 0 to send the next as soon as an answer is whole. */
    private final double rate;

    private final Samples millis = new Samples();
    /** Connections without a request, while requests come at a rate of their own. */
    private final Deque<Connection> idle = new ArrayDeque<>();

    private int sent;
    private int open;
    private long begun;
    private long until;

    private Load(int most, double rate, IntFunction<byte[]> requests) {
        this.most = most;
        this.rate = rate;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param millis from the moment a request was due to the last byte of its answer
     */
    record Answered(double perSecond, Samples millis) {}

    /**
     * Each connection sends again as soon as it was answered.
     *
     * @param requests the next request of connection 0, 1, 2 …
     * @throws IllegalStateException when the server refuses one of them, or does not answer
     */
    static Answered run(Site site, int port, int connections, IntFunction<byte[]> requests) {
        return new Load(Integer.MAX_VALUE, 0, requests)
                .run(port, connections, site.effort().turn());
    }

    /** The same, exactly {@code count} times. */
    static Answered send(int port, int connections, int count, IntFunction<byte[]> requests) {
        return new Load(count, 0, requests).run(port, connections, Duration.ofMillis(PATIENCE_MILLIS));
    }

    static void once(int port, byte[] request) {
        send(port, 1, 1, any -> request);
    }

    /** Requests come at {@code rate}, whether the server keeps up or not; what it did not answer in time is not counted. */
    static Answered offer(Site site, int port, int connections, double rate, IntFunction<byte[]> requests) {
        return new Load(Integer.MAX_VALUE, rate, requests)
                .run(port, connections, site.effort().turn());
    }

    private Answered run(int port, int connections, Duration turn) {
        try (var selector = Selector.open()) {
            for (var i = 0; i < connections; i++) idle.add(new Connection(i, selector, port));
            begun = System.nanoTime();
            until = begun + turn.toNanos();
            open = connections;
            if (rate == 0) {
                while (!idle.isEmpty()) idle.removeFirst().next();
                while (open > 0) receive(selector, PATIENCE_MILLIS);
            } else {
                while (System.nanoTime() < until) {
                    sendWhatIsDue();
                    receive(selector, 1);
                }
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            for (var key : selector.keys()) key.channel().close();
            return new Answered(millis.count() / seconds, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(Selector selector, long atMostMillis) throws IOException {
        var ready = selector.select(key -> ((Connection) key.attachment()).receive(), atMostMillis);
        if (ready == 0 && atMostMillis == PATIENCE_MILLIS)
            throw new IllegalStateException("the server does not answer");
    }

    private void sendWhatIsDue() {
        var due = (System.nanoTime() - begun) / 1e9 * rate;
        while (sent < due && !idle.isEmpty()) {
            var connection = idle.removeFirst();
            connection.send(begun + (long) (sent / rate * 1e9));
        }
    }

    private final class Connection {
        private final int index;
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
        private long sentAt;

        private Connection(int index, Selector selector, int port) throws IOException {
            this.index = index;
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void next() {
            var now = System.nanoTime();
            if (rate != 0) {
                idle.addLast(this);
            } else if (now >= until || sent == most) {
                open--;
            } else {
                send(now);
            }
        }

        private void send(long at) {
            sentAt = at;
            sent++;
            var request = ByteBuffer.wrap(requests.apply(index));
            try {
                while (request.hasRemaining()) channel.write(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void receive() {
            try {
                if (channel.read(answer) < 0) throw new IllegalStateException("the server closed the connection");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!Answer.isWhole(answer.array(), answer.position())) return;
            if (!Answer.isGood(answer.array())) {
                throw new IllegalStateException(
                        new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8));
            }
            answer.clear();
            millis.add((System.nanoTime() - sentAt) / 1e6);
            next();
        }
    }
}
