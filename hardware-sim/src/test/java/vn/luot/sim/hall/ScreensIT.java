package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * Every screen in the middle of a lively day, at its real size: open to all, without a fault, and pictured for the manual.
 * {@code ./luot pictures} puts what is drawn here into docs/pictures.
 */
@Timeout(300)
class ScreensIT {
    private static final int COUNTERS = 8;
    private static final List<String> WANTED = List.of(
            "dat-dai.nop",
            "dat-dai.nhan",
            "dat-dai.nop",
            "ho-tich.nop",
            "ho-tich.nop",
            "chung-thuc.nop",
            "giao-dich-bao-dam.nop",
            "giao-dich-bao-dam.nhan",
            "quy-hoach.nop",
            "dat-dai.nop");
    private static final long HEAVIEST = 200_000;
    private static final Map<Page, Weight> WEIGHTS = new HashMap<>();

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api host;
    private static TicketReceipt waiting;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        host = stage.person(Role.HOST);
        stage.changePlan(plan -> plan.putArray("notices")
                .addObject()
                .putObject("text")
                .put("vi", "Nghỉ lễ Quốc khánh ngày 2 tháng 9. Làm việc lại ngày 3 tháng 9.")
                .put("en", "Closed on 2 September, National Day."));
        for (var counter = 1; counter <= COUNTERS; counter++) {
            var clerk = stage.clerk(counter);
            stage.does(clerk, counter, "open");
            var service = stage.centre
                    .hub()
                    .plan()
                    .counters()
                    .get(counter - 1)
                    .services()
                    .get(0);
            // Waits are told after ten calls were seen.
            for (var visitor = 1; visitor <= 3; visitor++) {
                take(service);
                stage.does(clerk, counter, "next");
                if (counter == 1 && visitor == 3) continue;
                stage.does(clerk, counter, "start");
                if (visitor < 3) stage.does(clerk, counter, "finish");
            }
        }
        for (var service : WANTED) take(service);
        waiting = take("dat-dai.nop");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void television() throws Exception {
        var page = at("/tv/#token=" + stage.centre.hub().boardToken(), 1920, 1080);
        assertThat(page.locator(".call")).isVisible();
        assertThat(page.locator(".slide")).containsText("Nghỉ lễ");
        // Waits are played every few seconds, and asked for every fifteen.
        assertThat(page.locator(".waiting .range").first())
                .containsText("phút", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
        isGood(page, "tv");
    }

    @Test
    void counterDisplay() throws Exception {
        var page = at("/counter/?n=1#token=" + stage.centre.hub().boardToken(), 1280, 720);
        assertThat(page.locator("main[data-state=called]")).isVisible();
        for (var read : List.of(".number", "h1 b"))
            assertThat(Capitals.millimetres(page, read, Capitals.COUNTER_DISPLAY_MM))
                    .as(read)
                    .isGreaterThanOrEqualTo(40);
        isGood(page, "counter");
    }

    @Test
    void tablet() throws Exception {
        var clerk = stage.clerk(2);
        stage.does(clerk, 2, "finish");
        var page = at("/tablet/?n=2#token=" + stage.centre.hub().tabletToken(2), 1280, 800);
        assertThat(page.locator("button.level")).hasCount(5);
        isGood(page, "tablet");
        page.locator("button.level").last().click();
        RateIT.chooseReason(page);
        isGood(page, "tablet-reasons");
    }

    @Test
    void phone() throws Exception {
        var page = at("/t/" + waiting.token(), 390, 844);
        assertThat(page.locator("#number")).hasText(waiting.number());
        isGood(page, "phone");
    }

    @Test
    void clerk() throws Exception {
        var page = at("/clerk/", 1366, 768);
        signIn(page, stage.centre.hub().clerkName(3));
        assertThat(page.locator("[data-mode=serving]")).isVisible();
        assertThat(page.locator(".rows .called-number").first()).isVisible();
        isGood(page, "clerk");
    }

    @Test
    void host() throws Exception {
        var kiosk = stage.screen("kiosk");
        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();
        var page = at("/host/", 1280, 800);
        signIn(page, stage.centre.hub().hostName());
        assertThat(page.locator("[data-screen-of-kiosk=IDLE]")).isVisible();
        isGood(page, "host");
    }

    @Test
    void manager() throws Exception {
        var page = at("/manager/", 1366, 768);
        signIn(page, stage.centre.hub().managerName());
        assertThat(page.locator(".cards .figure")).hasCount(5);
        isGood(page, "manager");
        page.locator(".tabs button").nth(1).click();
        assertThat(page.locator("table.report tfoot")).isVisible();
        isGood(page, "manager-report");
    }

    @Test
    void administrator() throws Exception {
        var page = at("/admin/", 1366, 768);
        stage.changePlan(plan -> {});
        page.fill("input[name=name]", "admin");
        page.fill("input[name=password]", Stage.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Trung tâm");
        isGood(page, "admin");
        page.locator(".ticket-editor button").click();
        assertThat(page.locator(".ticket-lines li")).hasCount(14);
        page.locator(".ticket-lines details").nth(7).locator("summary").click();
        page.locator(".ticket-editor").scrollIntoViewIfNeeded();
        page.evaluate("document.querySelector('.ticket-editor').parentElement.scrollIntoView()");
        isGood(page, "admin-ticket");
        page.locator(".tabs button").nth(2).click();
        assertThat(page.locator("table")).isVisible();
        isGood(page, "admin-devices");
        page.navigate(stage.centre.hub().address() + "/account/");
        assertThat(page.locator("form")).hasCount(1);
        isGood(page, "account");
    }

    @Test
    void kiosk() throws Exception {
        var page = stage.screen("kiosk");
        page.setViewportSize(1080, 1920);
        assertThat(page.locator("button").first()).isVisible();
        Pictures.keep(page, "kiosk");
    }

    /** A telephone in the farthest corner, or a hall whose wireless is full: 400 ms to the hub, 50 kB a second. */
    @Test
    void comeUpOnASlowNetwork() {
        var hub = stage.centre.hub();
        var phone = slow("/t/" + waiting.token(), 390, 844);
        var television = slow("/tv/#token=" + hub.boardToken(), 1920, 1080);
        var tablet = slow("/tablet/?n=4#token=" + hub.tabletToken(4), 1280, 800);
        var clerk = slow("/clerk/", 1366, 768);
        assertThat(phone.locator("#number")).hasText(waiting.number());
        assertThat(television.locator(".call")).isVisible();
        assertThat(tablet.locator(".scene")).isVisible();
        assertThat(clerk.locator("input[name=name]")).isVisible();
        signIn(clerk, hub.clerkName(4));
        assertThat(clerk.locator("[data-mode=serving]")).isVisible();
        for (var page : List.of(phone, television, tablet, clerk))
            assertThat(stage.complaints(page)).isEmpty();
    }

    private static Page slow(String path, int width, int height) {
        var page = stage.screen(URI.create("about:blank"));
        page.setViewportSize(width, height);
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 50_000);
        line.addProperty("uploadThroughput", 50_000);
        var devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.send("Network.emulateNetworkConditions", line);
        page.navigate(
                stage.centre.hub().address() + path,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT).setTimeout(Stage.PATIENCE.toMillis()));
        return page;
    }

    private static void signIn(Page page, String name) {
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", stage.centre.hub().password());
        page.keyboard().press("Enter");
    }

    private static Page at(String path, int width, int height) {
        var page = stage.screen(URI.create("about:blank"));
        page.setViewportSize(width, height);
        WEIGHTS.put(page, Weight.of(page));
        page.navigate(stage.centre.hub().address() + path);
        return page;
    }

    private static TicketReceipt take(String service) throws Exception {
        return host.post("/api/tickets", new TicketRequest(service, null, null, null), TicketReceipt.class)
                .orElseThrow();
    }

    private static void isGood(Page page, String name) throws IOException {
        Pictures.keep(page, name);
        Accessible.isOpenToAll(page);
        assertThat(stage.complaints(page)).isEmpty();
        if (WEIGHTS.containsKey(page)) assertThat(WEIGHTS.get(page).ofThePage()).isBetween(1_000L, HEAVIEST);
    }
}
