package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.ServiceView;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.PrinterFault;

/** Story (a): a citizen touches twice and holds a number. */
@Timeout(300)
class TakeTicketIT {
    @TempDir
    private static Path data;

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
    void twoTouchesPutANumberOnPaperWithACodeThatLeadsToIt() throws Exception {
        var printed = printed();
        var kiosk = stage.screen("kiosk");

        touch(kiosk, "Đất đai", "Nộp hồ sơ");

        var number = kiosk.locator(".ticket .number").innerText();
        Stage.await("the ticket is cut off", () -> printed() == printed + 1);
        var paper = lastTicket();
        assertThat(stage.centre.hardware().printer().misunderstood()).isEmpty();
        assertThat(paper.lines()).contains(number);
        var address = read(paper.picture());
        assertThat(paper.lines()).contains("[QR " + address + "]");
        var phone = stage.screen(URI.create(address));
        assertThat(phone.locator("body")).containsText(number);
        assertThat(stage.complaints(kiosk)).isEmpty();
        assertThat(stage.complaints(phone)).isEmpty();
    }

    @Test
    void offersNoTicketThatThePrinterCannotPrint() {
        var kiosk = stage.screen("kiosk");
        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();

        stage.centre.hardware().printer().set(PrinterFault.PAPER_OUT, true);
        assertThat(kiosk.locator("[data-screen=stop]")).isVisible();
        assertThat(kiosk.locator("button.tile")).hasCount(0);
        stage.centre.hardware().printer().set(PrinterFault.PAPER_OUT, false);

        assertThat(kiosk.locator("[data-screen=fields]")).isVisible();
    }

    @Test
    void showsTheNumberWhenPaperRunsOutWhileItIsPrinted() throws Exception {
        var hardware = stage.centre.hardware();
        var kiosk = stage.screen("kiosk");
        var clerk = stage.clerk(1);
        var waiting = waiting(clerk);
        hardware.printerLine().speed(0.1);

        choose(kiosk, "Đất đai", "Nhận kết quả");
        Stage.await("the number is issued", () -> waiting(clerk) > waiting);
        hardware.printer().set(PrinterFault.PAPER_OUT, true);

        assertThat(kiosk.locator("[data-screen=staff] .ticket .number")).hasText(Pattern.compile("[A-Z]\\d{3}"));
        assertThat(kiosk.locator("[data-screen=staff] .ticket img")).isVisible();
        hardware.printerLine().speed(1);
        hardware.printer().set(PrinterFault.PAPER_OUT, false);
        stage.takeTicket("dat-dai.nop");
    }

    private static int waiting(Api clerk) throws HubProblem, HubAway, InterruptedException {
        return stage.hall(clerk).services().stream()
                .mapToInt(ServiceView::waiting)
                .sum();
    }

    private static void touch(Page kiosk, String field, String service) {
        choose(kiosk, field, service);
        kiosk.locator("[data-screen=done] .ticket .number").waitFor();
    }

    private static void choose(Page kiosk, String field, String service) {
        tile(kiosk, field).click();
        tile(kiosk, service).click();
    }

    private static Locator tile(Page kiosk, String name) {
        return kiosk.locator("button.tile", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static int printed() {
        return stage.centre.hardware().printer().tickets().size();
    }

    private static PrintedTicket lastTicket() {
        var tickets = stage.centre.hardware().printer().tickets();
        return tickets.get(tickets.size() - 1);
    }

    private static String read(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth(), height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
