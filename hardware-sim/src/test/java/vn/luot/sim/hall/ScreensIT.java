package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * Every screen in the middle of a lively day, at its real size: open to all, without a fault, and pictured for the manual.
 * {@code ./luot pictures} puts what is drawn here into docs/manual/pictures.
 */
@Timeout(300)
class ScreensIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int WIDEST = 960;

    @TempDir
    private static Path data;

    private static Stage stage;
    private static Api host;
    private static TicketReceipt waiting;

    @BeforeAll
    static void set() throws Exception {
        Files.createDirectories(PICTURES);
        stage = Stage.set(data);
        host = stage.person(Role.HOST);
        for (var counter = 1; counter <= 4; counter++) {
            var clerk = stage.clerk(counter);
            stage.does(clerk, counter, "open");
            take("dat-dai.nop");
            stage.does(clerk, counter, "next");
            if (counter > 1) stage.does(clerk, counter, "start");
        }
        for (var one : new String[] {"dat-dai.nop", "dat-dai.nhan", "ho-tich.nop", "dat-dai.nop"}) take(one);
        waiting = take("dat-dai.nop");
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void television() throws Exception {
        var page = at("/tv/#token=" + stage.centre.hub().boardToken(), 1920, 1080);
        assertThat(page.locator(".call")).isVisible();
        isGood(page, "tv");
    }

    private static Page at(String path, int width, int height) {
        var page = stage.screen(URI.create(stage.centre.hub().address() + path));
        page.setViewportSize(width, height);
        return page;
    }

    private static TicketReceipt take(String service) throws Exception {
        return host.post("/api/tickets", new TicketRequest(service, null, null, null), TicketReceipt.class)
                .orElseThrow();
    }

    private static void isGood(Page page, String name) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("document.fonts.ready.then(() => null)");
        picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(stage.complaints(page)).isEmpty();
    }

    /** Small enough for a manual. */
    private static void picture(Page page, String name) throws IOException {
        var drawn = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        var scale = Math.min(1.0, (double) WIDEST / Math.max(drawn.getWidth(), drawn.getHeight()));
        var width = (int) Math.round(drawn.getWidth() * scale);
        var height = (int) Math.round(drawn.getHeight() * scale);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(drawn, 0, 0, width, height, null);
        pen.dispose();
        ImageIO.write(small, "png", PICTURES.resolve(name + ".png").toFile());
    }
}
