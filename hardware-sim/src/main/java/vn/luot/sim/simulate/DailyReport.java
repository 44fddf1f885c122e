package vn.luot.sim.simulate;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.report.Figures;
import vn.luot.hub.report.Grouping;
import vn.luot.hub.report.Report;
import vn.luot.hub.report.Visits;

/** S15: the report that the hub makes of a day, held against what the day's tickets are. */
final class DailyReport {
    private static final Duration TARGET = Duration.ofMinutes(1);

    private final World world;
    private int asked;

    DailyReport(World world) {
        this.world = world;
    }

    /**
     * One report, each time by another grouping.
     *
     * @param steps of the latest day, and perhaps of those before
     */
    void checkOne(List<Step> steps, History history) {
        if (history.day() == null) return;
        var groupings = Grouping.values();
        check(report(visits(steps, history), history, groupings[asked++ % groupings.length]), history);
    }

    /** By every grouping. */
    void checkAll(List<Step> steps, History history) {
        if (history.day() == null) return;
        var visits = visits(steps, history);
        for (var grouping : Grouping.values()) check(report(visits, history, grouping), history);
    }

    private static Visits visits(List<Step> steps, History history) {
        var visits = new Visits(history.day());
        for (var step : steps) {
            if (step.day().equals(history.day())) visits.take(step);
        }
        return visits;
    }

    private Report report(Visits visits, History history, Grouping by) {
        return Report.of(
                visits.all(),
                history.day(),
                history.day(),
                by,
                TARGET,
                world.hall().plan());
    }

    private void check(Report report, History history) {
        var counted = DayTotals.of(history.today());
        var total = world.seams().report(totals(report.total()));
        world.verdict()
                .unless(
                        total.equals(counted) && total.addUp(),
                        Invariant.S15,
                        () -> "the report says " + total + " instead of " + counted);
        var rows =
                report.rows().stream().mapToInt(row -> row.figures().arrived()).sum();
        world.verdict()
                .unless(
                        rows == counted.issued(),
                        Invariant.S15,
                        () -> "the rows by " + report.by() + " are of " + rows + " visits of " + counted.issued());
        world.verdict()
                .unless(
                        report.total().votes().count() == votes(history.today()),
                        Invariant.S15,
                        () -> "the report counts " + report.total().votes() + " instead of " + votes(history.today()));
    }

    private static DayTotals totals(Figures figures) {
        return new DayTotals(
                figures.arrived(),
                figures.seen(),
                figures.noShow(),
                figures.voided(),
                figures.cancelled(),
                figures.unserved(),
                figures.present());
    }

    private static long votes(Collection<Ticket> tickets) {
        return tickets.stream().filter(ticket -> ticket.rating() != null).count();
    }
}
