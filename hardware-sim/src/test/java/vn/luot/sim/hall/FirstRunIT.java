package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.FirstRun;
import vn.luot.hub.HubConfig;
import vn.luot.hub.http.Limits;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.line.LineAddress;

/** From an empty folder to a printed, called and rated ticket, with nothing but a browser. */
@Timeout(300)
class FirstRunIT {
    private static final String PASSWORD = "bốn từ không liên quan";
    /** The hub as the province's accounts know it: another site than theirs, as in life. */
    private static final String NAMED = "http://mot-cua.local";

    @TempDir
    private Path data;

    private final StringWriter console = new StringWriter();
    private final List<String> complaints = new ArrayList<>();
    private OfficeAccounts accounts;
    private FirstRun firstRun;
    private Playwright playwright;
    private Browser browser;
    private BrowserContext administrator;

    @BeforeEach
    void start() throws Exception {
        accounts = new OfficeAccounts();
        firstRun = FirstRun.start(config(), new PrintWriter(console));
        PlaywrightAssertions.setDefaultAssertionTimeout(Stage.PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Stage.chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--host-resolver-rules=MAP mot-cua.local:80 127.0.0.1:" + firstRun.port())));
        administrator = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
    }

    private HubConfig config() {
        return new HubConfig(
                data.resolve("hub"),
                "localhost",
                0,
                Optional.empty(),
                "",
                HubConfig.systemClock(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(accounts.forHub(NAMED)),
                true,
                Limits.USUAL);
    }

    @AfterEach
    void stop() {
        browser.close();
        playwright.close();
        firstRun.close();
        accounts.close();
    }

    private String address(String path) {
        return "http://localhost:" + firstRun.port() + path;
    }

    private String code() {
        var codes = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}").matcher(console.toString());
        assertThat(codes.find()).as(console.toString()).isTrue();
        return codes.group();
    }

    private Page open(BrowserContext context, String address) {
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void next(Page page, String heading) {
        press(page, "Tiếp tục");
        assertThat(page.locator("h1")).hasText(heading);
        Accessible.isOpenToAll(page);
    }

    @Test
    void bringsAnEmptyFolderToARatedTicket() throws Exception {
        var setup = open(administrator, address("/"));
        typeTheCode(setup);
        fillIn(setup);
        press(setup, "Tạo trung tâm");
        assertThat(setup.locator("h1"))
                .hasText("Trung tâm đã sẵn sàng", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        Accessible.isOpenToAll(setup);
        var token = setup.locator("[data-device='Kiosk 1']").innerText();
        var television = open(
                browser.newContext(), setup.locator("a[href*='/tv/#']").first().getAttribute("href"));
        var tablet = open(
                browser.newContext(), setup.locator("a[href*='/tablet/?n=1#']").getAttribute("href"));

        var hardware = new Hardware(Files.createDirectories(data.resolve("ports")), List.of(1));
        var vertx = Vertx.vertx();
        var kiosk = Kiosk.start(vertx, kioskConfig(token, hardware)).await();
        try {
            var clerk = open(administrator, address("/clerk/"));
            setTheSecondFactor(clerk);
            press(clerk, "Mở ngày làm việc Enter");
            clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Quầy 1")))
                    .click();
            assertThat(clerk.locator("body")).containsText("Gọi số tiếp theo");

            var screen = open(browser.newContext(), "http://127.0.0.1:" + kiosk.port() + "/");
            tile(screen, "Bảo trợ xã hội").click();
            tile(screen, "Nộp hồ sơ").click();
            assertThat(screen.locator("[data-screen=done] .ticket .number")).hasText("A001");
            Stage.await(
                    "the ticket is printed", () -> hardware.printer().tickets().size() == 1);
            assertThat(hardware.printer().tickets().get(0).lines()).contains("A001");

            enter(clerk, "called");
            assertThat(clerk.locator(".now .number")).hasText("A001");
            assertThat(television.locator(".call .number")).hasText("A001");
            enter(clerk, "serving");
            enter(clerk, "free");
            tablet.locator("button.level").first().click();
            assertThat(tablet.locator("h1")).containsText("cảm ơn");
        } finally {
            kiosk.close().await();
            vertx.close().await();
            hardware.close();
        }
        signsInWithAnAccountOfTheOffice();
        assertThat(complaints).isEmpty();
        assertThat(Files.exists(data.resolve("hub/luot.half-made"))).isFalse();
    }

    /** An administrator is led to it, whichever page is opened, and led back. */
    private static void setTheSecondFactor(Page page) throws IOException, GeneralSecurityException {
        assertThat(page.locator("main")).containsText("mật khẩu một mình chưa đủ");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")))
                .isVisible();
        Accessible.isOpenToAll(page);
        Pictures.keep(page, "second-factor-demanded");
        press(page, "Thiết lập");
        page.fill(
                "input[name=code]",
                Authenticator.code(page.locator(".token").innerText().replace(" ", "")));
        page.fill("input[name=password]", PASSWORD);
        press(page, "Xác nhận");
    }

    private void signsInWithAnAccountOfTheOffice() {
        var hoa = open(browser.newContext(), NAMED + "/clerk/");
        hoa.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đăng nhập bằng Tài khoản tỉnh"))
                .click();
        assertThat(hoa).hasTitle("Tài khoản tỉnh");
        press(hoa, "Tôi là Trần Thị Hoa");
        assertThat(hoa).hasURL(NAMED + "/clerk/");
        assertThat(hoa.locator("body")).containsText("Trần Thị Hoa");
        hoa.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Quầy 2")))
                .click();
        assertThat(hoa.locator("body")).containsText("Gọi số tiếp theo");
    }

    /** Always the usual next step; while the hub is being asked, the page takes no key. */
    private static void enter(Page clerk, String mode) {
        assertThat(clerk.locator("button.primary.huge")).isEnabled();
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator("[data-mode=" + mode + "]")).isVisible();
    }

    private void typeTheCode(Page setup) {
        assertThat(setup.locator("h1")).hasText("Nhập mã cài đặt");
        Accessible.isOpenToAll(setup);
        setup.fill("input[name=code]", "AAAA-AAAA");
        press(setup, "Bắt đầu");
        assertThat(setup.getByRole(AriaRole.ALERT)).containsText("Mã cài đặt không đúng");
        setup.fill("input[name=code]", code().toLowerCase());
        press(setup, "Bắt đầu");
        assertThat(setup.locator("h1")).hasText("Trung tâm");
        Accessible.isOpenToAll(setup);
    }

    /** Three fields and four counters. */
    private static void fillIn(Page setup) throws IOException {
        setup.fill("input[name=vi]", "Bộ phận Một cửa phường Kim Long");
        // Whatever day and hour the test runs at.
        setup.getByLabel("Thứ Bảy").check();
        setup.getByLabel("Chủ nhật").check();
        setup.getByLabel("Sáng từ").fill("00:00");
        setup.getByLabel("Sáng đến").fill("12:00");
        setup.getByLabel("Chiều từ").fill("12:00");
        setup.getByLabel("Chiều đến").fill("00:00");
        next(setup, "Lĩnh vực");
        press(setup, "Tiếp tục");
        assertThat(setup.getByRole(AriaRole.ALERT)).containsText("ít nhất một lĩnh vực");
        List.of("Bảo trợ xã hội", "Chứng thực", "Đất đai")
                .forEach(field -> setup.getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .check());
        Pictures.keep(setup, "setup");
        next(setup, "Quầy");
        assertThat(setup.locator("input[name=counters]")).hasValue("4");
        next(setup, "Quản trị");
        setup.fill("input[name=displayName]", "Trần Thị Minh");
        setup.fill("input[name=name]", "minh");
        setup.fill("input[name=password]", "12345678");
        setup.fill("input[name=again]", "12345678!");
        press(setup, "Tiếp tục");
        assertThat(setup.getByRole(AriaRole.ALERT)).containsText("không giống nhau");
        setup.fill("input[name=again]", "12345678");
        next(setup, "Thiết bị");
        next(setup, "Xem lại");
        press(setup, "Tạo trung tâm");
        assertThat(setup.locator("h1")).hasText("Quản trị");
        assertThat(setup.getByRole(AriaRole.ALERT)).containsText("dễ đoán");
        setup.fill("input[name=password]", PASSWORD);
        setup.fill("input[name=again]", PASSWORD);
        next(setup, "Thiết bị");
        next(setup, "Xem lại");
    }

    private KioskConfig kioskConfig(String token, Hardware hardware) throws Exception {
        return new KioskConfig(
                URI.create(address("")),
                token,
                LineAddress.parse(hardware.printerLine().address()),
                "generic-80mm",
                0,
                Files.createDirectories(data.resolve("kiosk")));
    }

    private static Locator tile(Page kiosk, String name) {
        var tile = kiosk.locator("button.tile", new Page.LocatorOptions().setHasText(name));
        tile.first()
                .waitFor(new Locator.WaitForOptions()
                        .setTimeout(Duration.ofSeconds(20).toMillis()));
        return tile.first();
    }
}
