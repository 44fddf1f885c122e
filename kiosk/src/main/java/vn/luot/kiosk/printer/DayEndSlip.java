package vn.luot.kiosk.printer;

import static vn.luot.kiosk.printer.PrintLine.Size.LARGE;
import static vn.luot.kiosk.printer.PrintLine.Size.NORMAL;
import static vn.luot.protocol.message.TicketTemplate.Align.CENTER;
import static vn.luot.protocol.message.TicketTemplate.Align.LEFT;

import java.util.List;
import vn.luot.protocol.message.DayEnd;
import vn.luot.protocol.message.Plan;

/** The slip of a day's end: what the hub signed, on paper that no hand at the hub can change. Pure. */
public final class DayEndSlip {
    private DayEndSlip() {}

    public static List<PrintLine> lines(DayEnd end, Plan plan) {
        var at = end.at().atZone(plan.centre().timeZone());
        return List.of(
                bold(plan.centre().name().vi(), NORMAL),
                bold("Phiếu cuối ngày", LARGE),
                new PrintLine.Words("Day-end slip, not a turn"),
                new PrintLine.Rule(),
                left("Ký lúc: " + Facts.TIME.format(at)),
                left("Bước cuối / số bước: " + end.seq() + " / " + end.count()),
                left("Dấu băm của bước cuối:"),
                left(inGroups(end.head())),
                left("Sổ ra vào, mục cuối: " + end.accessSeq()),
                left(inGroups(end.accessHead())),
                left("Chữ ký của máy chủ:"),
                left(inGroups(end.signature())),
                new PrintLine.Rule(),
                // To be held against a line of the checkpoints without reading it aloud.
                new PrintLine.Qr("LUOT:" + end.seq() + ":" + end.count() + ":" + end.head()),
                new PrintLine.Words("Giữ phiếu này ngoài máy chủ"),
                left("Người giữ phiếu ký tên:"),
                new PrintLine.Words(" "),
                new PrintLine.Cut());
    }

    /** So that two people can compare it. */
    private static String inGroups(String proof) {
        return proof.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private static PrintLine left(String text) {
        return new PrintLine.Words(text, NORMAL, LEFT, false);
    }

    private static PrintLine bold(String text, PrintLine.Size size) {
        return new PrintLine.Words(text, size, CENTER, true);
    }
}
