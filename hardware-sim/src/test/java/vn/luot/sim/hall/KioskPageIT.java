package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;

/** The kiosk's page at its real size, in a centre of 19 fields and 100 services, for everybody who stands before it. */
@Timeout(240)
class KioskPageIT {
    /** Also a name as they really are. */
    private static final String HUNDRED_SERVICES = """
            async ([name, password]) => {
              const json = { "Content-Type": "application/json" };
              await fetch("/api/session", { method: "POST", headers: json, body: JSON.stringify({ name, password }) });
              const answer = await fetch("/api/plan");
              const plan = await answer.json();
              const long = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do thay đổi thông tin";
              for (let i = 0; i < 62; i++) {
                const field = plan.fields[i < 26 ? plan.fields.findIndex(({ id }) => id === "dat-dai") : i % 19];
                const vi = i === 3 ? long : `Thủ tục thứ ${i}`;
                const service = { id: `them-${i}`, name: { vi, en: `Procedure ${i}` }, prefix: "Z", first: i * 10 + 1, last: i * 10 + 10,
                  papers: [{ vi: "Căn cước", en: "Identity card" }, { vi: "Đơn theo mẫu", en: "Form" }] };
                field.services.push(service);
                plan.counters[0].services.push(service.id);
              }
              const put = await fetch("/api/plan", { method: "PUT", headers: { ...json, "If-Match": answer.headers.get("ETag") },
                body: JSON.stringify(plan) });
              return `${put.status} ${put.ok ? "" : await put.text()}`;
            }""";

    private static final int HEAVIEST = 200_000;

    @TempDir
    private static Path data;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        stage.clerk(1);
        stage.person(Role.ADMIN);
        var office = stage.screen(stage.centre.hub().address().resolve("/clerk/"));
        assertThat(office.evaluate(HUNDRED_SERVICES, new Object[] {"admin", Stage.PASSWORD}))
                .asString()
                .startsWith("200");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void everyScreenIsOpenToAllInEveryLook() {
        var kiosk = kiosk();

        for (var look : new String[] {"", "large", "low", "contrast"}) {
            if (!look.isEmpty()) look(kiosk, look);
            isGood(kiosk);
            tile(kiosk, "Đất đai").click();
            assertThat(kiosk.locator("[data-screen=services]")).isVisible();
            isGood(kiosk);
            kiosk.locator(".back").click();
            kiosk.locator("[data-way=search]").click();
            type(kiosk, "dat");
            isGood(kiosk);
            kiosk.locator(".back").click();
            kiosk.locator("[data-way=collect]").click();
            isGood(kiosk);
            kiosk.locator(".back").click();
        }
        assertThat(stage.complaints(kiosk)).isEmpty();
    }

    @Test
    void nineteenFieldsAreOnOneScreenAndThirtyServicesInPages() {
        var kiosk = kiosk();
        assertThat(kiosk.locator(".fields .tile")).hasCount(19);
        assertThat(overflow(kiosk, ".fields")).isLessThanOrEqualTo(0);

        tile(kiosk, "Đất đai").click();
        assertThat(kiosk.locator(".services .tile")).hasCount(7);
        var seen = kiosk.locator(".services .tile").count();
        while (kiosk.locator(".more").innerText().contains("Xem thêm")) {
            kiosk.locator(".more").click();
            seen += kiosk.locator(".services .tile").count();
        }

        assertThat(seen).isEqualTo(2 + 26 + 2);
    }

    @Test
    void whoCollectsAResultHasTheNumberInTwoTouches() {
        var kiosk = kiosk();

        kiosk.locator("[data-way=collect]").click();
        assertThat(kiosk.locator("[data-screen=collect] h1")).containsText("nhận kết quả ở lĩnh vực nào");
        tile(kiosk, "Đất đai").click();

        assertThat(kiosk.locator("[data-screen=done] .number")).hasText(Pattern.compile("D6\\d\\d"));
    }

    @Test
    void aServiceIsFoundWithoutMarksAndItsPapersAreTold() {
        var kiosk = kiosk();

        kiosk.locator("[data-way=search]").click();
        type(kiosk, "thu tuc thu 17");
        assertThat(kiosk.locator(".found .tile")).hasCount(1);
        tile(kiosk, "Thủ tục thứ 17").click();

        assertThat(kiosk.locator("[data-screen=done] .ticket .number")).hasText(Pattern.compile("Z17\\d"));
        assertThat(kiosk.locator(".checklist li")).hasText(new String[] {"Căn cước", "Đơn theo mẫu"});
        isGood(kiosk);
    }

    @Test
    void whoeverWalksAwayIsCountedDownAndForgotten() {
        var kiosk = kiosk();
        look(kiosk, "large");
        tile(kiosk, "Hộ tịch").click();
        assertThat(kiosk.locator(".countdown")).containsText("Về màn hình đầu sau");
        kiosk.clock().install();

        kiosk.clock().fastForward(15_000);
        assertThat(kiosk.locator(".countdown[data-ask=true]")).containsText("Ông/bà còn ở đây không?");
        kiosk.clock().fastForward(6_000);

        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();
        assertThat(kiosk.locator("[data-text=large]")).hasCount(0);
        kiosk.clock().fastForward(15_000);
        assertThat(kiosk.locator("[data-attracts=true] h1")).containsText("Chạm để lấy số thứ tự");
    }

    @Test
    void allThatIsTouchedIsWithinReachOfWhoeverSits() {
        var kiosk = kiosk();

        look(kiosk, "low");

        var highest = (Number)
                kiosk.evaluate(
                        "Math.min(...[...document.querySelectorAll('button')].map((button) => button.getBoundingClientRect().top))");
        assertThat(highest.doubleValue()).isGreaterThan(1920 * 0.4);
    }

    @Test
    void aVoiceIsOfferedOnlyWhereThereIsOne() {
        var kiosk = kiosk();

        var voices =
                (Number) kiosk.evaluate("speechSynthesis.getVoices().filter(({lang}) => lang.startsWith('vi')).length");
        assertThat(kiosk.locator("[data-look=spoken]")).hasCount(voices.intValue() > 0 ? 1 : 0);
    }

    @Test
    void thePageIsLight() {
        var kiosk = kiosk();

        var bytes = (Number)
                kiosk.evaluate(
                        "performance.getEntriesByType('resource')"
                                + ".filter(({ name }) => !name.endsWith('.woff2')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)");

        assertThat(bytes.intValue()).isBetween(20_000, HEAVIEST);
    }

    @Test
    void whoeverIsChoosingGoesOnWhileTheHubStartsAgain(@TempDir Path own) throws Exception {
        try (var alone = Stage.set(own)) {
            alone.clerk(1);
            alone.takeTicket("ho-tich.nop");
            var kiosk = kiosk(alone);
            var port = alone.centre.hub().address().getPort();
            tile(kiosk, "Hộ tịch").click();

            alone.centre.hub().close();
            kiosk.locator(".back").click();
            assertThat(kiosk.locator("main .calm, [data-screen=stop]").first()).isVisible();
            try (var again = DemoHub.start(own, port)) {
                var whileItComesBack = new LocatorAssertions.HasCountOptions().setTimeout(30_000);
                assertThat(kiosk.locator("main .calm, [data-screen=stop]")).hasCount(0, whileItComesBack);
                tile(kiosk, "Hộ tịch").click();
                tile(kiosk, "Nộp hồ sơ").click();
                assertThat(kiosk.locator("[data-screen=done] .ticket .number")).hasText(Pattern.compile("H\\d{3}"));
                assertThat(again.plan().fields()).hasSize(19);
            }
        }
    }

    private static Page kiosk() {
        return kiosk(stage);
    }

    private static Page kiosk(Stage stage) {
        var kiosk = stage.screen("kiosk");
        kiosk.setViewportSize(1080, 1920);
        kiosk.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();
        return kiosk;
    }

    private static void look(Page kiosk, String look) {
        kiosk.locator("[data-look=" + look + "]").click();
        assertThat(kiosk.locator("[data-look=" + look + "][aria-pressed=true]")).isVisible();
    }

    private static void type(Page kiosk, String text) {
        for (var letter : text.split("")) {
            kiosk.locator("[data-key=" + (letter.equals(" ") ? "blank" : "\"" + letter + "\"") + "]")
                    .click();
        }
    }

    private static Locator tile(Page kiosk, String name) {
        return kiosk.locator("button.tile", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static int overflow(Page kiosk, String list) {
        return ((Number) kiosk.evaluate(
                        "(list) => { const at = document.querySelector(list); return at.scrollHeight - at.clientHeight; }",
                        list))
                .intValue();
    }

    private static void isGood(Page kiosk) {
        assertThat(new AxeBuilder(kiosk).analyze().getViolations()).isEmpty();
    }
}
