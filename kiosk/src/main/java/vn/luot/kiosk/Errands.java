package vn.luot.kiosk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.luot.kiosk.printer.DayEndSlip;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Slip;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.message.ErrandDone;
import vn.luot.protocol.message.ErrandDone.Outcome;
import vn.luot.protocol.message.FeedMessage.Errand;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** Does what staff ask of this kiosk from elsewhere in the hall, and says what became of it. */
final class Errands {
    private static final Text NOBODY_RINGS =
            new Text("Không còn ai gọi ở máy này.", "Nobody calls at this kiosk any more.");
    private static final Text NO_PLAN = new Text("Máy đang khởi động.", "The kiosk is starting.");
    private static final Text UNKNOWN_KIND = new Text(
            "Phần mềm của máy này cũ hơn máy chủ, chưa biết việc này. Hãy gọi kỹ thuật.",
            "The software of this kiosk is older than the hub's and cannot do this. Call the technician.");
    private static final Text FAULT = new Text("Máy in gặp lỗi.", "The printer failed.");

    private final TicketPrinter printer;
    private final TicketLayout layout;
    private final Supplier<Plan> plan;
    private final Bell bell;
    private final Supplier<ErrandDone.Screen> screen;

    /** @param plan brings null before the hub was ever reached */
    Errands(
            TicketPrinter printer,
            TicketLayout layout,
            Supplier<Plan> plan,
            Bell bell,
            Supplier<ErrandDone.Screen> screen) {
        this.printer = printer;
        this.layout = layout;
        this.plan = plan;
        this.bell = bell;
        this.screen = screen;
    }

    /** Never fails. */
    CompletableFuture<ErrandDone> run(Errand errand) {
        // A later hub knows more kinds.
        if (errand.kind() == null) {
            return CompletableFuture.completedFuture(new ErrandDone(Outcome.NOT_DONE, UNKNOWN_KIND));
        }
        return switch (errand.kind()) {
            case PRINT -> print(plan -> ticket(errand, plan));
            case DAY_END -> print(plan -> DayEndSlip.lines(errand.dayEnd(), plan));
            case COMING ->
                CompletableFuture.completedFuture(
                        bell.coming()
                                ? new ErrandDone(Outcome.DONE, null)
                                : new ErrandDone(Outcome.NOT_DONE, NOBODY_RINGS));
            case LOOK -> CompletableFuture.completedFuture(new ErrandDone(Outcome.DONE, null, screen.get()));
        };
    }

    private CompletableFuture<ErrandDone> print(Function<Plan, List<PrintLine>> paper) {
        var known = plan.get();
        if (known == null) return CompletableFuture.completedFuture(new ErrandDone(Outcome.NOT_DONE, NO_PLAN));
        return printer.print(paper.apply(known))
                .handle((outcome, fault) -> fault == null ? told(outcome) : new ErrandDone(Outcome.UNKNOWN, FAULT));
    }

    private List<PrintLine> ticket(Errand errand, Plan known) {
        var slip = new Slip(errand.ticket(), errand.language());
        return layout.ticket(errand.again() ? slip.again() : slip, known);
    }

    private static ErrandDone told(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.NotPrinted not) {
            return new ErrandDone(Outcome.NOT_DONE, not.why().forTechnician());
        }
        if (outcome instanceof PrintOutcome.Unknown unknown) {
            return new ErrandDone(Outcome.UNKNOWN, unknown.why().forTechnician());
        }
        return new ErrandDone(Outcome.DONE, null);
    }
}
