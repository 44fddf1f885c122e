package vn.luot.kiosk;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.ServiceView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** A hub of a few lines: issues numbers, remembers keys, and can be made to fail. */
final class HubStandIn {
    record Asked(String key, TicketRequest request) {}

    static final ScanKey SCAN_KEY = ScanKey.of(LocalDate.of(2026, 11, 23), new byte[32]);

    private final HttpServer server;
    private final Map<String, TicketReceipt> byKey = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<String> voided = ConcurrentHashMap.newKeySet();
    private volatile int silentTimes;
    private final Set<ServerWebSocket> feeds = ConcurrentHashMap.newKeySet();
    private volatile int brokenTimes;
    private volatile Problem refusal;
    private volatile int refusals;
    private volatile HardwareReport hardware = new HardwareReport(List.of());
    private volatile boolean ofAnotherVersion;

    HubStandIn(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .webSocketHandler(feed -> feed.textMessageHandler(hello -> {
                    feeds.add(feed);
                    feed.writeTextMessage(Json.text((Object) greeting()));
                }));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    private FeedMessage greeting() {
        return ofAnotherVersion
                ? new FeedMessage.Refused("UPGRADE_REQUIRED", "Khác phiên bản", "Other version")
                : new FeedMessage.Snapshot(hall(), 1);
    }

    /** Was replaced by a hub that does not understand this kiosk, or again by one that does. */
    void isOfAnotherVersion(boolean isOther) {
        ofAnotherVersion = isOther;
        feeds.forEach(ServerWebSocket::close);
        feeds.clear();
    }

    /** Tells whoever listens that this is its time. */
    void tellTime(Instant at) {
        var beat = new FeedMessage.Beat(hall().seq(), at.atOffset(ZoneOffset.UTC));
        feeds.forEach(feed -> feed.writeTextMessage(Json.text((Object) beat)));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Every request for a ticket, in order. */
    List<Asked> asked() {
        return asked;
    }

    /** Keys of which nobody is ever called. */
    Set<String> voided() {
        return voided;
    }

    /** What the kiosk said last of its hardware; nothing before. */
    HardwareReport hardware() {
        return hardware;
    }

    /** How often it said no. */
    int refusals() {
        return refusals;
    }

    int issued() {
        return byKey.size();
    }

    /** Issues the ticket and hangs up before the answer. */
    HubStandIn losingItsAnswer(int times) {
        silentTimes = times;
        return this;
    }

    /** Answers 503, and nobody knows. */
    HubStandIn failing(int times) {
        brokenTimes = times;
        return this;
    }

    /** Fails and refuses no more. */
    void obliging() {
        brokenTimes = 0;
        refusal = null;
    }

    HubStandIn refusing(int status, String code, String vi, String en) {
        refusal = new Problem("about:blank", code, status, code, vi, en, "t-1");
        return this;
    }

    void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        if (ofAnotherVersion) {
            var problem = new Problem("about:blank", "V", 426, "UPGRADE_REQUIRED", "Khác", "Other", "t-4");
            request.response().setStatusCode(426).end(Json.text(problem));
        } else if (request.path().equals("/api/plan")) {
            request.response().end(Json.text(Tickets.plan()));
        } else if (request.path().equals("/api/hardware")) {
            request.body().onSuccess(body -> note(request, body));
        } else if (request.path().equals("/api/scan-key")) {
            request.response().end(Json.text(SCAN_KEY));
        } else if (request.path().equals("/api/leases")) {
            request.body().onSuccess(body -> lease(request));
        } else if (request.path().equals("/api/tickets/reprint")) {
            request.body()
                    .onSuccess(body -> request.response().setStatusCode(204).end());
        } else if (request.path().equals("/api/tickets/void")) {
            request.body().onSuccess(body -> makeVoid(request));
        } else {
            request.body().onSuccess(body -> ticket(request, body));
        }
    }

    private void note(HttpServerRequest request, Buffer body) {
        hardware = read(body, HardwareReport.class);
        request.response().setStatusCode(204).end();
    }

    /** It has no numbers to lease. */
    private void lease(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            request.response().end(Json.text(new BlocksView(hall().at(), address() + "/t/", hall().day(), List.of())));
        } else {
            var none = new Problem("about:blank", "RANGE_USED_UP", 409, "RANGE_USED_UP", "Hết số", "No numbers", "t-3");
            request.response().setStatusCode(409).end(Json.text(none));
        }
    }

    private void makeVoid(HttpServerRequest request) {
        if (isFailed(request)) return;
        voided.add(request.getHeader("Idempotency-Key"));
        request.response().setStatusCode(204).end();
    }

    private void ticket(HttpServerRequest request, Buffer body) {
        var key = request.getHeader("Idempotency-Key");
        asked.add(new Asked(key, read(body, TicketRequest.class)));
        if (isFailed(request)) return;
        var receipt = byKey.computeIfAbsent(key, unknown -> next());
        if (silentTimes-- > 0) request.connection().close();
        else request.response().setStatusCode(201).end(Json.text(receipt));
    }

    private boolean isFailed(HttpServerRequest request) {
        if (brokenTimes-- > 0) {
            request.response().setStatusCode(503).end(Json.text(problem503()));
        } else if (refusal != null) {
            refusals++;
            request.response().setStatusCode(refusal.status()).end(Json.text(refusal));
        } else {
            return false;
        }
        return true;
    }

    private TicketReceipt next() {
        return Tickets.receipt(String.format("D%03d", byKey.size() + 1));
    }

    private static Problem problem503() {
        return new Problem("about:blank", "OUTCOME_UNKNOWN", 503, "OUTCOME_UNKNOWN", "Chưa rõ", "Not known", "t-2");
    }

    private static HallView hall() {
        return new HallView(
                7,
                // The same as the kiosk's of TakeTicketTest: a hub that is ahead makes tickets old.
                OffsetDateTime.parse("2026-11-23T08:15:00+07:00"),
                LocalDate.of(2026, 11, 23),
                List.of(
                        new ServiceView(Tickets.SERVICE, 5, true, null),
                        new ServiceView("dat-dai-nhan", 0, false, OffsetDateTime.parse("2026-11-23T06:30:00Z"))),
                List.of(),
                List.of());
    }

    private static <T> T read(Buffer body, Class<T> type) {
        try {
            return Json.read(body.getBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
