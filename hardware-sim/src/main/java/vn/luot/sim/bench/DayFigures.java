package vn.luot.sim.bench;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * What a step costs late in a long day. Held against a day of 100 tickets, and counted in processor time of the desk's
 * thread, because the disk's share of a step has nothing to do with the length of the day.
 */
final class DayFigures implements Chapter {
    private static final int SMALL_DAY = 100;
    private static final int SMALL_DAYS = 10;
    private static final int VISITS = 500;
    private static final int WARM_UP = 2_000;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        for (var tickets : new int[] {10_000, 100_000}) {
            try (var longDay = day(site, tickets)) {
                longDay.microsPerStep(WARM_UP);
                var cost = new Pairs();
                for (var round = 0; round < site.effort().rounds(); round++) {
                    var limit = smallDays(site);
                    cost.add(longDay.microsPerStep(VISITS), limit);
                }
                told.accept(cost.figure("step-on-a-day-of-" + tickets + "-us", Goal.atMost(1.2)));
            }
        }
    }

    private static double smallDays(Site site) throws IOException {
        var micros = new Samples();
        for (var day = 0; day < SMALL_DAYS; day++) {
            try (var small = day(site, SMALL_DAY)) {
                micros.add(small.microsPerStep(SMALL_DAY));
            }
        }
        return micros.median();
    }

    private static BenchDesk day(Site site, int tickets) throws IOException {
        var desk = BenchDesk.open(site.freshFolder());
        desk.issue(tickets);
        return desk;
    }
}
