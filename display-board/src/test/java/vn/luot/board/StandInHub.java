package vn.luot.board;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.Json;

/** A feed that gives everybody a snapshot, and then the steps the test makes; keeps what it is told of hardware. */
final class StandInHub implements AutoCloseable {
    private final HttpServer server;
    private final List<ServerWebSocket> listeners = new CopyOnWriteArrayList<>();
    private final List<HardwareReport> reports = new CopyOnWriteArrayList<>();
    private volatile HallView hall = Halls.quiet();

    StandInHub(Vertx vertx) {
        server = vertx.createHttpServer().webSocketHandler(this::welcome).requestHandler(this::take);
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

    /** What was posted, oldest first. */
    List<HardwareReport> reports() {
        return reports;
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            reports.add(read(body.getBytes()));
            request.response().setStatusCode(204).end();
        });
    }

    private static HardwareReport read(byte[] json) {
        try {
            return Json.read(json, HardwareReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(ServerWebSocket listener) {
        listener.textMessageHandler(hello -> {
            listener.writeTextMessage(Json.text(new FeedMessage.Snapshot(hall, 1)));
            listeners.add(listener);
        });
    }
}
