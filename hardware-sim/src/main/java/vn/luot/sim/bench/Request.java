package vn.luot.sim.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketRequest;

/** Whole HTTP requests, as they go over the wire. Not thread-safe. */
final class Request {
    private final String token;
    private final SplittableRandom random = new SplittableRandom();
    private int services;

    /** @param token of whoever asks */
    Request(String token) {
        this.token = token;
    }

    /** A ticket for one service after the other, each with a key of its own: random, as those of kiosks are. */
    Buffer ticket() {
        var service = BenchPlan.service(services++ % BenchPlan.SERVICES);
        return post("/api/tickets", Json.text(new TicketRequest(service, null, "vi", 1)));
    }

    Buffer verb(int counter, String verb) {
        return post("/api/counters/" + counter + "/" + verb, "");
    }

    Buffer post(String path, String body) {
        return Buffer.buffer(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nIdempotency-Key: " + key() + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    private String key() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
    }
}
