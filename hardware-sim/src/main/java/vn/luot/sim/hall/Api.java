package vn.luot.sim.hall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;

/**
 * Requests of one simulated person or device, over the same HTTP that everybody uses. Blocks; for one thread.
 */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SecureRandom KEYS = new SecureRandom();

    private final URI address;
    private Map<String, String> identity;

    private Api(URI address, Map<String, String> identity) {
        this.address = address;
        this.identity = identity;
    }

    static Api ofDevice(URI hub, String token) {
        return new Api(hub, Map.of("Authorization", "Bearer " + token));
    }

    /** A person who has yet to {@link #signIn}. */
    static Api ofPerson(URI hub) {
        return new Api(hub, Map.of());
    }

    /** A finger on the screen of a kiosk, whose agent listens to its own page only. */
    static Api ofTouchscreen(URI kiosk) {
        return new Api(kiosk, Map.of("Origin", "http://" + kiosk.getAuthority()));
    }

    void signIn(String name, String password) throws HubProblem, HubAway, InterruptedException {
        var answer = send("POST", "/api/session", Map.of("name", name, "password", password));
        identity = Map.of(
                "Cookie",
                answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0],
                "Origin",
                "http://" + address.getAuthority());
    }

    <T> T get(String path, Class<T> type) throws HubProblem, HubAway, InterruptedException {
        return read(send("GET", path, null), type);
    }

    /** Empty when the hub answered without a body. */
    <T> Optional<T> post(String path, Object body, Class<T> type) throws HubProblem, HubAway, InterruptedException {
        var answer = send("POST", path, body);
        return answer.body().length == 0 ? Optional.empty() : Optional.of(read(answer, type));
    }

    /** Reads what has versions, has it changed, and writes it back. */
    void change(String path, Consumer<ObjectNode> change) throws HubProblem, HubAway, InterruptedException {
        var now = send("GET", path, null);
        var content = read(now, ObjectNode.class);
        change.accept(content);
        var version = now.headers().firstValue("ETag").orElseThrow();
        send("PUT", path, content, Map.of("If-Match", version));
    }

    private HttpResponse<byte[]> send(String method, String path, Object body)
            throws HubProblem, HubAway, InterruptedException {
        return send(method, path, body, Map.of());
    }

    private HttpResponse<byte[]> send(String method, String path, Object body, Map<String, String> headers)
            throws HubProblem, HubAway, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)));
        if (body != null) request.header("Content-Type", "application/json");
        if (method.equals("POST")) request.header("Idempotency-Key", newKey());
        identity.forEach(request::header);
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) throw new HubProblem(read(answer, Problem.class));
            return answer;
        } catch (IOException e) {
            throw new HubAway(address + " không trả lời / does not answer: " + e.getMessage(), e);
        }
    }

    private <T> T read(HttpResponse<byte[]> answer, Class<T> type) throws HubAway {
        try {
            return Json.read(answer.body(), type);
        } catch (IOException e) {
            throw new HubAway(address + " trả lời khó hiểu / answers strangely: " + answer.statusCode(), e);
        }
    }

    static String newKey() {
        var bits = new byte[16];
        KEYS.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
