package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.message.TicketsView;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.PrinterFault;

/** A host runs between kiosks: comes where somebody calls, confirms, issues, prints, and moves back who missed a call. */
@Timeout(300)
class HostIT {
    private static final String KIOSK = "Kiosk 1";

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api clerk;

    private Page page;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void comesWhereSomebodyCalls() {
        var host = host(390, 844);
        var kiosk = kiosk();

        kiosk.locator("[data-way=ring]").click();
        assertThat(kiosk.locator("[data-bell=RUNG]")).containsText("Đã gọi cán bộ hướng dẫn");
        assertThat(host.locator("[data-bell=RUNG]")).containsText(KIOSK);
        Accessible.isOpenToAll(host);
        Accessible.isOpenToAll(kiosk);
        host.locator("[data-bell=RUNG] button").click();

        assertThat(kiosk.locator("[data-bell=COMING]")).containsText("đang đến với ông/bà");
        assertThat(host.locator("[data-bell=OK]")).containsText(KIOSK);
        kiosk.locator("[data-bell] button").click();
        assertThat(kiosk.locator(".bell")).hasCount(0);
        assertThat(host.locator("[data-bell=OK]")).hasCount(0);
    }

    @Test
    void seesWhetherSomebodyStandsAtTheKiosk() throws Exception {
        var host = host(1280, 800);
        var kiosk = kiosk();
        screenBecomes(host, "IDLE", "Không có ai");

        tile(kiosk, "Hộ tịch").click();
        // Who does nothing more is gone after twenty seconds.
        var inUse = host.locator("[data-screen-of-kiosk=IN_USE]");
        Stage.await(Duration.ofSeconds(60), "the kiosk is in use", () -> {
            kiosk.mouse().click(1, 1);
            return inUse.isVisible();
        });
        assertThat(kiosk.locator("[data-screen=services]")).isVisible();
        Accessible.isOpenToAll(host);
        kiosk.context().close();

        screenBecomes(host, "DARK", "Chưa mở trang lấy số");
        assertThat(stage.complaints(host)).isEmpty();
    }

    /** The kiosk is asked every few seconds. */
    private static void screenBecomes(Page host, String screen, String words) {
        assertThat(host.locator("[data-screen-of-kiosk=" + screen + "]"))
                .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    @Test
    void lendsItsScreenToWhoeverCannotVoteAtTheCounter() throws Exception {
        stage.takeTicket("dat-dai.nop");
        var number = stage.does(clerk, 1, "next").ticket().number();
        stage.does(clerk, 1, "start");
        stage.does(clerk, 1, "finish");
        var host = host(1280, 800);
        var rater = host.locator("[data-part=raters] li", new Page.LocatorOptions().setHasText(number));

        rater.locator("button").click();
        var own = host.frameLocator(".lent iframe");
        assertThat(own.locator("#number")).hasText(number);
        Accessible.isOpenToAll(host);
        own.locator("#rating button").first().click();
        assertThat(own.locator("#thanks")).containsText("ảm ơn");
        host.locator(".lent aside button").click();

        assertThat(rater).hasCount(0);
        assertThat(host.locator(".lent")).hasCount(0);
        assertThat(stage.complaints(host)).isEmpty();
    }

    @Test
    void confirmsWhoHasPriority() throws Exception {
        var host = host(1280, 800);
        var kiosk = kiosk();

        kiosk.locator("[data-way=priority]").click();
        tile(kiosk, "Hộ tịch").click();
        tile(kiosk, "Nộp hồ sơ").click();
        assertThat(kiosk.locator("[data-screen=done]")).containsText("Đã ghi nhận ông/bà xin ưu tiên");
        var number = kiosk.locator(".ticket .number").innerText();
        var asking = host.locator("[data-part=asking] li", new Page.LocatorOptions().setHasText(number));
        assertThat(asking).isVisible();
        Accessible.isOpenToAll(host);
        asking.locator("button", new Locator.LocatorOptions().setHasText("Người cao tuổi"))
                .click();

        assertThat(asking).hasCount(0);
        var ticket = clerk.get("/api/tickets?number=" + number, TicketsView.class)
                .tickets()
                .get(0);
        assertThat(ticket.priorityClass()).isEqualTo("elderly");
        assertThat(ticket.asksPriority()).isNull();
    }

    @Test
    void issuesForSomebodyAndPrintsAtAKiosk() throws Exception {
        var host = host(1280, 800);
        var printer = stage.centre.hardware().printer();
        Stage.await(
                "the kiosk is there", () -> host.locator("[name=where] option").count() == 2);
        var printed = printer.tickets().size();

        host.locator("[name=service]").fill("chung thuc nop");
        tile(host, "Nộp hồ sơ").click();
        assertThat(host.locator(".issued[data-printed=DONE]")).containsText("đã in ở " + KIOSK);
        var number = host.locator(".issued .number").innerText();

        Stage.await("the paper is out", () -> printer.tickets().size() == printed + 1);
        assertThat(printer.tickets().get(printed).lines()).contains(number);

        printer.set(PrinterFault.PAPER_OUT, true);
        assertThat(host.locator("[data-part=kiosks]")).containsText("Hết giấy");
        assertThat(host.locator("[name=where] option")).hasCount(1);
        host.locator("[name=service]").fill("chung thuc nop");
        tile(host, "Nộp hồ sơ").click();
        assertThat(host.locator(".issued[data-printed=none]")).containsText("Chưa in phiếu");
        Accessible.isOpenToAll(host);
        printer.set(PrinterFault.PAPER_OUT, false);
    }

    @Test
    void booksForWhoeverTelephones() throws Exception {
        var host = host(390, 844);
        var booking = host.locator("[data-part=booking]");
        var hour = ZonedDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"));

        host.locator("[name=booked-service]").fill("dat dai nop");
        booking.locator("button.tile").first().click();
        host.locator("[name=date]").fill(hour.toLocalDate().toString());
        host.locator("[name=time]").fill(DateTimeFormatter.ofPattern("HH:mm").format(hour));
        Accessible.isOpenToAll(host);
        booking.locator("button.primary").click();
        var booked = host.locator("[data-part=booked]");
        assertThat(booked).containsText(DateTimeFormatter.ofPattern("HH:mm").format(hour));
        assertThat(booked).isInViewport();
        var typed = booked.locator(".number").innerText();
        assertThat(booked.locator(".qr").evaluate("picture => picture.decode().then(() => picture.naturalWidth)"))
                .isNotEqualTo(0);
        Accessible.isOpenToAll(host);
        Pictures.keep(host, "host-booking");

        var kiosk = kiosk();
        kiosk.locator("[data-way=code]").click();
        for (var letter : typed.toLowerCase().replace("-", "").split("")) {
            kiosk.locator("[data-key=\"" + letter + "\"]").click();
        }
        kiosk.locator("text=Lấy số theo hẹn").click();
        assertThat(kiosk.locator("[data-screen=done]")).containsText("Ông/bà đến đúng hẹn");
        assertThat(stage.complaints(host)).isEmpty();
    }

    @Test
    void printsALostTicketAgainAndSaysSoOnThePaper() throws Exception {
        var number = stage.takeTicket("moi-truong.nop");
        var printer = stage.centre.hardware().printer();
        var printed = printer.tickets().size();
        var host = host(1280, 800);

        host.locator("[name=number]").fill(number.toLowerCase());
        host.locator("[data-part=find] button").first().click();

        assertThat(host.locator(".issued[data-printed=DONE]")).containsText(number);
        Stage.await("the paper is out", () -> printer.tickets().size() == printed + 1);
        var again = printer.tickets().get(printed);
        assertThat(again.lines()).contains(number);
        // Vietnamese is printed as pictures: IN LẠI is one more.
        assertThat(pictures(again)).isEqualTo(pictures(printer.tickets().get(printed - 1)) + 1);
    }

    @Test
    void movesBackWhoMissedTheCall() throws Exception {
        var host = host(390, 844);
        stage.takeTicket("dat-dai.nop");
        var called = stage.does(clerk, 1, "next").ticket().number();
        stage.does(clerk, 1, "no-show");
        var missed = host.locator("[data-part=missed] li", new Page.LocatorOptions().setHasText(called));

        missed.locator("button").click();

        assertThat(missed).hasCount(0);
        assertThat(host.locator(".note")).containsText(called);
        assertThat(stage.complaints(host)).isEmpty();
    }

    private static long pictures(PrintedTicket paper) {
        return paper.lines().stream()
                .filter(line -> line.startsWith("[picture"))
                .count();
    }

    private static Page host(int width, int height) {
        var page = stage.screen("host");
        page.setViewportSize(width, height);
        page.locator("[name=name]").fill(stage.centre.hub().hostName());
        page.locator("[name=password]").fill(stage.centre.hub().password());
        page.locator(".sign-in button").click();
        assertThat(page.locator("[data-part=kiosks]")).containsText(KIOSK);
        return page;
    }

    /** One screen a kiosk: what an earlier test left open would still be its screen. */
    @AfterEach
    void leave() {
        if (page != null) page.context().close();
        page = null;
    }

    private Page kiosk() {
        page = stage.screen("kiosk");
        page.setViewportSize(1080, 1920);
        assertThat(page.locator("[data-screen=fields]")).isVisible();
        return page;
    }

    private static Locator tile(Page page, String name) {
        return page.locator("button.tile", new Page.LocatorOptions().setHasText(name))
                .first();
    }
}
