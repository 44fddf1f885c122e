package vn.luot.hub;

import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** How the hub listens: what it takes from the network at most, and how long it waits. */
final class WebOptions {
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final int LARGEST_HEADERS = 8 * 1024;
    /** Who was let go and does not say goodbye is cut off. */
    private static final int CLOSING_SECONDS = 2;

    private WebOptions() {}

    /** Nothing is compressed: pages are small, the network is the hall's own, and every answer would be slower. */
    static HttpServerOptions of(HubConfig config) {
        var options = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setIdleTimeout((int) config.limits().idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                // Else nobody hears of a connection before it sent a whole request.
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
                .setMaxWebSocketMessageSize(LARGEST_MESSAGE)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
        config.tls()
                .map(tls -> tls.get().options(config.clock().instant()))
                // HTTP/1.1 only, as without TLS.
                .ifPresent(proof -> options.setSsl(true).setUseAlpn(false).setKeyCertOptions(proof));
        return options;
    }
}
