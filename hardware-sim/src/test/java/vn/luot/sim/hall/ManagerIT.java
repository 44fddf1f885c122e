package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.Vote;
import vn.luot.sim.device.PrinterFault;

/** A manager sees the hall as it is, and what it did. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManagerIT {
    private static final String MARKUP = "<img src=x onerror=hurt=1>";

    @TempDir
    private static Path data;

    private static Stage stage;
    private static String number;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        number = stage.takeTicket("dat-dai.nop");
        stage.does(clerk, 1, "next");
        stage.does(clerk, 1, "start");
        stage.takeTicket("dat-dai.nop");
        stage.takeTicket("dat-dai.nop");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void theHallAsItIs() {
        var page = signedIn();

        assertThat(page.locator(".counter.serving .strong")).hasText(number);
        assertThat(page.locator(".figure .big").first()).hasText("2");
        stage.centre.hardware().printer().set(PrinterFault.COVER_OPEN, true);
        assertThat(page.locator(".trouble")).containsText("Mở nắp");
        stage.centre.hardware().printer().set(PrinterFault.COVER_OPEN, false);
        assertThat(page.locator(".trouble")).hasCount(0);

        Accessible.isOpenToAll(page);
        assertThat(stage.complaints(page)).isEmpty();
    }

    @Test
    void movesAServiceToAnotherCounterAndSeesWhatThatDoesBefore() {
        var page = signedIn();
        page.locator(".counter button").nth(1).click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        Accessible.isOpenToAll(page);
        assertThat(dialog.locator("input").first()).isFocused();
        assertThat(page.locator(".behind")).hasAttribute("inert", "");
        var notary = dialog.locator("input[name='chung-thuc.nop']");
        assertThat(notary).not().isChecked();
        assertThat(dialog.getByText("Đổi ngay")).isDisabled();
        notary.check();
        assertThat(dialog.locator(".effect, p[role=status]").first()).isVisible();
        dialog.getByText("Đổi ngay").click();
        assertThat(dialog).hasCount(0);

        var served = stage.centre.hub().plan().countersFor("chung-thuc.nop");
        assertThat(served).contains(2);
        page.locator(".counter button").nth(1).click();
        assertThat(dialog.locator("input[name='chung-thuc.nop']")).isChecked();
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(stage.complaints(page)).isEmpty();
    }

    @Test
    void aReportWhoseFiguresOpenTheTicketsBehindThem() {
        var page = signedIn();
        page.locator(".tabs button").nth(1).click();

        assertThat(page.locator("table.report tfoot td").first()).hasText("3");
        Accessible.isOpenToAll(page);
        // Whoever changes their mind while an answer is on its way gets what they asked last.
        page.locator("select").selectOption("clerk");
        page.locator("select").selectOption("weekday-hour");
        assertThat(page.locator("table.heat")).isVisible();
        page.locator("select").selectOption("service");
        page.locator("tfoot").getByRole(AriaRole.BUTTON).nth(1).click();
        assertThat(page.locator("h2")).containsText("Tổng cộng – đến – 3 lượt");
        Accessible.isOpenToAll(page);
        page.locator(".head button").click();
        page.locator("tbody .link").first().click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody th").first()).hasText(number);
        assertThat(downloaded(page, "PDF")).matches("luot-.*-service\\.pdf");
        assertThat(downloaded(page, "Sổ kiểm tra")).matches("luot-.*-audit\\.xlsx");
        assertThat(stage.complaints(page)).isEmpty();
    }

    private static String downloaded(Page page, String link) {
        var file = page.waitForDownload(() -> page.locator(".files a", new Page.LocatorOptions().setHasText(link))
                .click());
        return file.suggestedFilename();
    }

    /** The last, because it ends the day. */
    @Test
    @Order(Integer.MAX_VALUE)
    void takesBackAWrongVoteWithAReasonAndOpensTheSlipOfTheDaysEnd() throws Exception {
        var served = servedAndRated();
        var page = signedIn();
        page.locator(".tabs button").nth(1).click();
        var votes = page.locator("table.report tfoot td").nth(9);
        assertThat(votes).hasText(Pattern.compile("1 \\(.*"));
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Chứng thực"))
                .locator(".link")
                .first()
                .click();
        var takeBack = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Huỷ phiếu đánh giá của số " + served));
        takeBack.click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        Accessible.isOpenToAll(page);
        Pictures.keep(page, "void-vote");
        dialog.locator("input[name=why]").fill("Trẻ em nghịch máy");
        dialog.getByText("Huỷ phiếu này").click();

        assertThat(dialog).hasCount(0);
        assertThat(takeBack).hasCount(0);
        page.navigate(stage.address("manager").toString());
        page.locator(".tabs button").nth(1).click();
        assertThat(votes).hasText(Pattern.compile("0 \\(.*"));

        stage.does(stage.clerk(1), 1, "finish");
        stage.clerk(1).post("/api/day/close", null, HallView.class);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phiếu cuối ngày"))
                .click();
        assertThat(page.locator(".slip")).containsText("Chữ ký của máy chủ (Ed25519)");
        assertThat(page.locator(".slip")).containsText("Dấu băm của bước cuối");
        Accessible.isOpenToAll(page);
        Pictures.keep(page, "day-end-slip");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("In ở máy")))
                .first()
                .click();
        assertThat(page.locator(".slip .note")).containsText("Đã in phiếu cuối ngày");
        var papers = stage.centre.hardware().printer().tickets();
        assertThat(String.join("\n", papers.get(papers.size() - 1).lines()))
                .contains(
                        "Day-end slip, not a turn",
                        page.locator(".proof").first().innerText().substring(0, 17));
        assertThat(stage.complaints(page)).isEmpty();
    }

    /** Names are typed by people: what they typed is shown, and does nothing. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void showsMarkupInNamesAsTheWordsItIs() throws Exception {
        var hub = stage.centre.hub();
        stage.changePlan(plan ->
                names(plan).forEach(name -> name.put("vi", name.get("vi").asText() + MARKUP)));
        var service = hub.plan().fields().get(0).services().get(0).id();
        var host = Api.ofPerson(hub.address());
        host.signIn(hub.hostName(), hub.password());
        var ticket = host.post("/api/tickets", Map.of("service", service), TicketReceipt.class)
                .orElseThrow();

        try {
            showsWords(stage.screen("kiosk"));
            showsWords(stage.screen(hub.address().resolve("/t/" + ticket.token())));
            for (var role : List.of(Role.HOST, Role.CLERK, Role.MANAGER)) showsWords(somebodyOfThatName(role));
        } finally {
            stage.changePlan(plan -> names(plan)
                    .forEach(name -> name.put("vi", name.get("vi").asText().replace(MARKUP, ""))));
            host.post("/api/tickets/" + ticket.id() + "/cancel", Map.of("why", "thử"), Object.class);
        }
    }

    private static Page somebodyOfThatName(Role role) {
        var screen = role.name().toLowerCase(Locale.ROOT);
        HubSetup.open(data.resolve("hub"), HubConfig.systemClock())
                .access()
                .addPerson(role, "hoa-" + screen, "Hoa " + MARKUP, Stage.PASSWORD);
        var page = stage.screen(screen);
        signIn(page, "hoa-" + screen, Stage.PASSWORD);
        return page;
    }

    private static void showsWords(Page page) {
        assertThat(page.locator("body")).containsText(MARKUP);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("'hurt' in window")).isEqualTo(false);
        assertThat(stage.complaints(page)).isEmpty();
        page.context().close();
    }

    private static Stream<ObjectNode> names(ObjectNode plan) {
        return Stream.of("/centre/name", "/fields/0/name", "/fields/0/services/0/name")
                .map(path -> (ObjectNode) plan.at(path));
    }

    private static String servedAndRated() throws Exception {
        var service = "chung-thuc.nop";
        var counters = stage.centre.hub().plan().countersFor(service);
        // Another story may have given it to a counter that others wait for.
        var counter = counters.get(counters.size() - 1);
        var clerk = stage.clerk(counter);
        stage.does(clerk, counter, "open");
        var taken = stage.takeTicket(service);
        stage.does(clerk, counter, "next");
        stage.does(clerk, counter, "start");
        stage.does(clerk, counter, "finish");
        var tablet =
                Api.ofDevice(stage.centre.hub().address(), stage.centre.hub().tabletToken(counter));
        var token = tablet.get("/api/hall?view=tablet/" + counter, HallView.class).counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .orElseThrow()
                .toRate()
                .token();
        tablet.post("/api/ratings", new Vote(token, 1, List.of(), null), Object.class);
        return taken;
    }

    @Test
    void aClerkIsNotLetIn() {
        var page = stage.screen("manager");
        signIn(page, stage.centre.hub().clerkName(2));

        assertThat(page.locator("form .note")).hasText(Pattern.compile("lãnh đạo"));
    }

    private static Page signedIn() {
        var page = stage.screen("manager");
        signIn(page, stage.centre.hub().managerName());
        assertThat(page.locator(".cards")).isVisible();
        return page;
    }

    private static void signIn(Page page, String name) {
        signIn(page, name, stage.centre.hub().password());
    }

    private static void signIn(Page page, String name, String password) {
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", password);
        page.keyboard().press("Enter");
    }
}
