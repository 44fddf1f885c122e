package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.TicketReceipt;

class TicketLayoutTest {
    private static final int COLUMNS = 48;

    @Test
    void saysAllAVisitorNeedsInVietnamese() {
        assertThat(art(TicketLayout.of(Tickets.receipt("D012"), Tickets.plan(), "vi")))
                .isEqualTo("""
                        |   *Bộ phận Tiếp nhận và Trả kết quả thị xã*    |
                        |                  *Hương Trà*                   |
                        |                 [[[ D012 ]]]                   |
                        |                 ==*Đất đai*==                  |
                        |                   Nộp hồ sơ                    |
                        |                   Quầy 1, 2                    |
                        |                  Trước bạn: 5                  |
                        |               08:15, 23/11/2026                |
                        QR http://192.168.1.10:8080/t/AbCdEfGhIjKlMnOpQrStUv
                        |              Quét mã để xem lượt               |
                        |         Đường dây nóng: 0234 3557 888          |
                        8<---
                        """);
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(art(TicketLayout.of(Tickets.receipt("D012"), Tickets.plan(), "en")))
                .isEqualTo("""
                        |   *Hương Trà One-Stop Public Service Centre*   |
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

        assertThat(art(TicketLayout.of(alone, Tickets.plan(), "vi"))).contains("Bạn là người đầu tiên");
    }

    @Test
    void namesNoCounterWhenNoneServesTheService() {
        var receipt = Tickets.receipt("D001");
        var nowhere = new TicketReceipt(
                1, "D001", receipt.token(), receipt.statusUrl(), receipt.service(), List.of(), receipt.issuedAt(), 5);

        assertThat(art(TicketLayout.of(nowhere, Tickets.plan(), "vi"))).doesNotContain("Quầy");
    }

    @Test
    void theSelfTestShowsEveryLetter() {
        assertThat(art(TicketLayout.selfTest("generic-80mm"))).contains(Vietnamese.LETTERS);
    }

    private static String art(List<PrintLine> lines) {
        return lines.stream().map(TicketLayoutTest::art).collect(Collectors.joining());
    }

    private static String art(PrintLine line) {
        if (line instanceof PrintLine.Words words) {
            return Wrap.at(COLUMNS - 4, words.text()).stream()
                    .map(text -> framed(styled(words, text)))
                    .collect(Collectors.joining());
        }
        if (line instanceof PrintLine.BigNumber big) return framed("[[[ " + big.number() + " ]]] ");
        if (line instanceof PrintLine.Qr qr) return "QR " + qr.content() + "\n";
        if (line instanceof PrintLine.Rule) return framed("-".repeat(COLUMNS));
        return "8<---\n";
    }

    private static String styled(PrintLine.Words words, String text) {
        var weighted = words.bold() ? "*" + text + "*" : text;
        return words.size() == PrintLine.Size.LARGE ? "==" + weighted + "==" : weighted;
    }

    private static String framed(String text) {
        var left = (COLUMNS - text.length()) / 2;
        return "|" + " ".repeat(left) + text + " ".repeat(COLUMNS - text.length() - left) + "|\n";
    }
}
