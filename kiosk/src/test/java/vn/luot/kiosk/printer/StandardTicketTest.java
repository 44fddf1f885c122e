package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.kiosk.printer.TextArt.art;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.TicketReceipt;

class StandardTicketTest {
    @Test
    void saysAllAVisitorNeedsInVietnamese() {
        assertThat(art(Tickets.ticket("D012", Tickets.plan(), "vi"))).isEqualTo("""
                        |   *Bộ phận Tiếp nhận và Trả kết quả thị xã*    |
                        |                  *Hương Trà*                   |
                        |                    <SQUARE>                    |
                        |                 [[[ D012 ]]]                   |
                        |                 ==*Đất đai*==                  |
                        |                   Nộp hồ sơ                    |
                        |                   Quầy 1, 2                    |
                        |                Chờ sau 5 người                 |
                        |               08:15, 23/11/2026                |
                        QR http://192.168.1.10:8080/t/AbCdEfGhIjKlMnOpQrStUv
                        |                Quét mã xem lượt                |
                        |             Hỗ trợ: 0234 3557 888              |
                        8<---
                        """);
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(art(Tickets.ticket("D012", Tickets.plan(), "en"))).isEqualTo("""
                        |   *Hương Trà One-Stop Public Service Centre*   |
                        |                    <SQUARE>                    |
                        |                 [[[ D012 ]]]                   |
                        |                   ==*Land*==                   |
                        |                     Submit                     |
                        |                  Counter 1, 2                  |
                        |                Ahead of you: 5                 |
                        |               08:15, 23/11/2026                |
                        QR http://192.168.1.10:8080/t/AbCdEfGhIjKlMnOpQrStUv
                        |            Scan to follow your turn            |
                        |             Hotline: 0234 3557 888             |
                        8<---
                        """);
    }

    @Test
    void tellsTheFirstVisitorThatNobodyIsAhead() {
        var first = Tickets.receipt("D001");
        var alone = new TicketReceipt(
                1, "D001", first.token(), first.statusUrl(), first.service(), List.of(1), first.issuedAt(), 0);

        assertThat(art(ticket(alone))).contains("Ông/bà là người đầu tiên");
    }

    @Test
    void namesNoCounterWhenNoneServesTheService() {
        var receipt = Tickets.receipt("D001");
        var nowhere = new TicketReceipt(
                1, "D001", receipt.token(), receipt.statusUrl(), receipt.service(), List.of(), receipt.issuedAt(), 5);

        assertThat(art(ticket(nowhere))).doesNotContain("Quầy");
    }

    @Test
    void theSelfTestShowsEveryLetterInEachWayOfThePrinter() {
        var page = TestPages.selfTest("epson-tcvn3", PrinterProfile.named("epson-tcvn3"));

        var ways = page.stream().filter(line -> line instanceof PrintLine.As).toList();
        assertThat(ways).hasSize(3).allSatisfy(way -> assertThat(art(way)).contains(Vietnamese.LETTERS));
    }

    @Test
    void theSampleTicketHasAllThatAVisitorsTicketHas() {
        var sample = TestPages.sampleTicket(TicketLayout.ofPlan(), Instant.parse("2026-11-23T01:15:00Z"));

        assertThat(art(sample)).isEqualTo("""
                |        In thử, không phải lượt / Sample        |
                |      *TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG*       |
                |                    <CIRCLE>                    |
                |                 [[[ A000 ]]]                   |
                |                 ==*Đất đai*==                  |
                |         Nộp hồ sơ cấp Giấy chứng nhận          |
                |                   Quầy 1, 2                    |
                |          Chờ sau 5 người, 10-20 phút           |
                |               08:15, 23/11/2026                |
                QR LUOT-SAMPLE
                |                Quét mã xem lượt                |
                8<---
                """);
    }

    private static List<PrintLine> ticket(TicketReceipt receipt) {
        return TicketLayout.ofPlan().ticket(new Slip(receipt, "vi"), Tickets.plan());
    }
}
