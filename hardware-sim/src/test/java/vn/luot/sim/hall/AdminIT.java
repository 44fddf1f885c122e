package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.kiosk.OfflineBudget;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.sim.device.PrintedTicket;

/** The administrator changes the centre while it works. */
@Timeout(300)
class AdminIT {
    private static final String PASSWORD = "bốn từ không liên quan";

    @TempDir
    private static Path data;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        var access = HubSetup.open(data.resolve("hub"), HubConfig.systemClock()).access();
        access.addPerson(Role.ADMIN, "minh", "Trần Thị Minh", PASSWORD);
        access.addPerson(Role.ADMIN, "tuan", "Lê Anh Tuấn", PASSWORD);
        access.addPerson(Role.ADMIN, "nga", "Phạm Thu Nga", PASSWORD);
        access.addPerson(Role.CLERK, "binh", "Đỗ Văn Bình", PASSWORD);
        Files.writeString(data.resolve("kiosk-2.token"), access.addDevice(Role.KIOSK, "Kiosk 2"));
        stage.clerk(1);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    private static Page signedIn() {
        return signedIn("minh");
    }

    private static Page signedIn(String name) {
        var page = stage.screen(stage.centre.hub().address().resolve("/admin/"));
        page.fill("input[name=name]", name);
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

    @Test
    void addsAServiceThatTheKioskGivesAtOnceAndKeepsItWhileItsNumbersAreInHands() throws Exception {
        var admin = signedIn();
        Accessible.isOpenToAll(admin);

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
        Accessible.isOpenToAll(admin);
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");

        assertThat(stage.takeTicket("dat-dai.dich-vu-1")).endsWith("001");
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        var called = stage.does(clerk, 1, "next").ticket();
        assertThat(called.service()).isEqualTo("dat-dai.dich-vu-1");

        press(admin, "Các bản đã dùng");
        assertThat(admin.locator("tbody tr").first()).containsText("Trần Thị Minh");
        assertThat(admin.locator("tbody tr").first()).hasText(lately());
        var versions = admin.locator("tbody tr").count();
        Accessible.isOpenToAll(admin);
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

    /** Any of the last minutes by the hall's clock; the browser is elsewhere. */
    private static Pattern lately() {
        var now = LocalTime.now(stage.centre.hub().plan().centre().timeZone());
        return Pattern.compile(IntStream.rangeClosed(0, 4)
                .mapToObj(ago -> now.minusMinutes(ago).format(DateTimeFormatter.ofPattern("HH:mm")))
                .collect(Collectors.joining("|")));
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
    void setsTheOrderQuotasHoursOfAServiceAndWhatTelevisionsTell() throws Exception {
        var admin = signedIn();
        admin.selectOption("[name='conduct.order.policy']", "RATIO");
        inputAt(admin, "conduct.order.priorityInARow").fill("0");
        assertThat(admin.locator(".fault")).hasText("phải từ 1 đến 99");
        inputAt(admin, "conduct.order.priorityInARow").fill("3");
        var field = admin.locator("details", new Page.LocatorOptions().setHasText("Hộ tịch"))
                .first();
        field.locator("summary").click();
        inputAt(admin, "conduct.quotas.ho-tich.nop").fill("40");
        field.getByLabel("Giờ nhận số riêng").first().check();
        var counter = admin.locator("details", new Page.LocatorOptions().setHasText("Quầy 2"))
                .first();
        counter.locator("summary").click();
        counter.getByLabel("Làm hết dịch vụ").check();
        var order = counter.locator(".in-order li");
        var second = order.nth(1).innerText();
        order.nth(1).locator("button").click();
        assertThat(order.first()).hasText(second.replaceAll("\\s*↑$", "") + " ↑");
        press(admin, "+ Thêm thông báo");
        inputAt(admin, "notices[0].text.vi").fill("Nghỉ lễ Quốc khánh ngày 2 tháng 9");
        Accessible.isOpenToAll(admin);
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");

        var plan = stage.centre.hub().plan();
        assertThat(plan.conduct().order().policy()).isEqualTo(Plan.Policy.RATIO);
        assertThat(plan.conduct().order().priorityInARow()).isEqualTo(3);
        assertThat(plan.conduct().quotas()).containsExactly(Map.entry("ho-tich.nop", 40));
        assertThat(plan.conduct().inOrder()).containsExactly(2);
        assertThat(plan.service("ho-tich.nop").orElseThrow().hours()).hasSize(1);
        var television = stage.screen("tv");
        assertThat(television.locator(".slide")).containsText("Nghỉ lễ Quốc khánh ngày 2 tháng 9");
        press(admin, "Các bản đã dùng");
        press(admin, "Đặt lại bản 1");
        assertThat(admin.locator(".told")).containsText("Đã lưu");
        assertThat(stage.complaints(admin)).isEmpty();
    }

    @Test
    void saysWhatToBringWhereResultsAreCollectedAndWhomAPersonsCardMakesEarlier() throws Exception {
        var admin = signedIn();
        var field = admin.locator("details", new Page.LocatorOptions().setHasText("Hộ tịch"))
                .first();
        field.locator("summary").click();
        var at = field.locator("select").getAttribute("name").replace(".results", "");
        field.locator("select").selectOption("");
        var papers = field.getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("+ Thêm giấy tờ mang theo"))
                .first();
        papers.click();
        assertThat(field.locator(".fault")).containsText("để trống");
        inputAt(admin, at + ".services[0].papers[0].vi").fill("Giấy chứng sinh");
        papers.click();
        inputAt(admin, at + ".services[0].papers[1].vi").fill("Thẻ căn cước của cha mẹ");
        inputAt(admin, "priorityClasses[0].fromAge").fill("200");
        assertThat(admin.locator(".fault")).hasText("phải từ 1 đến 120 tuổi");
        inputAt(admin, "priorityClasses[0].fromAge").fill("80");
        assertThat(admin.locator(".fault")).hasCount(0);
        Accessible.isOpenToAll(admin);
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");

        var plan = stage.centre.hub().plan();
        assertThat(plan.service("ho-tich.nop").orElseThrow().papers())
                .extracting(Text::vi)
                .containsExactly("Giấy chứng sinh", "Thẻ căn cước của cha mẹ");
        assertThat(plan.fieldOf("ho-tich.nop").orElseThrow().results()).isNull();
        assertThat(plan.priorityClasses().get(0).fromAge()).isEqualTo(80);
        var kiosk = stage.screen("kiosk");
        kiosk.locator("button.tile", new Page.LocatorOptions().setHasText("Hộ tịch"))
                .first()
                .click();
        assertThat(kiosk.locator(".papers").first()).containsText("Giấy chứng sinh · Thẻ căn cước của cha mẹ");

        field.locator("select").selectOption("ho-tich.nhan");
        field.locator("input[name$='papers[0].vi'] >> xpath=ancestor::div[@class='row']")
                .getByRole(AriaRole.BUTTON)
                .click();
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");
        plan = stage.centre.hub().plan();
        assertThat(plan.fieldOf("ho-tich.nop").orElseThrow().results()).isEqualTo("ho-tich.nhan");
        assertThat(plan.service("ho-tich.nop").orElseThrow().papers())
                .extracting(Text::vi)
                .containsExactly("Thẻ căn cước của cha mẹ");
        assertThat(stage.complaints(admin)).isEmpty();
    }

    @Test
    void whatTheTicketSaysIsOnTheNextPaper() throws Exception {
        var admin = signedIn();
        press(admin, "Sửa mẫu phiếu");
        var lines = admin.locator(".ticket-lines li");
        var usual = lines.count();
        press(admin, "+ Thêm dòng");
        assertThat(lines).hasCount(usual + 1);
        var words = inputAt(admin, "ticket.lines[" + usual + "].vi");
        words.fill("Zalo {sevice}");
        assertThat(lines.last().locator(".fault")).containsText("có {sevice}, chỉ dùng được {centre}");
        words.fill("Zalo 1022 - {number}");
        assertThat(admin.locator(".ticket-lines .fault")).hasCount(0);
        assertThat(words).isVisible();
        assertThat(admin.locator(".paper")).containsText(Pattern.compile("Zalo 1022 - [A-Z]012"));
        admin.setInputFiles(
                "input[name='ticket.logo']", new FilePayload("dau.txt", "text/plain", "không phải ảnh".getBytes()));
        assertThat(admin.locator(".ticket-lines .fault")).containsText("phải là ảnh PNG");
        admin.setInputFiles("input[name='ticket.logo']", new FilePayload("dau.png", "image/png", mark()));
        assertThat(admin.locator(".paper img")).isVisible();
        assertThat(admin.locator(".ticket-lines .fault")).hasCount(0);
        Accessible.isOpenToAll(admin);
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");

        Stage.await(Duration.ofSeconds(60), "the new ticket is on paper", () -> {
            var number = stage.takeTicket("ho-tich.nop");
            Stage.await(Duration.ofSeconds(60), "it is printed", () -> paperOf(number) != null);
            return paperOf(number).contains("Zalo 1022 - " + number)
                    && paperOf(number).contains("[picture 320×60]");
        });
        press(admin, "Dùng lại mẫu có sẵn");
        press(admin, "Lưu và dùng ngay");
        assertThat(admin.locator(".told")).containsText("Đã lưu");
        assertThat(stage.complaints(admin)).isEmpty();
    }

    private static List<String> paperOf(String number) {
        return stage.centre.hardware().printer().tickets().stream()
                .map(PrintedTicket::lines)
                .filter(lines -> lines.contains(number))
                .findFirst()
                .orElse(null);
    }

    /** Half black, half nothing, twice as large as a ticket takes. */
    private static byte[] mark() throws IOException {
        var mark = new BufferedImage(640, 120, BufferedImage.TYPE_INT_ARGB);
        var pen = mark.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 320, 120);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(mark, "png", png);
        return png.toByteArray();
    }

    @Test
    void letsARevokedKioskInAgainByTheCodeOnItsScreen() throws Exception {
        var token = data.resolve("kiosk-2.token");
        var old = Files.readString(token);
        var kiosk = Kiosk.start(stage.centre.vertx(), kioskTwo(token)).await();
        try {
            var screen = stage.screen(URI.create("http://127.0.0.1:" + kiosk.port() + "/"));
            assertThat(screen.locator(".sign[data-why=printer]")).isVisible();
            var admin = signedIn();
            press(admin, "Thiết bị");

            press(admin, "Thu hồi Kiosk 2");

            var code = screen.locator(".pairing strong");
            assertThat(code).hasText(Pattern.compile("[B-Z]{4}-[B-Z]{4}"));
            Pictures.keep(screen, "revoked-kiosk");
            Accessible.isOpenToAll(screen);
            var paired = admin.locator("form").nth(1);
            paired.locator("[name=userCode]").fill(code.innerText());
            paired.locator("[name=name]").fill("Kiosk 2");
            paired.locator("[name=role]").selectOption("KIOSK");
            press(admin, "Ghép nối");
            assertThat(screen.locator(".pairing")).hasCount(0);
            assertThat(screen.locator(".sign[data-why=printer]")).isVisible();
            assertThat(token).content().isNotEqualTo(old);
        } finally {
            kiosk.close().await();
        }
    }

    /** Its printer is absent. */
    private static KioskConfig kioskTwo(Path token) {
        return new KioskConfig(
                stage.centre.hub().address(),
                DeviceToken.in(token, false),
                LineAddress.parse("tcp:127.0.0.1:9"),
                "generic-80mm",
                0,
                data.resolve("kiosk-2"),
                null,
                null,
                OfflineBudget.USUAL);
    }

    @Test
    void letsDevicesAndPeopleInAndOut() throws Exception {
        var admin = signedIn();
        press(admin, "Thiết bị");
        var added = admin.locator("form").first();
        added.locator("[name=name]").fill("Tivi sảnh");
        added.locator("[name=use]").selectOption("TV");
        added.locator("[name=zone]").fill("1-3");
        press(admin, "Thêm thiết bị");
        assertThat(admin.locator(".token")).hasText(Pattern.compile("[A-Za-z0-9_-]{43}"));
        Accessible.isOpenToAll(admin);
        var link = admin.locator(".device-link");
        assertThat(link).hasText(Pattern.compile(".*/tv/\\?counters=1-3#token=.*"));
        var television = stage.screen(URI.create(link.getAttribute("href")));
        assertThat(television.locator("header")).containsText("Một cửa");
        press(admin, "Thu hồi Tivi sảnh");
        assertThat(admin.locator("tr", new Page.LocatorOptions().setHasText("Tivi sảnh")))
                .containsText("Đã thu hồi");
        var banner = television.locator(".banner");
        assertThat(banner).containsText(Pattern.compile("Mã ghép nối: [B-Z]{4}-[B-Z]{4}"));
        Pictures.keep(television, "revoked-tv");
        var code = banner.innerText().replaceAll("(?s).*Mã ghép nối: (\\S+).*", "$1");
        var anew = admin.locator("form").nth(1);
        anew.locator("[name=userCode]").fill(code);
        anew.locator("[name=name]").fill("Tivi cửa");
        anew.locator("[name=role]").selectOption("BOARD");
        press(admin, "Ghép nối");
        assertThat(banner).hasCount(0);
        assertThat(television.locator("header")).containsText("Một cửa");

        var device = Api.ofPerson(stage.centre.hub().address())
                .post("/api/pairing", null, JsonNode.class)
                .orElseThrow();
        var paired = admin.locator("form").nth(1);
        paired.locator("[name=userCode]").fill(device.at("/userCode").asText());
        paired.locator("[name=name]").fill("Bảng sảnh");
        paired.locator("[name=role]").selectOption("BOARD");
        press(admin, "Ghép nối");
        assertThat(admin.locator(".told").first()).containsText("«Bảng sảnh» đã được ghép nối");
        assertThat(admin.locator("tr", new Page.LocatorOptions().setHasText("Bảng sảnh")))
                .isVisible();

        press(admin, "Người dùng");
        admin.fill("input[name=displayName]", "Lê Văn Hoà");
        admin.fill("input[name=name]", "hoa");
        press(admin, "Thêm người");
        assertThat(admin.locator(".told")).containsText("«hoa»");
        Accessible.isOpenToAll(admin);
        press(admin, "Khoá hoa");
        assertThat(admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở khoá hoa")))
                .isVisible();
        assertThat(stage.complaints(admin)).isEmpty();
    }

    @Test
    void setsASecondFactorByAPictureThatAPhoneReadsAndForgetsALostPhone() throws Exception {
        var page = signedIn("tuan");
        page.navigate(stage.centre.hub().address().resolve("/account/").toString());
        press(page, "Thiết lập");

        var picture = page.locator("img.qr");
        assertThat(picture).isVisible();
        var key = page.locator(".token").innerText().replace(" ", "");
        assertThat(read(picture.screenshot()))
                .startsWith("otpauth://totp/tuan?")
                .contains("secret=" + key);
        Accessible.isOpenToAll(page);
        Pictures.keep(page, "second-factor");
        page.fill("input[name=code]", "000000");
        page.fill("input[name=password]", PASSWORD);
        press(page, "Xác nhận");
        assertThat(page.locator(".faults")).containsText("Mã không đúng");
        assertThat(picture).isVisible();
        page.fill("input[name=code]", Authenticator.code(key));
        press(page, "Xác nhận");
        assertThat(page.locator(".told")).containsText("Đã bật xác thực hai bước");
        press(page, "Đăng xuất");
        assertThat(page.locator("h1")).hasText("Đăng nhập");

        var colleague = signedIn();
        press(colleague, "Người dùng");
        var lost = colleague.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ xác thực hai bước của tuan"));
        assertThat(lost).isVisible();
        Pictures.keep(colleague, "lost-phone");
        lost.click();
        assertThat(lost).hasCount(0);
        signedIn("tuan");
    }

    @Test
    void asksForThePhoneBeforeAnAdministratorsAccountIsOpened() throws Exception {
        var page = signedIn("nga");
        page.navigate(stage.centre.hub().address().resolve("/account/").toString());
        press(page, "Thiết lập");
        var key = page.locator(".token").innerText().replace(" ", "");
        page.fill("input[name=code]", Authenticator.code(key));
        page.fill("input[name=password]", PASSWORD);
        press(page, "Xác nhận");
        assertThat(page.locator(".told")).containsText("Đã bật xác thực hai bước");
        page.navigate(stage.centre.hub().address().resolve("/admin/").toString());
        press(page, "Người dùng");

        var role = page.getByLabel("Vai trò của binh");
        role.selectOption("ADMIN");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        assertThat(dialog.locator("input[name=code]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(role).hasValue("CLERK");

        press(page, "Đổi điện thoại");
        assertThat(dialog).isVisible();
        Accessible.isOpenToAll(page);
        Pictures.keep(page, "own-phone");
        dialog.locator("input[name=code]").fill("000000");
        var underWay = new AtomicReference<Route>();
        page.route("**/second-factor", underWay::set);
        press(page, "Xác nhận");
        page.waitForCondition(() -> underWay.get() != null);
        page.keyboard().press("Escape");
        assertThat(dialog).isVisible();
        underWay.get().resume();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Mã không đúng");
        page.unroute("**/second-factor");
        assertThat(dialog.locator("input[name=code]")).hasValue("");
        dialog.locator("input[name=code]").fill(Authenticator.nextCode(key));
        press(page, "Xác nhận");

        assertThat(page.locator("h1")).hasText("Đăng nhập");
        assertThat(page.locator(".told")).containsText("thiết lập trên điện thoại mới");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        signedIn("nga");
    }

    @Test
    void leadsWhoeverSignsOutOfASessionThatHasEndedToTheSignIn() {
        var page = signedIn();
        page.context().clearCookies();
        press(page, "Đăng xuất");
        assertThat(page.locator("h1")).hasText("Đăng nhập");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);

        var account = signedIn();
        account.navigate(stage.centre.hub().address().resolve("/account/").toString());
        assertThat(account.locator("h1")).hasText("Đổi mật khẩu");
        account.context().clearCookies();
        press(account, "Đăng xuất");
        assertThat(account.locator("h1")).hasText("Đăng nhập");
        assertThat(account.locator(".faults")).hasCount(0);
    }

    private static String read(byte[] png) throws IOException, ReaderException {
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth(), height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
