package vn.luot.hub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Actor;
import vn.luot.protocol.message.Json;

/** One request: who asks, for what, and how it is answered. */
public final class Call {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What somebody's phone shows, for what a session alone is not enough for. */
    private static final String CODE = "Luot-Code";

    private static final String ACTOR = "actor";

    private final RoutingContext context;

    public Call(RoutingContext context) {
        this.context = context;
    }

    void of(Actor actor) {
        context.put(ACTOR, actor);
    }

    /** Who asks; there is one on every route that names roles. */
    public Actor actor() {
        return context.get(ACTOR);
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public String query(String name, String otherwise) {
        return context.queryParam(name).stream().findFirst().orElse(otherwise);
    }

    /** The code of the second factor; empty when none was given. */
    public Optional<String> code() {
        return Optional.ofNullable(context.request().getHeader(CODE));
    }

    /** The address the request came from. */
    public String address() {
        return context.request().remoteAddress().hostAddress();
    }

    public RoutingContext context() {
        return context;
    }

    public boolean hasBody() {
        return context.body().length() > 0;
    }

    /** The body as it came; empty when there is none. */
    public byte[] bytes() {
        var bytes = context.body().buffer();
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    /** @throws Failure BAD_JSON with the place, or FIELD_INVALID naming the field */
    public <T> T body(Class<T> type) {
        var bytes = bytes();
        if (bytes.length == 0) throw Failure.badJson("trống / empty");
        try {
            var read = Json.read(text(bytes), type);
            if (read == null) throw Failure.badJson("null");
            return read;
        } catch (JsonMappingException e) {
            throw fieldOf(e);
        } catch (JsonProcessingException e) {
            throw Failure.badJson(place(e));
        } catch (IOException e) {
            throw Failure.badJson("UTF-8");
        }
    }

    /** Without a byte order mark either (RFC 8259). */
    private static String text(byte[] bytes) throws CharacterCodingException {
        var text = Json.decoded(bytes);
        if (text.startsWith(BYTE_ORDER_MARK)) throw Failure.badJson("BOM, dòng 1 cột 1 / line 1 column 1");
        return text;
    }

    private static RuntimeException fieldOf(JsonMappingException e) {
        if (e.getCause() instanceof JsonProcessingException syntax && isOfTheText(syntax)) {
            return Failure.badJson(place(syntax));
        }
        var path = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
        if (path.isEmpty()) return Failure.badJson(place(e));
        return Failure.field(
                path, "không đúng kiểu, hoặc không có trường này.", "wrong type, or there is no such field.");
    }

    /** Otherwise the text is JSON, but a value does not fit: a number may be too large for its field. */
    private static boolean isOfTheText(JsonProcessingException e) {
        return !(e instanceof JsonMappingException || e instanceof InputCoercionException);
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null
                ? "?"
                : "dòng " + at.getLineNr() + " cột " + at.getColumnNr() + " / line " + at.getLineNr() + " column "
                        + at.getColumnNr();
    }

    public boolean hasKey() {
        return context.request().headers().contains("Idempotency-Key");
    }

    /** @throws Failure IDEMPOTENCY_KEY_INVALID when the header is missing or malformed */
    public String key() {
        var key = context.request().getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Failure(
                    400,
                    "IDEMPOTENCY_KEY_INVALID",
                    "Thiếu hoặc sai tiêu đề Idempotency-Key (16–64 ký tự A–Z a–z 0–9 _ -).",
                    "The Idempotency-Key header is missing or malformed (16–64 characters A–Z a–z 0–9 _ -).");
        }
        return key;
    }

    public void answer(int status, Object body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(body)));
    }

    /** Sends the browser on to another page. */
    public void goTo(String place) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", place)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    public void answerNothing() {
        context.response().setStatusCode(204).end();
    }

    /** Does something with what {@code coming} brings; its failure is the request's. */
    public <T> void then(Future<T> coming, Consumer<T> answer) {
        coming.onSuccess(value -> {
                    try {
                        answer.accept(value);
                    } catch (RuntimeException e) {
                        context.fail(e);
                    }
                })
                .onFailure(context::fail);
    }
}
