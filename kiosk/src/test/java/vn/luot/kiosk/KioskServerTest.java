package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
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

    /** Whatever stood in it may have been scanned. */
    @Test
    void noLogRepeatsATouchThatItDidNotUnderstand() throws Exception {
        var server = new KioskServer(vertx, state(PrinterState.READY), touch -> new CompletableFuture<>(), null);
        var port = server.listen(0).toCompletionStage().toCompletableFuture().join();
        var log = (Logger) LoggerFactory.getLogger(KioskServer.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        log.addAppender(logged);

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/take"))
                                .header("Origin", "http://127.0.0.1:" + port)
                                .POST(BodyPublishers.ofString("{\"priority\":\"048203001234\"}"))
                                .build(),
                        BodyHandlers.ofString());

        log.detachAppender(logged);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(logged.list)
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains("048203001234"));
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
