package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.luot.kiosk.printer.PrinterState;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KioskServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient browser = vertx.createWebSocketClient();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void anOccasionThatWasHeldUpShowsNoOlderState() {
        var server = new KioskServer(vertx, state(PrinterState.GONE), touch -> new CompletableFuture<>(), null);
        var printer = new AtomicReference<>(PrinterState.PAPER_OUT);
        var heldUp = new CompletableFuture<Void>();
        server.show(() -> {
            heldUp.join();
            return state(printer.get());
        });

        printer.set(PrinterState.READY);
        heldUp.complete(null);

        var port = server.listen(0).toCompletionStage().toCompletableFuture().join();
        assertThat(firstSeenBy(page(port))).contains("READY").doesNotContain("PAPER_OUT");
    }

    private static WebSocketConnectOptions page(int port) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/page")
                .addHeader("Origin", "http://127.0.0.1:" + port);
    }

    private String firstSeenBy(WebSocketConnectOptions page) {
        var seen = new CompletableFuture<String>();
        browser.connect(page)
                .onSuccess(socket -> socket.textMessageHandler(seen::complete))
                .onFailure(seen::completeExceptionally);
        return seen.join();
    }

    private static PageState state(PrinterState printer) {
        return PageState.withoutPlan(printer);
    }
}
