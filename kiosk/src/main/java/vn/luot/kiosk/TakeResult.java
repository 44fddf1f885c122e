package vn.luot.kiosk;

import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;

/**
 * How a touch ended.
 *
 * @param ticket the ticket that was issued; absent when none was, or when nobody knows
 * @param offline whether the kiosk gave the number by itself; then nobody knows how many are ahead
 * @param message for the visitor
 */
public record TakeResult(Outcome outcome, TicketReceipt ticket, boolean offline, Text message) {
    public enum Outcome {
        /** The ticket is on paper. */
        ISSUED,
        /** There is no ticket, and nothing to clear up. */
        NOT_ISSUED,
        /** A person has to help: the ticket is not on paper, or nobody knows whether there is one. */
        ASK_STAFF
    }

    private static final Text TAKE_PAPER = new Text("Mời nhận phiếu", "Please take your ticket");
    private static final Text NOT_ON_PAPER = new Text(
            "Chưa chắc phiếu đã in ra. Số của ông/bà vẫn có hiệu lực, dù phiếu có ra hay không. Xin mời gặp cán bộ hướng dẫn.",
            "Your ticket may not have been printed. Your number is valid with or without it; please ask a member of staff.");
    private static final Text NOT_KNOWN = new Text(
            "Chưa lấy được số. Xin mời gặp cán bộ hướng dẫn.",
            "We could not get you a number. Please ask a member of staff.");
    private static final Text SCAN_AGAIN = new Text(
            "Mã đã quét không còn giữ ở đây. Xin mời quét lại.", "The scan is not kept any more. Please scan again.");
    private static final Text NO_PLAN = new Text(
            "Máy chưa kết nối với trung tâm. Xin mời gặp cán bộ hướng dẫn.",
            "This kiosk is not connected yet. Please ask a member of staff.");

    static TakeResult printed(Intent intent) {
        return new TakeResult(Outcome.ISSUED, intent.receipt(), intent.isOffline(), TAKE_PAPER);
    }

    static TakeResult notOnPaper(Intent intent) {
        return new TakeResult(Outcome.ASK_STAFF, intent.receipt(), intent.isOffline(), NOT_ON_PAPER);
    }

    static TakeResult notKnown() {
        return new TakeResult(Outcome.ASK_STAFF, null, false, NOT_KNOWN);
    }

    static TakeResult notConnected() {
        return new TakeResult(Outcome.NOT_ISSUED, null, false, NO_PLAN);
    }

    /** A rule of the hall is told to the visitor; what only a technician can mend is not. */
    static TakeResult refused(Problem problem) {
        var isRule = problem.status() == 409 || problem.status() == 404;
        return notIssued(isRule ? new Text(problem.messageVi(), problem.messageEn()) : NOT_KNOWN);
    }

    static TakeResult scanAgain() {
        return notIssued(SCAN_AGAIN);
    }

    static TakeResult notIssued(Text why) {
        return new TakeResult(Outcome.NOT_ISSUED, null, false, why);
    }
}
