package vn.luot.sim.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketRequest;

/** Whole HTTP requests, as they go over the wire. Not thread-safe. */
final class Request {
    /** Where the key of a request that is made beforehand goes. */
    private static final String NO_KEY = "0".repeat(32);

    private final String token;
    private final SplittableRandom random = new SplittableRandom();
    private final byte[][] tickets;
    private final int keyAt;
    private int services;

    /** @param token of whoever asks */
    Request(String token) {
        this.token = token;
        var texts = IntStream.range(0, BenchPlan.SERVICES)
                .mapToObj(BenchPlan::service)
                .map(service -> text("/api/tickets", NO_KEY, Json.text(new TicketRequest(service, null, "vi", 1))))
                .toList();
        tickets = texts.stream().map(Request::bytes).toArray(byte[][]::new);
        keyAt = texts.get(0).indexOf(NO_KEY);
    }

    /** A ticket for one service after the other, each with a key of its own: random, as those of kiosks are. */
    byte[] ticket() {
        var request = tickets[services++ % tickets.length].clone();
        var bits = random.nextLong();
        for (var i = 0; i < NO_KEY.length(); i++) {
            if (i == NO_KEY.length() / 2) bits = random.nextLong();
            request[keyAt + i] = (byte) ('A' + (bits & 15));
            bits >>>= 4;
        }
        return request;
    }

    byte[] verb(int counter, String verb) {
        return post("/api/counters/" + counter + "/" + verb, "");
    }

    byte[] post(String path, String body) {
        var key = Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
        return bytes(text(path, key, body));
    }

    private String text(String path, String key, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
