package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.PrinterFault;

/** The page that shows the whole simulated hall while people live in it. */
@Timeout(300)
class HallPageIT {
    private static final Locator.WaitForOptions PATIENTLY = new Locator.WaitForOptions().setTimeout(30_000);

    private static final String AS_PNG = """
            image => fetch(image.src).then(answer => answer.arrayBuffer()).then(bytes =>
              btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join("")))
            """;

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Demo demo;
    private static URI hall;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        demo = Demo.start(stage.centre, 0, 1);
        demo.speed(20);
        hall = demo.screens().get(0).address();
    }

    @AfterAll
    static void strike() {
        demo.close();
        stage.close();
    }

    @Test
    void showsPaperBoardsAndScreensWhilePeopleComeAndGo() throws Exception {
        var page = stage.screen(hall);

        page.locator(".paper img").waitFor(PATIENTLY);
        page.locator("canvas.led[data-text*='>']").waitFor(PATIENTLY);
        assertThat(page.locator("ol.counters canvas.led")).hasCount(10);
        page.locator("ol.lately li").first().waitFor(PATIENTLY);
        var television = page.frameLocator("iframe[title=Tivi]");
        television.locator("section.call .number").waitFor(PATIENTLY);
        television
                .locator("h1", new FrameLocator.LocatorOptions().setHasText("Một cửa"))
                .waitFor(PATIENTLY);
        var tablet = page.frameLocator("iframe[title^='Máy tính bảng']").locator("h1");
        tablet.first().waitFor(PATIENTLY);
        assertThat(tablet.first()).not().hasText("Đang kết nối…");
        page.setViewportSize(1600, 900);
        Pictures.keep(page, "hall");
        var paper = (String) page.locator(".paper img").first().evaluate(AS_PNG);
        Pictures.keep(Base64.getDecoder().decode(paper), "ticket");

        assertThat(stage.complaints(page)).isEmpty();
    }

    @Test
    void breaksAndMendsThePrinterAtTheTouchOfASwitch() {
        var page = stage.screen(hall);
        var paperOut = page.getByText("Hết giấy", new Page.GetByTextOptions().setExact(true));

        paperOut.click();
        assertThat(paperOut).hasAttribute("aria-pressed", "true");
        assertThat(stage.centre.hardware().printer().faults()).contains(PrinterFault.PAPER_OUT);
        paperOut.click();

        assertThat(paperOut).hasAttribute("aria-pressed", "false");
        var switches = page.locator("button.switch").evaluateAll("all => all.map((one) => one.dataset.breaks)");
        assertThat(switches).asInstanceOf(InstanceOfAssertFactories.LIST).hasSameElementsAs(whatCanBreak());
    }

    /** That all displays are silent is in the place of each being so. */
    private static List<String> whatCanBreak() {
        return stage.centre.hardware().switches().stream()
                .map(FaultSwitch::id)
                .filter(id -> !id.contains(".SILENT_"))
                .toList();
    }

    @Test
    void turnsTheSpeedAndSpeaksEnglish() {
        var page = stage.screen(hall);

        page.locator(".speeds button").nth(1).click();
        assertThat(page.locator(".speeds button").nth(1)).hasAttribute("aria-pressed", "true");
        page.locator("header > button").click();

        assertThat(page.locator("h1")).hasText("Simulated hall");
        demo.speed(20);
    }

    @Test
    void everyoneCanUseIt() {
        var page = stage.screen(hall);
        page.locator(".paper img").waitFor(PATIENTLY);

        Accessible.isOpenToAll(page, "iframe");
    }
}
