package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk does beside the usual step, by keyboard and by hand. */
@Timeout(300)
class ClerkIT {
    @TempDir
    private static Path data;

    /** The page believes in the hub for twelve seconds, and asks for it again after some more at most. */
    private static final double WHILE_AWAY_MS = 60_000;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        stage.clerk(1);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void holdsGoesOnTransfersAndKeepsTheVisitOverAReload() throws Exception {
        var number = stage.takeTicket("dat-dai.nop");
        var page = atCounter(1);
        key(page, "Enter");
        assertThat(number(page)).hasText(number);

        key(page, "t");
        assertThat(dialog(page)).isVisible();
        Accessible.isOpenToAll(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-mode=free]")).isVisible();
        list(page, "Tạm giữ").click();
        page.locator(".lists li", new Page.LocatorOptions().setHasText(number))
                .locator("button")
                .click();
        assertThat(page.locator("[data-mode=serving]")).isVisible();
        page.reload();
        assertThat(number(page)).hasText(number);

        key(page, "c");
        // A key too many sends nobody away: nothing is chosen before.
        assertThat(dialog(page).locator(":checked")).hasCount(0);
        page.keyboard().type("quay 2");
        assertThat(dialog(page).locator(":checked")).hasValue("counter:2");
        Accessible.isOpenToAll(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-mode=free]")).isVisible();
        leave(page);
        var colleague = atCounter(2);
        key(colleague, "Enter");
        assertThat(number(colleague)).hasText(number);
        finish(colleague);
        assertThat(stage.complaints(page)).isEmpty();
        assertThat(stage.complaints(colleague)).isEmpty();
    }

    @Test
    void keepsTheVisitWhileTheHubIsAwayAndInASecondTab() throws Exception {
        var number = stage.takeTicket("dat-dai.nop");
        var page = atCounter(4);
        key(page, "Enter");
        assertThat(page.locator("[data-mode=called] .number")).hasText(number);

        page.context().setOffline(true);
        key(page, "Enter");
        assertThat(page.locator(".note")).containsText("Máy chủ không trả lời");
        assertThat(page.locator(".banner"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WHILE_AWAY_MS));
        assertThat(number(page)).hasText(number);
        page.context().setOffline(false);

        assertThat(page.locator(".banner"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(WHILE_AWAY_MS));
        assertThat(page.locator(".note")).isEmpty();
        var second = page.context().newPage();
        second.navigate(stage.address("clerk").toString());
        assertThat(second.locator("[data-mode=called] .number")).hasText(number);
        key(second, "Enter");
        assertThat(page.locator("[data-mode=serving] .number")).hasText(number);
        finish(page);
        leave(page);
    }

    @Test
    void pausesWithAReasonAndComesBackWithEnter() {
        var page = atCounter(3);

        key(page, "p");
        dialog(page).locator("input[name=other]").fill("Đón đoàn kiểm tra");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-mode=paused]")).isVisible();
        Accessible.isOpenToAll(page);
        key(page, "Enter");

        assertThat(page.locator("[data-mode=free]")).isVisible();
        leave(page);
    }

    @Test
    void callsSomebodyOutOfTurnOnlyWithAReason() throws Exception {
        var first = stage.takeTicket("ho-tich.nop");
        var second = stage.takeTicket("ho-tich.nop");
        var page = atCounter(8);
        assertThat(page.locator(".lists li")).hasCount(2);

        page.locator(".lists li", new Page.LocatorOptions().setHasText(second))
                .locator("button")
                .click();
        assertThat(dialog(page)).containsText(second);
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);
        page.locator(".lists li", new Page.LocatorOptions().setHasText(second))
                .locator("button")
                .click();
        page.keyboard().press("Enter");

        assertThat(number(page)).hasText(second);
        assertThat(page.locator(".lists li")).hasCount(1);
        assertThat(page.locator(".lists li")).containsText(first);
        key(page, "v");
        list(page, "Vắng mặt").click();
        page.locator(".lists li button").click();
        list(page, "Đang chờ").click();
        assertThat(page.locator(".lists li")).hasCount(2);
        leave(page);
    }

    @Test
    void servesSomebodyWithoutATicket() {
        var page = atCounter(5);

        key(page, "k");
        page.keyboard().press("Enter");

        assertThat(page.locator("[data-mode=serving]")).isVisible();
        finish(page);
        leave(page);
    }

    private static Page atCounter(int counter) {
        var page = stage.screen("clerk");
        page.fill("input[name=name]", stage.centre.hub().clerkName(counter));
        page.fill("input[name=password]", stage.centre.hub().password());
        page.keyboard().press("Enter");
        page.locator("ul.counters button.tile").nth(counter - 1).click();
        assertThat(page.locator("[data-mode=free]")).isVisible();
        assertThat(page.locator("button.primary.huge")).isEnabled();
        return page;
    }

    /** While the hub is being asked, the page takes no key: the step may be drawn before the answer is there. */
    private static void key(Page page, String key) {
        assertThat(page.locator("button.primary.huge")).isEnabled();
        page.keyboard().press(key);
    }

    private static void finish(Page page) {
        if (page.locator("[data-mode=called]").isVisible()) key(page, "Enter");
        assertThat(page.locator("[data-mode=serving]")).isVisible();
        key(page, "Enter");
        assertThat(page.locator("[data-mode=free]")).isVisible();
        assertThat(page.locator(".own-day")).isVisible();
    }

    private static void leave(Page page) {
        page.locator("header button", new Page.LocatorOptions().setHasText("Đóng quầy"))
                .click();
        assertThat(page.locator("ul.counters")).isVisible();
    }

    private static Locator number(Page page) {
        return page.locator(".now .number");
    }

    private static Locator dialog(Page page) {
        return page.locator("[role=dialog]");
    }

    private static Locator list(Page page, String name) {
        return page.locator("[role=tab]", new Page.LocatorOptions().setHasText(name));
    }
}
