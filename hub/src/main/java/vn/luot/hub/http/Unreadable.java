package vn.luot.hub.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Answers what cannot be read as a request in the form of all other answers, and hangs up: nobody knows where the next begins. */
public final class Unreadable implements Handler<HttpServerRequest> {
    @Override
    public void handle(HttpServerRequest request) {
        var failure = failure(request.decoderResult().cause());
        request.response().putHeader(Pages.CONTENT_POLICY, Pages.NO_PAGE).putHeader("Connection", "close");
        Failures.answer(request.response(), failure, Failures.traceId())
                .onComplete(sent -> request.connection().close());
    }

    private static Failure failure(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Failure(
                    414,
                    "ADDRESS_TOO_LONG",
                    "Địa chỉ quá dài. Hãy mở lại trang và thử lại.",
                    "The address is too long. Open the page anew and try again.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Failure(
                    431,
                    "HEADERS_TOO_LARGE",
                    "Tiêu đề của yêu cầu quá lớn, tối đa 8 KiB. Hãy xoá cookie của trang này rồi thử lại.",
                    "The headers of the request are too large, at most 8 KiB. Delete this site's cookies and try again.");
        }
        return Failure.badRequest();
    }
}
