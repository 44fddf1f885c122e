package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.kiosk.printer.Await;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterStandIn;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KioskTest {
    private static final String TOUCH =
            "{\"service\":\"dat-dai-nop\",\"language\":\"vi\",\"touch\":\"touch-0000000001\"}";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient browser = HttpClient.newHttpClient();
    private HubStandIn hub;
    private PrinterStandIn device;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        hub = new HubStandIn(vertx);
        device = new PrinterStandIn();
        kiosk = started(config(0, folder));
    }

    @AfterEach
    void stop() throws Exception {
        stopped(kiosk);
        device.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void servesThePageAndWhatItNeeds() throws Exception {
        assertThat(get("/").body()).contains("<title>").contains("kiosk.js");
        assertThat(get("/kiosk.js").statusCode()).isEqualTo(200);
        assertThat(get("/lib/tokens.css").statusCode()).isEqualTo(200);
        assertThat(get("/lib/lit-html/lit-html.js").statusCode()).isEqualTo(200);
        assertThat(get("/").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsThePageTheHallAndThePrinter() throws Exception {
        var page = new Page();
        open(page, own());

        var state = page.await(seen -> seen.hub() && seen.canPrint());

        assertThat(state.printer()).isEqualTo("READY");
        assertThat(state.day()).hasToString("2026-11-23");
        assertThat(state.fields()).extracting(PageState.Field::letter).containsExactly("C", "D");
        var services = state.fields().get(1).services();
        assertThat(services.get(0))
                .extracting(PageState.Service::open, PageState.Service::waiting)
                .containsExactly(true, 5);
        assertThat(services.get(1).opensAt()).hasToString("2026-11-23T13:30+07:00");
    }

    @Test
    void thePageComesWithWhatItDrawsFirst() throws Exception {
        var page = new Page();
        open(page, own());
        var told = page.await(seen -> seen.hub() && seen.canPrint());

        Await.until("the page has it in it", () -> get("/").body().contains(Json.text(told.fields())));
    }

    @Test
    void aKioskThatWasStoppedInOrderHasNoTornTicketToMark() throws Exception {
        stopped(kiosk);

        kiosk = started(config(0, folder));
        takeTicket();

        assertThat(device.papers()).hasSize(1).noneMatch(paper -> paper.contains("Not a ticket"));
    }

    @Test
    void aKioskThatWasKilledMarksWhatItMayHaveLeftInThePrinter() throws Exception {
        var asItWasWhenTheOtherDied = folder.resolve("as-it-was");
        Files.createDirectories(asItWasWhenTheOtherDied);
        for (var file : List.of("kiosk.db", "kiosk.db-wal")) {
            Files.copy(folder.resolve(file), asItWasWhenTheOtherDied.resolve(file));
        }
        stopped(kiosk);

        kiosk = started(config(0, asItWasWhenTheOtherDied));
        takeTicket();

        assertThat(device.papers()).hasSize(2);
        assertThat(device.papers().get(0)).contains("Not a ticket");
    }

    @Test
    void tellsThePageAtOnceWhenThePaperIsOut() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(PageState::canPrint);

        device.answering(0x1E, 0x32, 0x12, 0x72);

        assertThat(page.await(seen -> !seen.canPrint()).printer()).isEqualTo("PAPER_OUT");
    }

    @Test
    void tellsTheHubAtOnceWhenThePaperIsOut() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(PageState::canPrint);

        device.answering(0x1E, 0x32, 0x12, 0x72);
        page.await(seen -> !seen.canPrint());

        var out = new HardwareReport.Part("printer", HardwareType.PRINTER, HardwareCondition.OUT, "Thay cuộn giấy mới");
        Await.until("the hub knows", () -> hub.hardware().parts().equals(List.of(out)));
    }

    @Test
    void aClockTenMinutesOffIsToldToTheStaffAndHarmsNoVisitor() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(seen -> seen.hub() && seen.canPrint());

        hub.tellTime(Instant.now().plus(Duration.ofMinutes(10)));

        Await.until("the hub knows", () -> conditions().contains(HardwareCondition.CLOCK_SKEW));
        assertThat(Json.read(post(TOUCH, own()).body(), TakeResult.class).ticket())
                .isEqualTo(Tickets.receipt("D001"));
    }

    @Test
    void aClockMoreThanADayOffGivesNoNumbersUntilItIsRight() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(seen -> seen.hub() && seen.canPrint());

        hub.tellTime(Instant.now().minus(Duration.ofHours(25)));

        assertThat(page.await(seen -> seen.barred() != null).barred().vi()).contains("24 giờ");
        Await.until("the hub knows", () -> conditions().contains(HardwareCondition.CLOCK_SKEW));
        assertThat(Json.read(post(TOUCH, own()).body(), TakeResult.class).ticket())
                .isNull();
        assertThat(hub.asked()).isEmpty();
        hub.tellTime(Instant.now());
        page.await(seen -> seen.barred() == null);
        Await.until("the hub knows that too", () -> !conditions().contains(HardwareCondition.CLOCK_SKEW));
    }

    @Test
    void aHubOfAnotherVersionIsTakenForOneThatIsAwayAndStaffAreTold() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(seen -> seen.hub() && seen.canPrint());

        hub.isOfAnotherVersion(true);

        var state = page.await(PageState::outdated);
        assertThat(state.hub()).isFalse();
        assertThat(state.barred()).isNull();
        hub.isOfAnotherVersion(false);
        assertThat(page.await(PageState::hub).outdated()).isFalse();
        assertThat(Json.read(post(TOUCH, own()).body(), TakeResult.class).ticket())
                .isEqualTo(Tickets.receipt("D001"));
    }

    private List<HardwareCondition> conditions() {
        return hub.hardware().parts().stream()
                .map(HardwareReport.Part::condition)
                .toList();
    }

    @Test
    void aTouchOnThePageBecomesATicket() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(seen -> seen.hub() && seen.canPrint());

        var answer = post(TOUCH, own());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body(), TakeResult.class))
                .extracting(TakeResult::ticket)
                .isEqualTo(Tickets.receipt("D001"));
        assertThat(device.papers()).hasSize(1);
    }

    @Test
    void theMostUsedFieldComesFirstNextTime() throws Exception {
        aTouchOnThePageBecomesATicket();
        stopped(kiosk);

        kiosk = started(config(0, folder));

        var page = new Page();
        open(page, own());
        assertThat(page.await(PageState::hub).fields())
                .extracting(PageState.Field::letter)
                .containsExactly("D", "C");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"service\":\"x\",\"language\":\"vi\"}",
                "{\"service\":\"x\",\"language\":\"vi\",\"touch\":\"short\"}",
                "{\"service\":\"x\",\"language\":\"fr\",\"touch\":\"touch-0000000001\"}",
                "{\"service\":\" \",\"language\":\"vi\",\"touch\":\"touch-0000000001\"}",
                "{\"service\":\"x\",\"language\":\"vi\",\"touch\":\"touch-0000000001\",\"more\":1}"
            })
    void aTouchOfAWrongFormIsRefused(String body) throws Exception {
        var answer = post(body, own());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BAD_JSON", "messageVi", "messageEn");
    }

    @Test
    void anOversizedTouchIsRefused() throws Exception {
        assertThat(post("x".repeat(5_000), own()).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1"})
    void aForeignPageTakesNoTicketAndHearsNothing(String origin) throws Exception {
        assertThat(post(TOUCH, origin).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> open(new Page(), origin)).isInstanceOf(ExecutionException.class);
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void aPageWithoutOriginTakesNoTicket() throws Exception {
        var request = HttpRequest.newBuilder(uri("/take")).POST(HttpRequest.BodyPublishers.ofString(TOUCH));

        assertThat(browser.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameThatLeadsHereFromElsewhereIsRefused() throws Exception {
        try (var socket = new Socket("127.0.0.1", kiosk.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());

            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource({"http://192.168.1.10:8080/t/AbCdEfGhIjKlMnOpQrStUv", "x"})
    void drawsAQrCodeThatAReaderReads(String content) throws Exception {
        var svg = get("/qr?text=" + URLEncoder.encode(content, StandardCharsets.UTF_8));

        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(read(svg.body())).isEqualTo(content);
    }

    @Test
    void drawsNoQrCodeOfNothingOrTooMuch() throws Exception {
        assertThat(get("/qr").statusCode()).isEqualTo(400);
        assertThat(get("/qr?text=").statusCode()).isEqualTo(400);
        assertThat(get("/qr?text=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    }

    @Test
    void aTakenPortIsSaidInOneLine() {
        assertThatThrownBy(() -> started(config(kiosk.port(), folder.resolve("second"))))
                .hasRootCauseInstanceOf(BindException.class)
                .cause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cổng " + kiosk.port())
                .hasMessageContaining("is taken");
    }

    @Test
    void aDataFolderThatIsNoneIsSaidInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> started(config(0, file)))
                .cause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
    }

    private Kiosk started(KioskConfig config) throws Exception {
        return Kiosk.start(vertx, config)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static void stopped(Kiosk kiosk) throws Exception {
        kiosk.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private void takeTicket() throws Exception {
        var page = new Page();
        open(page, own());
        page.await(seen -> seen.hub() && seen.canPrint());
        assertThat(Json.read(post(TOUCH, own()).body(), TakeResult.class).ticket())
                .isNotNull();
    }

    private KioskConfig config(int port, Path data) {
        return new KioskConfig(hub.address(), "token", device.address(), PrinterProfile.DEFAULT, port, data);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + kiosk.port() + path);
    }

    private String own() {
        return "http://127.0.0.1:" + kiosk.port();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body, String origin) throws Exception {
        var request = HttpRequest.newBuilder(uri("/take"))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void open(Page page, String origin) throws Exception {
        browser.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + kiosk.port() + "/page"), page)
                .get(60, TimeUnit.SECONDS);
    }

    /** Reads the squares of our SVG back into a picture, and the picture with a decoder. */
    private static String read(String svg) throws Exception {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var size = Integer.parseInt(box.group(1));
        var scale = 4;
        var pixels = new int[size * scale * size * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        var square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            var x0 = Integer.parseInt(square.group(1)) * scale;
            var y0 = Integer.parseInt(square.group(2)) * scale;
            for (var y = y0; y < y0 + scale; y++) {
                Arrays.fill(pixels, y * size * scale + x0, y * size * scale + x0 + scale, 0);
            }
        }
        var source = new RGBLuminanceSource(size * scale, size * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    /** The page's end of the socket. */
    private static final class Page implements WebSocket.Listener {
        private final BlockingQueue<PageState> states = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                states.add(state(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        PageState await(Predicate<PageState> wanted) throws InterruptedException {
            for (var state = states.poll(60, TimeUnit.SECONDS);
                    state != null;
                    state = states.poll(60, TimeUnit.SECONDS)) {
                if (wanted.test(state)) return state;
            }
            throw new AssertionError("the page was never told");
        }

        private static PageState state(String json) {
            try {
                return Json.read(json, PageState.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
