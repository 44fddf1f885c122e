package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;

/** The administrator changes the centre while it works. */
@Timeout(180)
class AdminIT {
    private static final String PASSWORD = "bốn từ không liên quan";

    @TempDir
    private static Path data;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        HubSetup.open(data.resolve("hub"), HubConfig.systemClock())
                .access()
                .addPerson(Role.ADMIN, "minh", "Trần Thị Minh", PASSWORD);
        stage.clerk(1);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    private static Page signedIn() {
        var page = stage.screen(stage.centre.hub().address().resolve("/admin/"));
        page.fill("input[name=name]", "minh");
        page.fill("input[name=password]", PASSWORD);
        press(page, "Đăng nhập");
        assertThat(page.locator("h1")).hasText("Trung tâm");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator inputAt(Page page, String path) {
        return page.locator("input[name='" + path + "']");
    }

    private static void assertIsOpenToAll(Page page) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(one -> one.getId() + " " + one.getNodes())
                        .toList()
                        .toString())
                .isEmpty();
    }

    @Test
    void addsAServiceThatTheKioskGivesAtOnceAndKeepsItWhileItsNumbersAreInHands() throws Exception {
        var admin = signedIn();
        assertIsOpenToAll(admin);

        var field = admin.locator("details", new Page.LocatorOptions().setHasText("Đất đai"))
                .first();
        field.locator("summary").click();
        field.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("+ Thêm dịch vụ"))
                .click();
        var fault = field.locator(".fault", new Locator.LocatorOptions().setHasText("không quầy nào phục vụ"));
        assertThat(fault).isVisible();
        assertThat(field.locator("input[aria-invalid=true]").first()).isVisible();
        field.locator("input[name$='services[2].name.vi']").fill("Tư vấn");
        var counter = admin.locator("details", new Page.LocatorOptions().setHasText("Quầy 1"))
                .first();
        counter.locator("summary").click();
        counter.getByLabel("Tư vấn").check();
        assertThat(admin.locator(".bar [role=status]")).hasText("Có thay đổi chưa lưu");
        assertIsOpenToAll(admin);
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");

        assertThat(stage.takeTicket("dat-dai.dich-vu-1")).endsWith("001");
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        var called = stage.does(clerk, 1, "next").ticket();
        assertThat(called.service()).isEqualTo("dat-dai.dich-vu-1");

        press(admin, "Các bản đã dùng");
        assertThat(admin.locator("tbody tr").first()).containsText("Trần Thị Minh");
        var versions = admin.locator("tbody tr").count();
        assertIsOpenToAll(admin);
        press(admin, "Đặt lại bản 1");
        assertThat(admin.getByRole(AriaRole.ALERT)).containsText("còn 1 người");
        stage.does(clerk, 1, "start");
        stage.does(clerk, 1, "finish");
        // The kiosk holds numbers of the service for when the hub is away: it stays until the day is over.
        press(admin, "Đặt lại bản 1");
        assertThat(admin.getByRole(AriaRole.ALERT)).containsText("hôm nay dịch vụ này đã cấp số");
        assertThat(admin.locator("tbody tr")).hasCount(versions);
        assertThat(stage.complaints(admin)).allSatisfy(one -> assertThat(one).contains("409"));
    }

    @Test
    void showsTheSlowerOfTwoAdministratorsWhatIsInForce() {
        var first = signedIn();
        var second = signedIn();
        inputAt(first, "centre.hotline").fill("1022");
        press(first, "Lưu và dùng ngay");
        assertThat(first.locator(".told")).containsText("Đã lưu");

        inputAt(second, "centre.hotline").fill("1900");
        press(second, "Lưu và dùng ngay");
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("người khác đổi");
        press(second, "Bỏ thay đổi của tôi, xem bản mới");

        assertThat(inputAt(second, "centre.hotline")).hasValue("1022");
        inputAt(second, "centre.hotline").fill("");
        press(second, "Lưu và dùng ngay");
        assertThat(second.locator(".told")).containsText("Đã lưu");
    }

    @Test
    void letsDevicesAndPeopleInAndOut() {
        var admin = signedIn();
        press(admin, "Thiết bị");
        admin.fill("input[name=name]", "Tivi sảnh");
        admin.selectOption("select[name=role]", "BOARD");
        press(admin, "Thêm thiết bị");
        assertThat(admin.locator(".token")).hasText(Pattern.compile("[A-Za-z0-9_-]{43}"));
        assertIsOpenToAll(admin);
        var television = stage.screen(stage.centre
                .hub()
                .address()
                .resolve("/tv/#token=" + admin.locator(".token").innerText()));
        assertThat(television.locator("header")).containsText("Một cửa");
        press(admin, "Thu hồi Tivi sảnh");
        assertThat(admin.locator("tr", new Page.LocatorOptions().setHasText("Tivi sảnh")))
                .containsText("Đã thu hồi");

        press(admin, "Người dùng");
        admin.fill("input[name=displayName]", "Lê Văn Hoà");
        admin.fill("input[name=name]", "hoa");
        press(admin, "Thêm người");
        assertThat(admin.locator(".told")).containsText("«hoa»");
        assertIsOpenToAll(admin);
        press(admin, "Khoá hoa");
        assertThat(admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở khoá hoa")))
                .isVisible();
        assertThat(stage.complaints(admin)).isEmpty();
    }
}
