package vn.luot.kiosk.printer;

import static vn.luot.kiosk.printer.PrintLine.Size.NORMAL;
import static vn.luot.protocol.message.TicketTemplate.Align.CENTER;
import static vn.luot.protocol.message.TicketTemplate.Align.LEFT;

import java.util.List;
import vn.luot.protocol.message.DayEnd;
import vn.luot.protocol.message.Plan;

/**
 * The slip of a day's end: what the hub signed, on paper that no hand at the hub can change. A drawn line takes a second
 * at 9600 baud, so that figures stand on lines of their own, in letters that every printer has. Pure.
 */
public final class DayEndSlip {
    /** Characters of a centre's name: two lines on narrow paper. */
    private static final int LONGEST_NAME = 50;

    private DayEndSlip() {}

    public static List<PrintLine> lines(DayEnd end, Plan plan) {
        var at = end.at().atZone(plan.centre().timeZone());
        return List.of(
                bold(inShort(plan.centre().name().vi())),
                bold("Phiếu cuối ngày"),
                new PrintLine.Words("Day-end slip, not a turn"),
                new PrintLine.Words(Facts.TIME.format(at)),
                new PrintLine.Rule(),
                left("Bước cuối / số bước, dấu băm:"),
                left(end.seq() + " / " + end.count()),
                left(inGroups(end.head())),
                left("Sổ ra vào, mục cuối:"),
                left("" + end.accessSeq()),
                left(inGroups(end.accessHead())),
                left("Chữ ký của máy chủ:"),
                left(inGroups(end.signature())),
                new PrintLine.Rule(),
                // To be held against a line of the checkpoints without reading it aloud.
                new PrintLine.Qr("LUOT:" + end.seq() + ":" + end.count() + ":" + end.head()),
                left("Giữ ngoài máy chủ. Ký tên:"),
                new PrintLine.Words(" "),
                new PrintLine.Cut());
    }

    /** A name may be twice as long; what the slip is of, the hash says. */
    private static String inShort(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 3).strip() + "...";
    }

    /** So that two people can compare it. */
    private static String inGroups(String proof) {
        return proof.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private static PrintLine left(String text) {
        return new PrintLine.Words(text, NORMAL, LEFT, false);
    }

    private static PrintLine bold(String text) {
        return new PrintLine.Words(text, NORMAL, CENTER, true);
    }
}
