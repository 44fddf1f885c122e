package vn.luot.sim.bench;

import java.io.IOException;
import java.util.function.Consumer;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** From a clerk's key to the last of those who listen, disk and all. */
final class FeedFigures implements Chapter {
    private static final int CROWD = 1_000;
    private static final int DISPLAYS = 10;
    private static final int KIOSKS = 64;
    private static final int WARM_UP = 250;
    private static final int MOST_WARM_UPS = 6;

    private static final int WARM_UP_OF_CROWD = 20;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        try (var hub = BenchHub.start(site.freshFolder());
                var bare = new BareFeed(site.bare());
                var disk = new Disk(site.freshFolder());
                var press = new Press(site, hub.port(), hub.tokens().clerk())) {
            hub.openCounters();
            var kiosk = hub.kiosk();
            Load.send(hub.port(), KIOSKS, calls(site) + WARM_UP * MOST_WARM_UPS, any -> kiosk.ticket());
            displays(site, hub, bare, disk, press, told);
            Load.send(hub.port(), KIOSKS, calls(site) + WARM_UP_OF_CROWD, any -> kiosk.ticket());
            crowd(site, hub, bare, press, told);
        }
    }

    private static int calls(Site site) {
        return site.effort().rounds() * site.effort().calls();
    }

    private static Listeners listeners(Site site, int count, BenchHub hub) {
        var hello = Json.text(
                new FeedMessage.Hello(ProtocolVersion.NOW, hub.tokens().board()));
        return new Listeners(site, count, hub.port(), "/feed?view=board", hello);
    }

    private static double call(Listeners listeners, Press press) {
        var millis = listeners.millisUntilAllHear(press::next);
        listeners.millisUntilAllHear(press::finish);
        return millis;
    }

    /** Ten displays, beside one write to the disk and one message there and back. */
    private static void displays(Site site, BenchHub hub, BareFeed bare, Disk disk, Press press, Consumer<Figure> told)
            throws IOException {
        var calls = new Samples();
        var limits = new Samples();
        try (var displays = listeners(site, DISPLAYS, hub);
                var echo = new Listeners(site, 1, bare.port(), "/", "hello")) {
            Warmth.reach(MOST_WARM_UPS, () -> {
                for (var warm = 0; warm < WARM_UP; warm++) {
                    call(displays, press);
                    echo.millisUntilAllHear(() -> echo.say(displays.lastStep()));
                }
            });
            for (var turn = 0; turn < calls(site); turn++) {
                limits.add(syncMillis(disk) + echo.millisUntilAllHear(() -> echo.say(displays.lastStep())));
                calls.add(call(displays, press));
            }
        }
        told.accept(percentile("call-to-10-displays-p50-ms", 50, calls, limits, Goal.atMost(2)));
        told.accept(percentile("call-to-10-displays-p99-ms", 99, calls, limits, Goal.atMost(3)));
    }

    private static double syncMillis(Disk disk) throws IOException {
        var begun = System.nanoTime();
        disk.sync();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Figure percentile(String name, int percent, Samples values, Samples limits, Goal goal) {
        var value = values.percentile(percent);
        var limit = limits.percentile(percent);
        return new Figure(name, value, limit, value / limit, goal);
    }

    /** A thousand sockets, beside the same text written to a thousand bare ones. */
    private static void crowd(Site site, BenchHub hub, BareFeed bare, Press press, Consumer<Figure> told) {
        var last = new Pairs();
        try (var heard = listeners(site, CROWD, hub);
                var bareCrowd = new Listeners(site, CROWD, bare.port(), "/", "hello")) {
            for (var warm = 0; warm < WARM_UP_OF_CROWD; warm++) {
                call(heard, press);
                bareCrowd.millisUntilAllHear(() -> bare.broadcast(heard.lastStep()));
            }
            for (var turn = 0; turn < calls(site); turn++) {
                var limit = bareCrowd.millisUntilAllHear(() -> bare.broadcast(heard.lastStep()));
                last.add(call(heard, press), limit);
            }
        }
        told.accept(last.figure("call-to-last-of-1000-ms", Goal.atMost(1.5)));
    }
}
