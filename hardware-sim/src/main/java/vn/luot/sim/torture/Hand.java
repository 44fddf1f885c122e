package vn.luot.sim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import vn.luot.protocol.message.Json;

/** Somebody or something that asks the hub over HTTP. For one thread; never asks twice by itself. */
final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI address;
    private Map<String, String> identity;

    private Hand(URI address, Map<String, String> identity) {
        this.address = address;
        this.identity = identity;
    }

    static Hand ofDevice(int port, String token) {
        return new Hand(at(port), Map.of("Authorization", "Bearer " + token));
    }

    static Hand ofPerson(int port) {
        return new Hand(at(port), Map.of());
    }

    static Hand atScreen(int port) {
        return new Hand(at(port), Map.of("Origin", "http://127.0.0.1:" + port));
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @param body absent when there was none */
    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body == null ? "" : body.path(field).asText();
        }
    }

    boolean signIn(String name, String password) throws IOException, InterruptedException {
        var request = request("/api/session", Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("name", name, "password", password))));
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) return false;
        identity = Map.of(
                "Cookie",
                answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0],
                "Origin",
                "http://" + address.getAuthority());
        return true;
    }

    /** Of who has signed in, for a feed. */
    String session() {
        return identity.get("Cookie").split("=", 2)[1];
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path, PATIENCE).GET());
    }

    Answer post(String path, String key, Object body) throws IOException, InterruptedException {
        return post(path, key, body, PATIENCE);
    }

    Answer post(String path, String key, Object body, Duration patience) throws IOException, InterruptedException {
        var request = request(path, patience).header("Idempotency-Key", key);
        if (body == null) return send(request.POST(BodyPublishers.noBody()));
        return send(
                request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(patience);
        identity.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        var body = answer.body().length == 0 ? null : Json.read(answer.body(), JsonNode.class);
        return new Answer(answer.statusCode(), body);
    }
}
