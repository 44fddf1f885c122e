package vn.luot.sim.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Keeps a number of connections busy, each with one request at a time, on one event loop of its own: a new request
 * leaves as soon as the answer to the last is whole. Reads of an answer only its status and length.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int most;
    private final IntFunction<Buffer> requests;
    private final Samples millis = new Samples();
    private final Promise<Void> ended = Promise.promise();
    private int sent;
    private int open;
    private long begun;
    private long until;

    private Load(int most, IntFunction<Buffer> requests) {
        this.most = most;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param millis from the first byte of each request to the last of its answer
     */
    record Answered(double perSecond, Samples millis) {}

    /**
     * @param requests the next request of connection 0, 1, 2 …
     * @throws IllegalStateException when the server refuses one of them, or does not answer
     */
    static Answered run(Site site, int port, int connections, IntFunction<Buffer> requests) {
        return new Load(Integer.MAX_VALUE, requests)
                .run(site, port, connections, site.effort().turn());
    }

    /** Sends exactly {@code count} requests. */
    static Answered send(Site site, int port, int connections, int count, IntFunction<Buffer> requests) {
        return new Load(count, requests).run(site, port, connections, PATIENCE);
    }

    static void once(Site site, int port, Buffer request) {
        send(site, port, 1, 1, any -> request);
    }

    private Answered run(Site site, int port, int connections, Duration turn) {
        var client = site.load().createNetClient(new NetClientOptions().setTcpNoDelay(true));
        var sockets = IntStream.range(0, connections)
                .mapToObj(any -> client.connect(port, "127.0.0.1"))
                .toList();
        Future.all(sockets).await();
        site.load().getOrCreateContext().runOnContext(now -> {
            begun = System.nanoTime();
            until = begun + turn.toNanos();
            open = connections;
            for (var i = 0; i < connections; i++)
                new Connection(i, sockets.get(i).result()).begin();
        });
        ended.future()
                .timeout(turn.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS)
                .await();
        var seconds = (System.nanoTime() - begun) / 1e9;
        client.close().await();
        return new Answered(millis.count() / seconds, millis);
    }

    private final class Connection {
        private final int index;
        private final NetSocket socket;
        private Buffer pending;
        private long sentAt;

        private Connection(int index, NetSocket socket) {
            this.index = index;
            this.socket = socket;
        }

        private void begin() {
            socket.handler(this::receive);
            socket.closeHandler(closed -> ended.tryFail("the server closed the connection"));
            next();
        }

        private void next() {
            sentAt = System.nanoTime();
            if (sentAt >= until || sent == most) {
                if (--open == 0) ended.tryComplete();
                return;
            }
            sent++;
            socket.write(requests.apply(index));
        }

        private void receive(Buffer bytes) {
            pending = pending == null ? bytes : pending.appendBuffer(bytes);
            if (!Answer.isWhole(pending)) return;
            if (!Answer.isGood(pending)) {
                ended.tryFail(pending.toString(StandardCharsets.UTF_8));
                return;
            }
            pending = null;
            millis.add((System.nanoTime() - sentAt) / 1e6);
            next();
        }
    }
}
