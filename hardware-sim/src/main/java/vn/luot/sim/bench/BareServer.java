package vn.luot.sim.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** The least that a server can do: reads the JSON of a wish, writes the JSON of a ticket, and knows nothing else. */
final class BareServer implements AutoCloseable {
    private static final TicketReceipt RECEIPT = new TicketReceipt(
            123_456,
            "A0123",
            "abcdefghijklmnopqrstuv",
            "http://localhost:8080/t/abcdefghijklmnopqrstuv",
            "s12",
            List.of(1, 2, 3, 4),
            OffsetDateTime.of(2026, 11, 2, 8, 0, 0, 0, ZoneOffset.ofHours(7)),
            12);

    private final HttpServer server;
    private final Supplier<Future<?>> before;

    private BareServer(Vertx vertx, Supplier<Future<?>> before) {
        this.before = before;
        server = vertx.createHttpServer().requestHandler(this::handle);
        server.listen(0, "127.0.0.1").await();
    }

    static BareServer start(Vertx vertx) {
        return new BareServer(vertx, Future::succeededFuture);
    }

    /** @param before what it waits for before it answers */
    static BareServer thatWaits(Vertx vertx, Supplier<Future<?>> before) {
        return new BareServer(vertx, before);
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> before.get().onSuccess(done -> answer(request, body)));
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        request.response()
                .setStatusCode(read(body).service() == null ? 400 : 201)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(Json.bytes(RECEIPT)));
    }

    private static TicketRequest read(Buffer body) {
        try {
            return Json.read(body.getBytes(), TicketRequest.class);
        } catch (IOException e) {
            return new TicketRequest(null, null, null, null);
        }
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().await();
    }
}
