package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Booking;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketsView;

/** Codes that citizens hold before the kiosk's scanner, and what becomes of them. */
@Timeout(300)
class ScanIT {
    private static final String NUMBER = "046195012345";
    private static final String CARD = NUMBER + "|205123456|Nguyễn Thị Ánh|02011940|Nữ|Phường Tứ Hạ, Huế|15082021";

    @TempDir
    private static Path data;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("vn.luot");
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
    private static final Level LEVEL = LOG.getLevel();

    private static Stage stage;
    private static Api clerk;
    private static Api manager;

    private Page page;

    @BeforeAll
    static void set() throws Exception {
        LOGGED.start();
        LOG.addAppender(LOGGED);
        LOG.setLevel(Level.TRACE);
        stage = Stage.set(data);
        clerk = stage.clerk(1);
        manager = Api.ofPerson(stage.centre.hub().address());
        manager.signIn(stage.centre.hub().managerName(), stage.centre.hub().password());
        scannerBecomes(HardwareCondition.OK);
        stage.takeTicket("dat-dai.nop");
    }

    @AfterAll
    static void strike() {
        LOG.detachAppender(LOGGED);
        LOG.setLevel(LEVEL);
        stage.close();
    }

    @Test
    void anAppointmentIsATicketWithoutATouchAndOnlyOnce() throws Exception {
        var kiosk = kiosk();
        var code = book().code();

        scan(code);

        assertThat(kiosk.locator("[data-screen=done]")).containsText("Ông/bà đến đúng hẹn");
        var number = kiosk.locator(".ticket .number").innerText();
        Stage.await("it is on paper", () -> lastPaper().contains(number));
        kiosk.locator("text=Xong").click();
        otherCode();
        scan(code);
        assertThat(kiosk.locator("[data-screen=refused]")).containsText("Lịch hẹn này đã lấy số rồi");
        assertThat(stage.complaints(kiosk)).isEmpty();
    }

    @Test
    void whoHasLostTheQrCodeTypesTheShortOne() throws Exception {
        var kiosk = kiosk();
        var typed = book().typed();

        arrive(kiosk, swapped(typed));
        assertThat(kiosk.locator("[data-screen=refused]")).containsText("gõ chưa đúng");
        kiosk.locator("text=Xong").click();
        arrive(kiosk, typed);
        assertThat(kiosk.locator("[data-screen=done]")).containsText("Ông/bà đến đúng hẹn");
        kiosk.locator("text=Xong").click();
        arrive(kiosk, typed);
        assertThat(kiosk.locator("[data-screen=refused]")).containsText("Lịch hẹn này đã lấy số rồi");
        assertThat(stage.complaints(kiosk)).isEmpty();
    }

    private static void arrive(Page kiosk, String typed) {
        kiosk.locator("[data-way=code]").click();
        for (var letter : typed.toLowerCase().replace("-", "").split("")) {
            kiosk.locator("[data-key=\"" + letter + "\"]").click();
        }
        assertThat(kiosk.locator(".typed.code")).hasText(typed);
        assertThat(new AxeBuilder(kiosk).analyze().getViolations()).isEmpty();
        kiosk.locator("text=Lấy số theo hẹn").click();
    }

    /** With another last letter. */
    private static String swapped(String typed) {
        return typed.substring(0, typed.length() - 1) + (typed.endsWith("7") ? "8" : "7");
    }

    @Test
    void aCardGivesItsHolderPriorityAndIsKeptNowhere() throws Exception {
        var kiosk = kiosk();

        scan(CARD);
        assertThat(kiosk.locator("[data-screen=scan]")).containsText("Người cao tuổi");
        kiosk.locator("button", new Page.LocatorOptions().setHasText("Lấy số ưu tiên"))
                .click();
        assertThat(kiosk.locator("[data-screen=fields]")).containsText("Ưu tiên: Người cao tuổi");
        touch(kiosk, "Đất đai");
        touch(kiosk, "Nộp hồ sơ");

        var number = kiosk.locator("[data-screen=done] .ticket .number").innerText();
        var ticket = clerk.get("/api/tickets?number=" + number, TicketsView.class)
                .tickets()
                .get(0);
        assertThat(ticket.priorityClass()).isEqualTo("elderly");
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
        assertThat(kiosk.content()).doesNotContain(NUMBER);
        holdsNothingOfTheCard();
    }

    @Test
    void aScannerThatTypesTouchesNoButtonAndIsUnderstood() throws Exception {
        var kiosk = kiosk();
        kiosk.locator("button.tile").first().focus();

        var scan = kiosk.locator("[data-screen=scan]");
        type(kiosk, "no code of ours", scan.getByText("Máy không nhận ra mã này"));
        kiosk.locator("text=Đóng").click();
        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();
        type(kiosk, "000.00.12.H32-261123-0012", scan.locator("button.tile").nth(18));
        touch(kiosk, "Đất đai");

        assertThat(kiosk.locator("[data-screen=done] .ticket .number")).hasText("D600");
    }

    @Test
    void aTicketTellsHowItStands() throws Exception {
        var kiosk = kiosk();
        var number = stage.takeTicket("chung-thuc.nop");
        var lines = stage.centre.hardware().printer().tickets();
        var paper = lines.get(lines.size() - 1).lines();
        var code = paper.stream()
                .filter(line -> line.startsWith("[QR "))
                .findFirst()
                .orElseThrow();

        scan(code.substring(4, code.length() - 1));

        assertThat(kiosk.locator("[data-screen=scan] .number")).hasText(number);
        assertThat(kiosk.locator("[data-screen=scan]")).containsText("Ông/bà là người tiếp theo");
        scan("http://hub.local/t/AbCdEfGhIjKlMnOpQrStUv");
        assertThat(kiosk.locator("[data-screen=scan]")).containsText("Không tìm thấy phiếu này hôm nay");
    }

    @Test
    void aScannerThatIsPulledOutIsKnownToStaff() throws Exception {
        var line = stage.centre.hardware().scannerLine();

        line.unplug();
        scannerBecomes(HardwareCondition.GONE);
        line.plugIn();

        scannerBecomes(HardwareCondition.OK);
    }

    private Page kiosk() {
        page = stage.screen("kiosk");
        assertThat(page.locator("html[data-scans] [data-screen=fields]")).isVisible();
        return page;
    }

    /** Every page of a kiosk hears its scanner: an earlier one would use the appointment that the next test scans. */
    @AfterEach
    void leave() {
        if (page != null) page.context().close();
    }

    private static Booking book() throws Exception {
        return manager.post("/api/appointments", new Booking("dat-dai.nop", OffsetDateTime.now()), Booking.class)
                .orElseThrow();
    }

    private static void scan(String code) {
        stage.centre.hardware().scanner().scan(code);
    }

    /** The same code within some seconds is the same scan. */
    private static void otherCode() {
        scan("x");
    }

    /** As fast as a scanner; a busy machine may type slower than that, and then it is typed again. */
    private static void type(Page kiosk, String code, Locator understood) {
        for (var tries = 0; tries < 20; tries++) {
            kiosk.keyboard().type(code);
            kiosk.keyboard().press("Enter");
            try {
                understood.waitFor(new Locator.WaitForOptions().setTimeout(1_500));
                return;
            } catch (TimeoutError slow) {
                LOG.info("This machine typed too slowly for a scanner");
                // What came after a pause may have been taken for another code.
                if (kiosk.locator("[data-screen=scan]").isVisible())
                    kiosk.locator("text=Đóng").click();
            }
        }
        assertThat(understood).isVisible();
    }

    private static void touch(Page kiosk, String name) {
        kiosk.locator("button.tile", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    private static List<String> lastPaper() {
        var tickets = stage.centre.hardware().printer().tickets();
        return tickets.get(tickets.size() - 1).lines();
    }

    private static void scannerBecomes(HardwareCondition condition) throws Exception {
        Stage.await(
                "the scanner becomes " + condition,
                () -> clerk.get("/api/hardware", HardwareStatus.class).hardware().stream()
                        .anyMatch(part -> part.type() == HardwareType.SCANNER && part.condition() == condition));
    }

    private static void holdsNothingOfTheCard() throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                holdsNothing(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(LOGGED.list).isNotEmpty();
        for (var event : List.copyOf(LOGGED.list)) holdsNothing("the log", event.getFormattedMessage());
    }

    private static void holdsNothing(String where, String content) {
        assertThat(content.contains(NUMBER)).as(where).isFalse();
        assertThat(content.contains("205123456")).as(where).isFalse();
    }
}
