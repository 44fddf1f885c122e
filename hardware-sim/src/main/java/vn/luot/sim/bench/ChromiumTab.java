package vn.luot.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.luot.protocol.message.Json;

/** One page of a {@link ChromiumProcess}, told what to do by the browser's own protocol. */
final class ChromiumTab implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked;
    private final AtomicInteger ids = new AtomicInteger();

    private ChromiumTab(WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> asked) {
        this.socket = socket;
        this.asked = asked;
    }

    static ChromiumTab at(HttpClient http, URI debugger) {
        var asked = new ConcurrentHashMap<Integer, CompletableFuture<JsonNode>>();
        var socket =
                http.newWebSocketBuilder().buildAsync(debugger, new Ears(asked)).join();
        var tab = new ChromiumTab(socket, asked);
        tab.ask("Page.enable", Map.of());
        return tab;
    }

    void size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The processor is so many times slower for this page. */
    void slower(int times) {
        ask("Emulation.setCPUThrottlingRate", Map.of("rate", times));
    }

    /** Every page of this tab runs {@code script} before its own. */
    void first(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void open(String address) {
        ask("Page.navigate", Map.of("url", address));
    }

    /** What an expression comes to, awaited when it is a promise. */
    JsonNode of(String expression) {
        var answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) throw new IllegalStateException(answer.toString());
        return answer.at("/result/value");
    }

    /** Bytes of the page's heap that are left when all garbage is gone. */
    long heap() {
        for (var times = 0; times < 3; times++) ask("HeapProfiler.collectGarbage", Map.of());
        return ask("Runtime.getHeapUsage", Map.of()).path("usedSize").asLong();
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        socket.sendText(Json.text(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        var message = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (message.has("error")) throw new IllegalStateException(method + ": " + message.path("error"));
        return message.path("result");
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts the pieces of a message together, and gives each answer to who asked. Events are nobody's. */
    private static final class Ears implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> asked;
        private final StringBuilder pieces = new StringBuilder();

        private Ears(Map<Integer, CompletableFuture<JsonNode>> asked) {
            this.asked = asked;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean isLast) {
            pieces.append(piece);
            if (isLast) {
                heard(pieces.toString());
                pieces.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void heard(String text) {
            try {
                var message = Json.read(text, ObjectNode.class);
                var answer = asked.remove(message.path("id").asInt());
                if (answer != null) answer.complete(message);
            } catch (IOException e) {
                throw new IllegalStateException("the browser speaks no JSON", e);
            }
        }
    }
}
