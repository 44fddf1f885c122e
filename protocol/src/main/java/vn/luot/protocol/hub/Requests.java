package vn.luot.protocol.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.ProtocolVersion;

/** Asks the hub by HTTP, and tells "it said no" from "nobody knows". */
final class Requests {
    private static final long CONNECT_MILLIS = 1_500;
    private static final long ANSWER_MILLIS = 3_000;

    private record Answer(int status, Buffer body) {
        boolean isYes() {
            return status >= 200 && status < 300;
        }

        boolean isNo() {
            return status >= 400 && status < 500 && !isOfAnotherVersion();
        }

        /** Such a hub is of no more use to this program than one that is away. */
        boolean isOfAnotherVersion() {
            return status == 426;
        }
    }

    private final HubAddress hub;
    private final DeviceToken token;
    private final String program;
    private final HttpClient client;

    /** @param program name of this running program */
    Requests(Vertx vertx, HubAddress hub, DeviceToken token, String program) {
        this.hub = hub;
        this.token = token;
        this.program = program;
        client = vertx.createHttpClient();
    }

    /** @param key the idempotency key, or null; {@code body} is null for a request without one */
    <T> Future<T> send(HttpMethod method, String path, String key, Object body, Class<T> type) {
        var request = hub.aim(new RequestOptions(), path)
                .setMethod(method)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_MILLIS);
        return client.request(request)
                .compose(open -> ask(open, key, body))
                .recover(failure -> Future.failedFuture(
                        new HubAway("hub không trả lời / the hub does not answer: " + WhyAway.of(failure), failure)))
                .compose(answer -> read(answer, type));
    }

    Future<Void> close() {
        return client.close();
    }

    private Future<Answer> ask(HttpClientRequest request, String key, Object body) {
        request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.text());
        request.putHeader("Luot-Program", program);
        request.putHeader(ProtocolVersion.HEADER, "" + ProtocolVersion.NOW);
        if (key != null) request.putHeader("Idempotency-Key", key);
        if (body != null) request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        var sent = body == null ? request.send() : request.send(Buffer.buffer(Json.bytes(body)));
        return sent.compose(response -> response.body().map(bytes -> new Answer(response.statusCode(), bytes)));
    }

    private static <T> Future<T> read(Answer answer, Class<T> type) {
        try {
            if (answer.isYes()) return Future.succeededFuture(result(answer, type));
            if (answer.isOfAnotherVersion()) return Future.failedFuture(otherVersion());
            if (answer.isNo()) return Future.failedFuture(problem(answer));
            return Future.failedFuture(unclear(answer, null));
        } catch (IOException e) {
            return Future.failedFuture(unclear(answer, e));
        }
    }

    private static <T> T result(Answer answer, Class<T> type) throws IOException {
        var empty = answer.body.length() == 0 || type == Void.class;
        return empty ? null : Json.readLeniently(answer.body.getBytes(), type);
    }

    private static Exception problem(Answer answer) throws IOException {
        var problem = Json.readLeniently(answer.body.getBytes(), Problem.class);
        return problem == null || problem.code() == null ? unclear(answer, null) : new HubProblem(problem);
    }

    private static HubAway otherVersion() {
        return new HubAway(
                "hub và chương trình này khác phiên bản, hãy cập nhật chương trình"
                        + " / the hub is of another version: update this program",
                null);
    }

    /** Also the answer of something that is not the hub, such as a proxy's page. */
    private static HubAway unclear(Answer answer, IOException cause) {
        return new HubAway(
                "hub trả lời không rõ (" + answer.status + ") / unclear answer of the hub (" + answer.status + ")",
                cause);
    }
}
