package vn.luot.kiosk.printer;

import static vn.luot.kiosk.printer.PrintLine.Size.LARGE;
import static vn.luot.kiosk.printer.PrintLine.Size.NORMAL;
import static vn.luot.protocol.message.TicketTemplate.Align.CENTER;
import static vn.luot.protocol.message.TicketTemplate.Align.LEFT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketTemplate.Field;

/** What is printed besides visitors' tickets: pages for whoever looks after the printer. Pure. */
public final class TestPages {
    private TestPages() {}

    /**
     * Every Vietnamese letter in each of the printer's ways, under A, B, C …, to be looked at by a person.
     *
     * @param name of the profile
     */
    public static List<PrintLine> selfTest(String name, PrinterProfile profile) {
        var page = new ArrayList<PrintLine>();
        page.add(words("In thử, không phải lượt / Test page"));
        page.add(new PrintLine.Words("LUOT " + name, LARGE, CENTER, true));
        var modes = profile.modes();
        for (var mode : modes) page.add(new PrintLine.As(mode, letters(mode, (char) ('A' + modes.indexOf(mode)))));
        page.add(new PrintLine.Rule());
        page.add(new PrintLine.Mark(FieldShape.STAR));
        page.add(new PrintLine.BigNumber("A012"));
        page.add(new PrintLine.Qr("LUOT-SELF-TEST"));
        page.add(new PrintLine.Cut());
        return List.copyOf(page);
    }

    private static List<PrintLine> letters(PrinterProfile.TextMode mode, char label) {
        return List.of(
                new PrintLine.Rule(),
                left("[" + label + "] " + mode),
                left(String.join(" ", Vietnamese.LETTERS.subList(0, 67))),
                left(String.join(" ", Vietnamese.LETTERS.subList(67, 134))),
                left("UBND TỈNH: tiếp nhận hồ sơ và trả kết quả"),
                left("Tôi đọc được mọi dấu: Ỉ khác Í, Ẫ khác Ấ"));
    }

    /** A ticket as a visitor would get it, for looking at without a hub; it begins with that it is none, should it break off. */
    public static List<PrintLine> sampleTicket(TicketLayout layout, Instant now) {
        var at = now.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toOffsetDateTime();
        var receipt = new TicketReceipt(0, "A000", "", "LUOT-SAMPLE", "", List.of(1, 2), at, 5);
        var ticket = layout.laidOut(
                new Slip(receipt, "vi"), new Facts("vi", sample(Facts.TIME.format(at)), FieldShape.CIRCLE));
        return Stream.concat(Stream.of(words("In thử, không phải lượt / Sample")), ticket.stream())
                .toList();
    }

    private static Map<Field, String> sample(String time) {
        return Map.of(
                Field.CENTRE, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
                Field.NUMBER, "A000",
                Field.FIELD, "Đất đai",
                Field.SERVICE, "Nộp hồ sơ cấp Giấy chứng nhận",
                Field.COUNTERS, "1, 2",
                Field.AHEAD, "5",
                Field.WAIT, "10-20",
                Field.TIME, time);
    }

    /** A short paper that shows whether a printer that failed prints again. */
    static List<PrintLine> checkSlip() {
        return List.of(
                bold("Phiếu in thử", LARGE),
                words("Máy in đang được kiểm tra, phiếu này không có số"),
                words("Printer check, not a turn"),
                new PrintLine.Cut());
    }

    /** What a slip that broke off ends with, so that nobody waits with it. */
    static List<PrintLine> tornSlip() {
        return List.of(bold("Không phải phiếu, xin bỏ", NORMAL), words("Not a ticket"), new PrintLine.Cut());
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
