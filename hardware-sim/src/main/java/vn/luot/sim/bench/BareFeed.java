package vn.luot.sim.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashSet;
import java.util.Set;

/** The least that a feed can do: says back what it hears, and says the same to everybody. */
final class BareFeed implements AutoCloseable {
    private final Set<ServerWebSocket> sockets = new HashSet<>();
    private final Context loop;
    private final HttpServer server;

    BareFeed(Vertx vertx) {
        loop = vertx.getOrCreateContext();
        server = vertx.createHttpServer().webSocketHandler(this::enter);
        server.listen(0, "127.0.0.1").await();
    }

    private void enter(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> sockets.remove(socket));
        socket.textMessageHandler(socket::writeTextMessage);
    }

    void broadcast(String text) {
        loop.runOnContext(now -> sockets.forEach(socket -> socket.writeTextMessage(text)));
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().await();
    }
}
