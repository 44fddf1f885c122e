package vn.luot.sim.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Sockets that wait for steps, all on the event loop of the load. */
final class Listeners implements AutoCloseable {
    /** How a step begins on the feed, where beats come between. */
    private static final String STEP = "{\"type\":\"step\"";

    private static final long PATIENCE_SECONDS = 30;

    private final Vertx loop;
    private final WebSocketClient client;
    private final List<WebSocket> sockets;
    private Promise<Long> allHeard;
    private int left;
    private String lastStep;

    /** @param hello what each says first; each is in once it was answered */
    Listeners(Site site, int count, int port, String path, String hello) {
        loop = site.load();
        client = loop.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count));
        sockets = IntStream.range(0, count)
                .mapToObj(any -> client.connect(port, "127.0.0.1", path)
                        .compose(socket -> greet(socket, hello))
                        .await())
                .toList();
    }

    private Future<WebSocket> greet(WebSocket socket, String hello) {
        var welcomed = Promise.<WebSocket>promise();
        socket.textMessageHandler(text -> {
            if (text.startsWith(STEP)) {
                heard(text);
            } else {
                welcomed.tryComplete(socket);
            }
        });
        socket.writeTextMessage(hello);
        return welcomed.future();
    }

    private void heard(String step) {
        lastStep = step;
        if (--left == 0) allHeard.complete(System.nanoTime());
    }

    /**
     * Waits until every socket heard of one step.
     *
     * @param cause runs on the loop, and makes the step
     * @return from the cause to the last of them
     */
    double millisUntilAllHear(Runnable cause) {
        var took = Promise.<Long>promise();
        loop.getOrCreateContext().runOnContext(now -> {
            left = sockets.size();
            allHeard = Promise.promise();
            var begun = System.nanoTime();
            allHeard.future().map(end -> end - begun).onComplete(took);
            cause.run();
        });
        return took.future().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await() / 1e6;
    }

    /** Says something on the first socket. */
    void say(String text) {
        sockets.get(0).writeTextMessage(text);
    }

    /** What was heard last, to be said again elsewhere. */
    String lastStep() {
        return lastStep;
    }

    @Override
    public void close() {
        client.close().await();
    }
}
