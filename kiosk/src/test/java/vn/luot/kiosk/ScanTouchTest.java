package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.Await;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterStandIn;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.Json;

/** From a scanned code to the touch that refers to it: the page never learns whose card it was, and no disk or log either. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScanTouchTest {
    private static final String NUMBER = "046095012345";
    private static final String CARD = NUMBER + "|205123456|Nguyễn Thị Ánh|02011940|Nữ|Phường Tứ Hạ, Huế|15082021";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Logger log = (Logger) LoggerFactory.getLogger("vn.luot");
    private final Level level = log.getLevel();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private HubStandIn hub;
    private PrinterStandIn printer;
    private ScannerStandIn scanner;
    private Kiosk kiosk;
    private Scanned page;

    @BeforeEach
    void start() throws Exception {
        logged.start();
        log.addAppender(logged);
        log.setLevel(Level.TRACE);
        hub = new HubStandIn(vertx);
        printer = new PrinterStandIn();
        scanner = new ScannerStandIn();
        var config = new KioskConfig(
                        hub.address(), "token", printer.address(), PrinterProfile.DEFAULT, 0, folder.resolve("kiosk"))
                .withScanner(scanner.address());
        kiosk = Kiosk.start(vertx, config)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        Await.until("the scanner is there", () -> scannerIs(HardwareCondition.OK));
        Await.until("the plan is there", this::knowsThePlan);
        page = new Scanned();
        browser.newWebSocketBuilder()
                .header("Origin", own())
                .buildAsync(URI.create("ws://127.0.0.1:" + kiosk.port() + "/scans"), page)
                .get(60, TimeUnit.SECONDS);
        page.isGreeted();
    }

    @AfterEach
    void stop() throws Exception {
        log.detachAppender(logged);
        log.setLevel(level);
        kiosk.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        printer.close();
        scanner.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void aCardGivesItsClassAndAnIdentityToTheHubAndToNobodyElse() throws Exception {
        scanner.scan(CARD);
        var seen = page.next();
        assertThat(seen.kind()).isEqualTo(ScanView.Kind.CARD);
        assertThat(seen.priorityClass().vi()).isEqualTo("Người cao tuổi");

        // Three times, so that retries are in the log, too.
        hub.failing(2);
        var end = ready(touch(Tickets.SERVICE, seen.scan(), true));

        assertThat(end.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        var asked = hub.asked().get(hub.asked().size() - 1).request();
        assertThat(asked.identity()).isEqualTo(HubStandIn.SCAN_KEY.hashOf(NUMBER));
        assertThat(asked.priorityClass()).isEqualTo("elderly");
        assertThat(take(touch(Tickets.SERVICE, seen.scan(), true)).message().en())
                .contains("scan again");
        holdsNothingOfTheCard();
    }

    @Test
    void whoDoesNotTakeThePriorityIsOrdinary() throws Exception {
        var seen = typed(CARD);

        ready(touch(Tickets.SERVICE, seen.scan(), false));

        var asked = hub.asked().get(hub.asked().size() - 1).request();
        assertThat(asked.priorityClass()).isNull();
        assertThat(asked.identity()).isEqualTo(HubStandIn.SCAN_KEY.hashOf(NUMBER));
        holdsNothingOfTheCard();
    }

    @Test
    void anAppointmentNeedsNoService() throws Exception {
        var code = "LH1:0a1b2c3d:land:2611230900:AAAAAAAA:BBBBBBBBBBBBBBBB";
        scanner.scan(code);
        var seen = page.next();

        var end = ready(touch(null, seen.scan(), false));

        assertThat(seen.kind()).isEqualTo(ScanView.Kind.APPOINTMENT);
        assertThat(end.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        assertThat(hub.asked().get(hub.asked().size() - 1).request().booking()).isEqualTo(code);
    }

    @Test
    void twoPagesThatHearOfOneAppointmentAskForOneTicket() throws Exception {
        scanner.scan("LH1:0a1b2c3d:land:2611230900:AAAAAAAA:BBBBBBBBBBBBBBBB");
        var seen = page.next();

        var one = ready(touch(null, seen.scan(), false));
        var other = take(touch(null, seen.scan(), false));

        assertThat(one.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        assertThat(other).isEqualTo(one);
        assertThat(hub.issued()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void aReceiptLeadsToWhereResultsAreCollected() throws Exception {
        assertThat(typed("000.00.12.H32-261123-0012").services()).containsExactly("dat-dai-nhan");
        assertThat(typed("8934588012228").kind()).isEqualTo(ScanView.Kind.UNKNOWN);
    }

    @Test
    void aScanThatIsNotKeptIsNotTaken() throws Exception {
        var first = typed(CARD);
        typed("8934588012228");

        assertThat(take(touch(Tickets.SERVICE, first.scan(), true)).message().en())
                .contains("scan again");
        assertThat(take(touch(null, "never-seen", false)).message().en()).contains("scan again");
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void theHubIsToldThatTheScannerIsGone() throws Exception {
        scanner.pullOut();

        Await.until("the hub knows", () -> scannerIs(HardwareCondition.GONE));
    }

    private boolean scannerIs(HardwareCondition condition) {
        return hub.hardware().parts().stream()
                .filter(part -> part.name().equals("scanner"))
                .map(HardwareReport.Part::condition)
                .anyMatch(condition::equals);
    }

    private void holdsNothingOfTheCard() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                holdsNothing(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(logged.list).isNotEmpty();
        for (var event : List.copyOf(logged.list)) holdsNothing("the log", event.getFormattedMessage());
    }

    private static void holdsNothing(String where, String content) {
        var hex = "303436303935";
        assertThat(content).as(where).doesNotContain(NUMBER, "205123456", "02011940", hex);
    }

    /** The kiosk may not have found its hub and its printer yet. */
    private TakeResult ready(String touch) throws Exception {
        var end = take(touch);
        while (end.outcome() == TakeResult.Outcome.NOT_ISSUED) {
            LockSupport.parkNanos(50_000_000);
            end = take(touch);
        }
        return end;
    }

    private TakeResult take(String touch) throws Exception {
        return Json.read(post("/take", touch).body(), TakeResult.class);
    }

    private ScanView typed(String code) throws Exception {
        return Json.read(post("/scan", code).body(), ScanView.class);
    }

    private boolean knowsThePlan() {
        try {
            return !Json.read(post("/scan", "000.00.12.H32-261123-0012").body(), ScanView.class)
                    .services()
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(own() + path))
                .header("Origin", own())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String own() {
        return "http://127.0.0.1:" + kiosk.port();
    }

    private static int touches;

    private static String touch(String service, String scan, boolean priority) {
        return Json.text(new Touch(service, "vi", "touch-of-test-%05d".formatted(++touches), scan, priority));
    }

    /** The page's end of the socket. */
    private static final class Scanned implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        /** From then on it is told of every scan. */
        void isGreeted() throws InterruptedException {
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("{}");
        }

        ScanView next() throws InterruptedException, IOException {
            return Json.read(heard.poll(60, TimeUnit.SECONDS), ScanView.class);
        }
    }
}
