package vn.luot.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import vn.luot.hub.http.Door;
import vn.luot.protocol.message.TicketReceipt;

/**
 * Somebody who talks to a hub over HTTP.
 *
 * @param token of a device or a session; empty for nobody known
 * @param isPerson whether the token goes into the session cookie
 */
record Caller(int port, Optional<String> token, boolean isPerson) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Set<String> SAY_WHERE_FROM = Set.of("Origin", "Sec-Fetch-Site");
    private static final AtomicLong KEYS = new AtomicLong();

    static String freshKey() {
        return "key-%012d".formatted(KEYS.incrementAndGet());
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** A key pressed at counter 1 or 2. */
    Answer press(int counter, String verb) {
        return post("/api/counters/" + counter + "/" + verb, null);
    }

    Answer take(String key, String service) {
        return post("/api/tickets", "{\"service\":\"" + service + "\"}", "Idempotency-Key", key);
    }

    /** A ticket that nothing speaks against. */
    TicketReceipt take(String service) {
        return take(freshKey(), service).as(TicketReceipt.class);
    }

    Answer rate(String key, String token, int score) {
        return post("/api/ratings", "{\"token\":\"" + token + "\",\"score\":" + score + "}", "Idempotency-Key", key);
    }

    /** A body in whatever encoding. */
    Answer postBytes(String path, byte[] body, String... headers) {
        return exchange("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    /** @param body absent to send none */
    Answer send(String method, String path, String body, String... headers) {
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    private Answer exchange(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (headers.length > 0) request.headers(headers);
        token.ifPresent(secret -> {
            if (isPerson) {
                request.header("Cookie", Door.SESSION + "=" + secret);
                if (isSilent(headers)) request.header("Origin", "http://localhost:" + port);
            } else {
                request.header("Authorization", "Bearer " + secret);
            }
        });
        return answered(request);
    }

    /** A page of the hub says in every write where it comes from, unless a test says something else for it. */
    private static boolean isSilent(String... headers) {
        return Stream.of(headers).noneMatch(SAY_WHERE_FROM::contains);
    }

    /** A write as only a very old browser, or a careless program, makes it: with the cookie and not a word more. */
    Answer postSilently(String path) {
        return answered(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", Door.SESSION + "=" + token.orElseThrow())
                .POST(BodyPublishers.noBody()));
    }

    private static Answer answered(HttpRequest.Builder request) {
        try {
            return new Answer(
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
