package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.sim.hall.Capitals.TELEVISION_MM;
import static vn.luot.sim.hall.Capitals.millimetres;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** The television on the wall, for everybody who waits, from the first row to the last. */
@Timeout(300)
class TelevisionIT {
    private static final String LAND = "dat-dai.nop";

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api host;

    @BeforeAll
    static void set() throws Exception {
        var playlist = Files.createDirectories(data.resolve("playlist"));
        Files.writeString(playlist.resolve("01 không xem được.mp4"), "no film at all");
        ImageIO.write(
                new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB),
                "png",
                playlist.resolve("02 giờ làm việc.png").toFile());
        stage = Stage.set(data);
        Files.move(playlist, data.resolve("hub/playlist"));
        stage.clerk(1);
        host = stage.person(Role.HOST);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void isReadFromTenMetresWithEveryFieldAndWaitsBesideIt() throws Exception {
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        take(LAND);
        take(LAND);
        take(LAND);
        stage.does(clerk, 1, "next");
        finish(clerk, 1);
        var number = stage.does(clerk, 1, "next").ticket().number();
        var television = television("");

        assertThat(television.locator("section.call .number")).hasText(number);
        var waiting = television.locator(".waiting li").first();
        assertThat(waiting).containsText("Đất đai");
        for (var read : List.of(".call .number", ".call .to b", ".recent li > b"))
            assertThat(millimetres(television, read, TELEVISION_MM)).as(read).isGreaterThanOrEqualTo(40);
        for (var read : List.of(".waiting li > b", ".waiting li .count", "header time"))
            assertThat(millimetres(television, read, TELEVISION_MM)).as(read).isGreaterThanOrEqualTo(30);
        for (var read : List.of(".waiting .name", ".waiting h2", ".recent h2", "header p"))
            assertThat(millimetres(television, read, TELEVISION_MM)).as(read).isGreaterThanOrEqualTo(12);
        Accessible.isOpenToAll(television);
        finish(clerk, 1);
        assertThat(stage.complaints(television)).isEmpty();
    }

    @Test
    void showsTheCentresPicturesAndPassesOverWhatCannotBeShown() throws Exception {
        var television = television("");

        assertThat(television.locator(".slide img")).isVisible();
        var width = television.locator(".slide img").evaluate("image => image.decode().then(() => image.naturalWidth)");
        assertThat(width).isEqualTo(160);
    }

    @Test
    void showsAndSpeaksOnlyItsZone() throws Exception {
        var second = stage.clerk(2);
        var third = stage.clerk(3);
        stage.does(second, 2, "open");
        stage.does(third, 3, "open");
        var ours = television("?counters=2");
        var others = television("?counters=3-9");
        assertThat(ours.locator(".message, .call")).isVisible();
        assertThat(others.locator(".message, .call")).isVisible();
        take(LAND);
        var number = stage.does(second, 2, "next").ticket().number();

        assertThat(ours.locator("section.call .number")).hasText(number);
        ours.waitForFunction("document.querySelector('[data-speaking]').dataset.speaking !== ''");
        take(LAND);
        var elsewhere = stage.does(third, 3, "next").ticket().number();
        assertThat(others.locator("section.call .number")).hasText(elsewhere);
        assertThat(ours.locator("section.call .number")).hasText(number);
        assertThat(others.locator("section.call, section.recent").getByText(number))
                .hasCount(0);
        finish(second, 2);
        finish(third, 3);
        assertThat(television("?counters=x").locator(".message")).containsText("Địa chỉ chưa đúng");
        assertThat(television("?fields=khong-co").locator(".message")).containsText("Địa chỉ chưa đúng");
    }

    @Test
    void saysHowOldThePictureIsWhenTheHubIsAway() throws Exception {
        var television = television("");
        assertThat(television.locator("header")).containsText("Một cửa");
        assertThat(television.locator(".banner")).hasCount(0);

        television.context().setOffline(true);

        assertThat(television.locator(".banner"))
                .hasText(
                        Pattern.compile("Mất kết nối\\. Hình ảnh của \\d+ giây trước.*"),
                        new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(television.locator("main[data-old]")).isVisible();
        television.context().setOffline(false);
        assertThat(television.locator(".banner"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(television.locator("main[data-old]")).hasCount(0);
    }

    @Test
    void keepsNothingOfTheCallsOfTheDay() throws Exception {
        var clerk = stage.clerk(4);
        stage.does(clerk, 4, "open");
        var television = television("");
        assertThat(television.locator(".message, .call")).isVisible();
        var devtools = television.context().newCDPSession(television);
        devtools.send("Performance.enable");
        devtools.send("HeapProfiler.enable");
        calls(clerk, 60, television);
        var first = keptBy(devtools);
        for (var round = 0; round < 3; round++) calls(clerk, 60, television);

        // What a page let go is not always gone at once; what it keeps never goes.
        television.waitForCondition(
                () -> keptBy(devtools).isHardlyMoreThan(first),
                new Page.WaitForConditionOptions().setTimeout(Stage.PATIENCE.toMillis()));
    }

    /** What a page holds after all garbage was taken away. */
    private record Kept(long bytes, long nodes) {
        /**
         * A view of the hall is some kilobytes, and there were 540 of them. The browser itself takes up to 250 kB at some
         * moment or other, for code that it found worth compiling.
         */
        boolean isHardlyMoreThan(Kept first) {
            return bytes < first.bytes() + 600_000 && nodes < first.nodes() + 100;
        }
    }

    private static Kept keptBy(CDPSession devtools) {
        for (var times = 0; times < 3; times++) devtools.send("HeapProfiler.collectGarbage");
        long nodes = 0;
        for (var metric : devtools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            var one = metric.getAsJsonObject();
            if (one.get("name").getAsString().equals("Nodes"))
                nodes = one.get("value").getAsLong();
        }
        return new Kept(
                devtools.send("Runtime.getHeapUsage", new JsonObject())
                        .get("usedSize")
                        .getAsLong(),
                nodes);
    }

    private static void calls(Api clerk, int times, Page television) throws Exception {
        var last = "";
        for (var time = 0; time < times; time++) {
            take(LAND);
            last = stage.does(clerk, 4, "next").ticket().number();
            finish(clerk, 4);
        }
        var number =
                television.locator(".call, .recent").getByText(last, new Locator.GetByTextOptions().setExact(true));
        // Sixty calls at once are drawn one after the other, and the machine may have other things to draw.
        assertThat(number.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private static void finish(Api clerk, int counter) throws Exception {
        stage.does(clerk, counter, "start");
        stage.does(clerk, counter, "finish");
    }

    private static String take(String service) throws Exception {
        return host.post("/api/tickets", new TicketRequest(service, null, null, null), TicketReceipt.class)
                .orElseThrow()
                .number();
    }

    private static Page television(String zone) throws IOException {
        var token = stage.centre.hub().boardToken();
        var page = stage.screen(URI.create(stage.centre.hub().address() + "/tv/" + zone + "#token=" + token));
        page.setViewportSize(1920, 1080);
        return page;
    }
}
