package vn.luot.kiosk.printer;

import static vn.luot.kiosk.printer.PrintLine.Align.CENTER;
import static vn.luot.kiosk.printer.PrintLine.Align.LEFT;
import static vn.luot.kiosk.printer.PrintLine.Size.LARGE;
import static vn.luot.kiosk.printer.PrintLine.Size.NORMAL;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;

/** What a ticket says and in which order; pure. */
public final class TicketLayout {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

    private static final Text COUNTER = new Text("Quầy", "Counter");
    private static final Text AHEAD = new Text("Trước bạn:", "Ahead of you:");
    private static final Text NOBODY_AHEAD = new Text("Bạn là người đầu tiên", "You are the first");
    private static final Text SCAN = new Text("Quét mã để xem lượt", "Scan to follow your turn");
    private static final Text HOTLINE = new Text("Đường dây nóng:", "Hotline:");

    private TicketLayout() {}

    /**
     * The ticket of one visitor.
     *
     * @param plan holds the service of the receipt
     * @param language "vi" or "en"
     */
    public static List<PrintLine> of(TicketReceipt receipt, Plan plan, String language) {
        var lines = new ArrayList<PrintLine>();
        lines.add(bold(plan.centre().name().in(language), NORMAL));
        lines.add(new PrintLine.BigNumber(receipt.number()));
        plan.fieldOf(receipt.service())
                .ifPresent(field -> lines.add(bold(field.name().in(language), LARGE)));
        plan.service(receipt.service())
                .ifPresent(service -> lines.add(words(service.name().in(language))));
        if (!receipt.counters().isEmpty()) lines.add(words(counters(receipt, language)));
        lines.add(words(ahead(receipt, language)));
        lines.add(words(
                TIME.format(receipt.issuedAt().atZoneSameInstant(plan.centre().timeZone()))));
        lines.add(new PrintLine.Qr(receipt.statusUrl()));
        lines.add(words(SCAN.in(language)));
        if (plan.centre().hotline() != null) {
            lines.add(words(HOTLINE.in(language) + " " + plan.centre().hotline()));
        }
        lines.add(new PrintLine.Cut());
        return List.copyOf(lines);
    }

    /** A page for the technician: every Vietnamese letter, to be looked at before text mode is chosen. */
    public static List<PrintLine> selfTest(String profile) {
        var lines = new ArrayList<PrintLine>();
        lines.add(bold("LƯỢT - KIỂM TRA MÁY IN", NORMAL));
        lines.add(words("Printer self-test: " + profile));
        lines.add(new PrintLine.Rule());
        lines.add(left(String.join(" ", Vietnamese.LETTERS.subList(0, 67))));
        lines.add(left(String.join(" ", Vietnamese.LETTERS.subList(67, 134))));
        lines.add(new PrintLine.Rule());
        lines.add(new PrintLine.BigNumber("A012"));
        lines.add(words("UBND TỈNH: tiếp nhận hồ sơ và trả kết quả"));
        lines.add(words("Tôi đọc được mọi dấu: Ỉ khác Í, Ẫ khác Ấ"));
        lines.add(new PrintLine.Qr("LUOT-SELF-TEST"));
        lines.add(new PrintLine.Cut());
        return List.copyOf(lines);
    }

    /** A ticket as a visitor would get it, for looking at without a hub. */
    public static List<PrintLine> sampleTicket() {
        return List.of(
                bold("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", NORMAL),
                new PrintLine.BigNumber("A000"),
                bold("Phiếu in thử", LARGE),
                words("Không dùng để gọi số"),
                words("Sample, not a turn"),
                new PrintLine.Qr("LUOT-SAMPLE"),
                new PrintLine.Cut());
    }

    private static String counters(TicketReceipt receipt, String language) {
        return COUNTER.in(language) + " "
                + receipt.counters().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String ahead(TicketReceipt receipt, String language) {
        if (receipt.ahead() == 0) return NOBODY_AHEAD.in(language);
        return AHEAD.in(language) + " " + receipt.ahead();
    }

    private static PrintLine words(String text) {
        return new PrintLine.Words(text);
    }

    private static PrintLine left(String text) {
        return new PrintLine.Words(text, NORMAL, LEFT, false);
    }

    private static PrintLine bold(String text, PrintLine.Size size) {
        return new PrintLine.Words(text, size, CENTER, true);
    }
}
