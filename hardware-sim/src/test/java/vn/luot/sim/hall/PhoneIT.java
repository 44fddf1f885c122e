package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** A visitor follows the own number on the own phone, and says how it was. */
@Timeout(300)
class PhoneIT {
    private static final String LAND = "dat-dai.nop";
    private static final long MOST_BYTES = 60_000;

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api host;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        stage.clerk(1);
        host = stage.person(Role.HOST);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void followsTheTicketFromTheLineToTheVote() throws Exception {
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        take(LAND);
        var ticket = take(LAND);
        var phone = phone(ticket);
        assertThat(phone.locator("#title")).hasText("Còn 1 người trước ông/bà");
        phone.locator("#why").click();
        assertThat(phone.locator("#reason")).hasText(Pattern.compile(".*" + ticket.number() + ".*"));
        phone.locator("#bell").click();
        assertThat(phone.locator("#bell")).isHidden();
        Accessible.isOpenToAll(phone);

        stage.does(clerk, 1, "next");
        look(phone);
        assertThat(phone.locator("#title")).hasText("Sắp đến lượt ông/bà");
        stage.does(clerk, 1, "no-show");
        stage.does(clerk, 1, "next");
        look(phone);
        assertThat(phone.locator("#title")).hasText("Mời đến quầy 1");
        assertThat((Integer) phone.evaluate("window.shaken")).isGreaterThan(0);
        assertThat(phone.locator("#choices")).isHidden();
        Accessible.isOpenToAll(phone);
        stage.does(clerk, 1, "start");
        stage.does(clerk, 1, "finish");
        look(phone);

        assertThat(phone.locator("#rating .button")).hasCount(5);
        Accessible.isOpenToAll(phone);
        phone.locator("#rating .button").last().click();
        phone.locator("#rating .reason").first().click();
        phone.locator("#rating textarea").fill("Chờ lâu");
        phone.locator("#language").click();
        assertThat(phone.locator("#rating textarea")).hasValue("Chờ lâu");
        phone.locator("#language").click();
        Accessible.isOpenToAll(phone);
        phone.locator("#rating .primary").click();
        assertThat(phone.locator("#thanks")).hasText("Xin cảm ơn ông/bà đã đánh giá.");
        assertThat(phone.locator("#rating .button")).hasCount(0);
        assertThat(stage.complaints(phone)).isEmpty();
    }

    @Test
    void letsOthersGoFirstAndLeavesTheLine() throws Exception {
        var ticket = take("ho-tich.nop");
        var phone = phone(ticket);
        assertThat(phone.locator("#title")).hasText("Sắp đến lượt ông/bà");
        assertThat(phone.locator("#mark")).hasAttribute("data-shape", "circle");
        phone.locator("#later").click();
        assertThat(phone.locator("#outcome")).hasText("Chưa có ai đứng sau để nhường.");
        take("ho-tich.nop");
        phone.locator("#later").click();
        assertThat(phone.locator("#title")).hasText("Còn 1 người trước ông/bà");
        assertThat(phone.locator("#outcome")).containsText("Đã nhường.");

        phone.locator("#leave").click();
        assertThat(phone.locator("#leave")).hasText("Bấm lần nữa để huỷ số này");
        phone.locator("#leave").click();

        assertThat(phone.locator("#title")).hasText("Số này đã huỷ");
        assertThat(phone.locator("#choices")).isHidden();
    }

    @Test
    void costsLittleOnMobileData() throws Exception {
        var ticket = take("van-hoa.nop");
        var phone = stage.screen(URI.create("about:blank"));
        phone.setViewportSize(390, 844);
        var weight = Weight.of(phone);
        phone.navigate(ticket.statusUrl());
        assertThat(phone.locator("#number")).hasText(ticket.number());
        phone.evaluate("document.fonts.ready.then(() => null)");

        assertThat(weight.whole()).as("all of it, fonts too").isBetween(5_000L, MOST_BYTES);
    }

    /** The phone asks every ten seconds, and whenever its holder looks at it. */
    private static void look(Page phone) {
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static Page phone(TicketReceipt ticket) {
        var phone = stage.screen(URI.create("about:blank"));
        phone.setViewportSize(390, 844);
        phone.addInitScript("navigator.vibrate = () => { window.shaken = (window.shaken || 0) + 1; return true; };");
        phone.navigate(ticket.statusUrl());
        assertThat(phone.locator("#number")).hasText(ticket.number());
        return phone;
    }

    private static TicketReceipt take(String service) throws Exception {
        return host.post("/api/tickets", new TicketRequest(service, null, null, null), TicketReceipt.class)
                .orElseThrow();
    }
}
