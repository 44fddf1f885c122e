package vn.luot.sim.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Clerks who call and finish as fast as they get answers, beside the same number of bare requests. */
final class ServeFigures implements Chapter {
    private static final List<Integer> COUNTERS = List.of(1, 16, BenchPlan.COUNTERS);
    private static final int KIOSKS = 64;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        try (var bare = BareServer.start(site.bare());
                var hub = BenchHub.start(site.freshFolder())) {
            hub.openCounters();
            var clerks = new Clerks(hub.clerk());
            for (var counters : COUNTERS) serve(site, bare, hub, clerks, counters, told);
        }
    }

    private static void serve(
            Site site, BareServer bare, BenchHub hub, Clerks clerks, int counters, Consumer<Figure> told) {
        var rate = new Pairs();
        var median = new Pairs();
        var tail = new Pairs();
        for (var round = 0; round < site.effort().rounds(); round++) {
            var kiosk = hub.kiosk();
            Load.send(hub.port(), KIOSKS, site.effort().visits(), any -> kiosk.ticket());
            var limit = Load.send(bare.port(), counters, site.effort().visits(), any -> kiosk.ticket());
            var served = Load.send(hub.port(), counters, site.effort().visits(), clerks::next);
            rate.add(served.perSecond(), limit.perSecond());
            median.add(served.millis().median(), limit.millis().median());
            tail.add(served.millis().percentile(99), limit.millis().percentile(99));
        }
        told.accept(rate.figure("call-and-finish-" + counters + "-of-bare-per-s", Goal.NONE));
        told.accept(median.figure("call-and-finish-" + counters + "-p50-ms", Goal.NONE));
        told.accept(tail.figure("call-and-finish-" + counters + "-p99-ms", Goal.NONE));
    }

    /** Each calls, finishes, calls, finishes …, and goes on with whom the round before left at the counter. */
    private static final class Clerks {
        private final Request request;
        private final boolean[] serving = new boolean[BenchPlan.COUNTERS];

        private Clerks(Request request) {
            this.request = request;
        }

        private byte[] next(int index) {
            serving[index] = !serving[index];
            return request.verb(index + 1, serving[index] ? "next" : "finish");
        }
    }
}
