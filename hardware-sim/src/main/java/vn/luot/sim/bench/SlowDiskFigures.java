package vn.luot.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tickets over HTTP on slower disks, so that a fast one cannot hide a commit for each: beside a desk without a wire. */
final class SlowDiskFigures implements Chapter {
    private static final List<Integer> MILLIS = List.of(2, 10);
    private static final int CROWD = 64;
    private static final int WARM_UP = 500;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        for (var millis : MILLIS) {
            var longer = Duration.ofMillis(millis);
            try (var hub = BenchHub.start(site.freshFolder(), journal -> new SlowDisk(journal, longer));
                    var desk = BenchDesk.open(site.freshFolder(), journal -> new SlowDisk(journal, longer))) {
                told.accept(rate(site, hub, desk)
                        .figure("issue-64-on-disk-slower-by-" + millis + "-ms-per-s", Goal.atLeast(0.3)));
            }
        }
    }

    private static Pairs rate(Site site, BenchHub hub, BenchDesk desk) {
        var kiosk = hub.kiosk();
        Load.send(hub.port(), CROWD, WARM_UP, any -> kiosk.ticket());
        var rate = new Pairs();
        for (var round = 0; round < site.effort().rounds(); round++) {
            var limit = desk.issuesPerSecond(CROWD, site.effort().turn());
            var issued = Load.run(site, hub.port(), CROWD, any -> kiosk.ticket());
            rate.add(issued.perSecond(), limit);
        }
        return rate;
    }
}
