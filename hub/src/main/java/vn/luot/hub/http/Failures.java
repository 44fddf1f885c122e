package vn.luot.hub.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.AccessRefused;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.ProtocolVersion;

/** The one place where what went wrong becomes an answer: RFC 9457, never a stack trace, logged once. */
public final class Failures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    /** A ticket's token stands in its path; it is nobody's business but its holder's. */
    private static final Pattern TOKEN = Pattern.compile("^(/t/|/api/tickets/)[^/]+");

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void handle(RoutingContext context) {
        var failure = failure(context);
        var traceId = traceId();
        log(context, failure, traceId);
        if (context.response().ended() || context.response().headWritten()) return;
        answer(context.response(), failure, traceId);
    }

    static Future<Void> answer(HttpServerResponse response, Failure failure, String traceId) {
        response.setStatusCode(failure.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (failure.retryAfterSeconds() > 0) response.putHeader("Retry-After", "" + failure.retryAfterSeconds());
        // RFC 9110 wants to hear what to change to.
        if (failure.status() == 426) response.putHeader("Upgrade", "luot/" + ProtocolVersion.NOW);
        return response.end(Json.text(problem(failure, traceId)));
    }

    private static Failure failure(RoutingContext context) {
        var thrown = context.failure();
        if (thrown instanceof Failure failure) return failure;
        if (thrown instanceof AccessRefused refused) return Failure.of(refused);
        var status = thrown instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        return switch (status) {
            case 400 -> Failure.badRequest();
            case 404 -> Failure.notFound();
            case 405 -> Failure.methodNotAllowed();
            case 413 -> Failure.bodyTooLarge();
            default -> isSendersMistake(status, context) ? Failure.badRequest() : Failure.fault(thrown);
        };
    }

    /** Any other 4xx, and an address that cannot be decoded, which the router takes for a fault of its own. */
    private static boolean isSendersMistake(int status, RoutingContext context) {
        if (status > 400 && status < 500) return true;
        try {
            URLDecoder.decode(context.request().path(), StandardCharsets.UTF_8);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Problem problem(Failure failure, String traceId) {
        return new Problem(
                "about:blank",
                failure.code(),
                failure.status(),
                failure.code(),
                failure.messageVi(),
                failure.messageEn(),
                traceId,
                failure.faults(),
                failure.state());
    }

    private static void log(RoutingContext context, Failure failure, String traceId) {
        var shown = shown(context.request().path());
        if (failure.status() >= 500) {
            LOG.error("{} {} {}: {}", traceId, context.request().method(), shown, failure.code(), failure.getCause());
        } else {
            LOG.debug("{} {} {}: {}", traceId, context.request().method(), shown, failure.code());
        }
    }

    /** Without what nobody but the sender should know, in whatever place of the address it was typed. */
    static String shown(String path) {
        var withoutToken = TOKEN.matcher(path).replaceFirst("$1…");
        return Words.withoutNumbersOfPeople(withoutToken.replace("%20", " "));
    }

    static String traceId() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
