package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** A centre of a hundred services with names as long as the law makes them: every screen still has room. */
@Timeout(240)
class ManyServicesIT {
    private static final String LONG =
            "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do chuyển nhượng, thừa kế";

    private static final int FIELDS = 20;
    private static final int SERVICES = 5;
    private static final int COUNTERS = 10;

    @TempDir
    private static Path data;

    private static Stage stage;
    private static TicketReceipt ticket;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        stage.changePlan(ManyServicesIT::grow);
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        var host = stage.person(Role.HOST);
        for (var field = 0; field < FIELDS; field++) ticket = take(host, "f" + field + ".s1");
        take(host, "f0.s0");
        stage.does(clerk, 1, "next");
        stage.does(clerk, 1, "start");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    private static void grow(ObjectNode plan) {
        name(
                (ObjectNode) plan.get("centre"),
                "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính thị xã Hương Trà");
        var fields = plan.putArray("fields");
        for (var f = 0; f < FIELDS; f++) {
            var field = fields.addObject().put("id", "f" + f);
            name(field, (f + 1) + ". " + LONG.substring(0, 90));
            var services = field.putArray("services");
            for (var s = 0; s < SERVICES; s++) {
                var service = services.addObject().put("id", "f" + f + ".s" + s);
                name(service, (s + 1) + ". " + LONG.substring(0, 95));
                service.put("prefix", String.valueOf((char) ('A' + f)))
                        .put("first", 1 + s * 100)
                        .put("last", 99 + s * 100);
            }
        }
        var counters = plan.putArray("counters");
        for (var c = 0; c < COUNTERS; c++) {
            var counter = counters.addObject().put("id", c + 1);
            name(counter, LONG);
            var services = counter.putArray("services");
            for (var s = 0; s < SERVICES; s++)
                services.add("f" + 2 * c + ".s" + s).add("f" + (2 * c + 1) + ".s" + s);
        }
    }

    private static void name(ObjectNode part, String words) {
        part.putObject("name").put("vi", words).put("en", words);
    }

    private static TicketReceipt take(Api host, String service) throws Exception {
        return host.post("/api/tickets", new TicketRequest(service, null, null, null), TicketReceipt.class)
                .orElseThrow();
    }

    @Test
    void theTelevision() {
        var page = at("/tv/#token=" + stage.centre.hub().boardToken(), 1920, 1080);
        // They turn over by the clock; the last of them are fewer.
        assertThat(page.locator(".waiting li")).hasCount(6, new LocatorAssertions.HasCountOptions().setTimeout(40_000));
        hasRoom(page);
        // Nothing is cut off at the bottom either.
        assertThat(page.evaluate("document.body.scrollHeight <= innerHeight")).isEqualTo(true);
    }

    /** Whoever touches does not think of pulling: nothing is below an edge, the rest is a touch on "more" away. */
    @Test
    void theKiosk() {
        var page = stage.screen("kiosk");
        page.setViewportSize(1080, 1920);
        showsWholeTiles(page, ".fields");
        page.locator("button.tile").first().click();
        showsWholeTiles(page, ".services");
        hasRoom(page);
        page.locator(".back").click();
        page.getByText("Chữ lớn").click();
        showsWholeTiles(page, "[data-text=large] .fields");
        assertThat(page.locator(".more")).isVisible();
        hasRoom(page);
    }

    private static void showsWholeTiles(Page page, String list) {
        assertThat(page.locator(list + " .tile").first()).isVisible();
        page.waitForFunction(
                "(list) => { const { scrollHeight, clientHeight } = document.querySelector(list);"
                        + " return scrollHeight <= clientHeight + 1; }",
                list);
    }

    @Test
    void theClerk() {
        var page = at("/clerk/", 1366, 768);
        signIn(page, stage.centre.hub().clerkName(1), stage.centre.hub().password());
        assertThat(page.locator("[data-mode=serving]")).isVisible();
        hasRoom(page);
    }

    @Test
    void theManager() {
        var page = at("/manager/", 1366, 768);
        signIn(page, stage.centre.hub().managerName(), stage.centre.hub().password());
        assertThat(page.locator(".cards")).isVisible();
        hasRoom(page);
        page.locator(".counter button").first().click();
        assertThat(page.locator(".move .choice")).hasCount(FIELDS * SERVICES);
        hasRoom(page);
    }

    @Test
    void theAdministrator() {
        var page = at("/admin/", 1366, 768);
        signIn(page, "admin", Stage.PASSWORD);
        assertThat(page.locator("details")).hasCount(FIELDS + COUNTERS);
        page.locator("summary").first().click();
        hasRoom(page);
    }

    @Test
    void thePhone() {
        var page = at("/t/" + ticket.token(), 390, 844);
        assertThat(page.locator("#number")).hasText(ticket.number());
        hasRoom(page);
    }

    private static Page at(String path, int width, int height) {
        var page = stage.screen(URI.create("about:blank"));
        page.setViewportSize(width, height);
        page.navigate(stage.centre.hub().address() + path);
        return page;
    }

    private static void signIn(Page page, String name, String password) {
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", password);
        page.keyboard().press("Enter");
    }

    /** Nothing reaches over the side, and nothing is against the rules of accessibility. */
    private static void hasRoom(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
        Accessible.isOpenToAll(page);
        assertThat(stage.complaints(page)).isEmpty();
    }
}
