package vn.luot.board;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;

/** A feed that gives everybody a snapshot, and then the steps the test makes. */
final class StandInHub implements AutoCloseable {
    private final HttpServer server;
    private final List<ServerWebSocket> listeners = new CopyOnWriteArrayList<>();
    private volatile HallView hall = Halls.quiet();

    StandInHub(Vertx vertx) {
        server = vertx.createHttpServer().webSocketHandler(this::welcome);
        server.listen(0, "127.0.0.1").await();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    boolean hasListener() {
        return !listeners.isEmpty();
    }

    /** Calls such as {@code "A012 > 3"}; whoever listens is told. */
    void call(String call) {
        var step = Halls.call(hall, call);
        hall = hall.after(step);
        listeners.forEach(listener -> listener.writeTextMessage(Json.text(new FeedMessage.Live(step, true))));
    }

    /** Replaces the hall without telling, as a hub does that was started again elsewhere. */
    void becomes(HallView other) {
        hall = other;
    }

    void dropEverybody() {
        listeners.forEach(ServerWebSocket::close);
        listeners.clear();
    }

    @Override
    public void close() {
        server.close().await();
    }

    private void welcome(ServerWebSocket listener) {
        listener.textMessageHandler(hello -> {
            listener.writeTextMessage(Json.text(new FeedMessage.Snapshot(hall, 1)));
            listeners.add(listener);
        });
    }
}
