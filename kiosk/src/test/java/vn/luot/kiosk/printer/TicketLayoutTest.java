package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.kiosk.printer.TextArt.art;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketTemplate;
import vn.luot.protocol.message.WaitRange;
import vn.luot.protocol.program.CannotStart;

class TicketLayoutTest {
    private static final Slip SLIP = new Slip(Tickets.receipt("D012"), "vi");

    @TempDir
    private Path folder;

    @Test
    void tellsTheRangeOfTheWaitWhenItIsKnown() {
        assertThat(art(standard(SLIP.waiting(new WaitRange(10, 20))))).contains("Chờ sau 5 người, 10-20 phút");
        assertThat(art(standard(SLIP.waiting(new WaitRange(7, 7))))).contains("Chờ sau 5 người, 7 phút");
        assertThat(art(standard(SLIP))).contains("Chờ sau 5 người ").doesNotContain("phút");
    }

    @Test
    void aReprintSaysSo() {
        assertThat(art(standard(SLIP.again()))).contains("*IN LẠI*", "[[[ D012 ]]]");
        assertThat(art(standard(SLIP))).doesNotContain("IN LẠI");
    }

    @Test
    void anOfflineTicketSaysSoAndGuessesNothing() {
        assertThat(art(standard(SLIP.waiting(new WaitRange(10, 20)).offline())))
                .contains("Phiếu cấp khi mất kết nối")
                .doesNotContain("Chờ sau", "người đầu tiên");
    }

    @Test
    void aCentrePrintsWhatItWants() throws IOException {
        var template = template("""
                {"language": "en", "lines": [
                  {"is": "RULE"},
                  {"is": "NUMBER"},
                  {"vi": "Số {number} của {centre}", "en": "Number {number}", "style": "LARGE", "align": "LEFT"},
                  {"vi": "Xin cảm ơn"}
                ]}
                """);

        assertThat(art(template.ticket(SLIP, Tickets.plan()))).isEqualTo("""
                |------------------------------------------------|
                |                    <SQUARE>                    |
                |                 [[[ D012 ]]]                   |
                |               ==*Number D012*==                |
                |                   Xin cảm ơn                   |
                8<---
                """);
    }

    @Test
    void printsTheCentresMark() throws IOException {
        var mark = new BufferedImage(640, 120, BufferedImage.TYPE_INT_ARGB);
        var pen = mark.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 320, 120);
        pen.dispose();
        ImageIO.write(mark, "png", folder.resolve("dau.png").toFile());

        var template = template("""
                {"logo": "dau.png", "lines": [{"is": "LOGO"}, {"is": "NUMBER"}]}
                """);

        var logo = ((PrintLine.Picture) template.ticket(SLIP, Tickets.plan()).get(0)).dots();
        assertThat(logo.bytesARow() * 8).isEqualTo(320);
        assertThat(logo.rows()).isEqualTo(60);
        assertThat(logo.bits()[0]).isEqualTo((byte) 0xFF);
        assertThat(logo.bits()[39]).isZero();
    }

    @Test
    void followsThePlanUntilThatSaysNothingMore() throws IOException {
        var layout = TicketLayout.ofPlan();
        var planned = with("""
                {"logo": "%s", "lines": [{"is": "LOGO"}, {"is": "NUMBER"}, {"vi": "Xin cảm ơn {hotline}"}]}
                """.formatted(Base64.getEncoder().encodeToString(png(8, 4))));

        assertThat(art(layout.ticket(SLIP, planned)))
                .contains("(4 rows)", "[[[ D012 ]]]", "Xin cảm ơn 0234 3557 888")
                .doesNotContain("Hương Trà");
        assertThat(art(layout.fixedLines(planned))).contains("(4 rows)", "Xin cảm ơn 0234 3557 888");
        assertThat(art(layout.ticket(SLIP, Tickets.plan()))).isEqualTo(art(standard(SLIP)));
    }

    @Test
    void aMarkThatIsNoPictureCostsNobodyTheTicket() throws IOException {
        var broken = Arrays.copyOf(png(8, 4), 40);
        var plan = with("""
                {"logo": "%s", "lines": [{"is": "LOGO"}, {"is": "NUMBER"}]}
                """.formatted(Base64.getEncoder().encodeToString(broken)));

        assertThat(art(TicketLayout.ofPlan().ticket(SLIP, plan))).contains("[[[ D012 ]]]");
    }

    @Test
    void aFileOfThisKioskCountsBeforeThePlan() throws IOException {
        var own = template("{\"lines\": [{\"is\": \"NUMBER\"}, {\"vi\": \"Máy ở cổng sau\"}]}");

        assertThat(art(own.ticket(SLIP, with("{\"lines\": [{\"is\": \"NUMBER\"}]}"))))
                .contains("Máy ở cổng sau");
    }

    private static Plan with(String ticket) throws IOException {
        var plan = Tickets.plan();
        return new Plan(
                plan.centre(),
                plan.hours(),
                plan.fields(),
                plan.counters(),
                plan.priorityClasses(),
                plan.rating(),
                null,
                null,
                Json.read(ticket, TicketTemplate.class));
    }

    private static byte[] png(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\": [{\"is\": \"NUMBER\"},¶{\"vi\": \"{sevice}\"}]}  | «lines[1].vi» có {sevice}, chỉ dùng được {centre}",
                "{\"lines\": [{\"is\": \"NUMBER\"},¶{\"is\": \"TEXT\"}]}      | «lines[1].vi» còn thiếu",
                "{\"lines\": [{\"is\": \"NUMBER\"},¶{\"vj\": \"a\"}]}         | dòng 2 «lines[1].vj»",
                "{\"lines\": [{\"is\": \"NUMBER\"},¶{\"vi\": \"a\", \"style\": \"BIG\"}]} | dòng 2 «lines[1].style»",
                "{\"lines\": [{\"vi\": \"a\"}]}                                | «lines» thiếu số phiếu",
                "{\"lines\": [{\"is\": \"NUMBER\"}]                            | dòng 2",
                "{\"language\": \"fr\", \"lines\": [{\"is\": \"NUMBER\"}]}     | «language»",
                "{\"logo\": \"none.png\", \"lines\": [{\"is\": \"NUMBER\"}]}   | «logo»",
            })
    void namesTheLineAndTheKeyThatAreWrong(String json, String fault) {
        assertThatThrownBy(() -> template(json.replace("¶", "\n") + "\n"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(fault)
                .hasMessageNotContaining("\n");
    }

    @Test
    void knowsWhichLinesAreTheSameOnManyTickets() {
        var fixed = art(TicketLayout.ofPlan().fixedLines(Tickets.plan()));

        assertThat(fixed)
                .contains("Hương Trà", "Đất đai", "Nộp hồ sơ", "Quét mã xem lượt", "Scan to follow your turn")
                .doesNotContain("D012", "Chờ sau");
    }

    private static List<PrintLine> standard(Slip slip) {
        return TicketLayout.ofPlan().ticket(slip, Tickets.plan());
    }

    private TicketLayout template(String json) throws IOException {
        return TicketLayout.read(Files.writeString(folder.resolve("phieu.json"), json));
    }
}
