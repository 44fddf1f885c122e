package vn.luot.sim.torture;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;
import vn.luot.sim.hall.SteadyPort;

/** Hundreds of screens and devices lose the hub at once and come back at once, while numbers are asked for. */
final class ReconnectStorm {
    private static final double ALL_BACK = 10;

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();

    ReconnectStorm(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    void run(int clients, int times) throws IOException, InterruptedException, JournalFailed {
        var vertx = Vertx.vertx();
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start();
            hub.openDay();
            var address = URI.create("http://127.0.0.1:" + hub.port());
            var screens = new ArrayList<Screen>();
            for (var i = 0; i < clients; i++) screens.add(new Screen());
            for (var screen : screens) new HubLink(vertx, address, place.token("B1"), "board", screen).start();
            all(screens, 60);
            try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
                for (var i = 0; i < times; i++) {
                    hub.program().kill();
                    ledger.counts("kills", 1);
                    hub.start();
                    hub.firstTicket(log);
                    var begun = System.nanoTime();
                    if (!all(screens, 60))
                        ledger.owes(Ledger.Debt.LOST, "F7 some of " + clients + " screens stay dark");
                    ledger.took("F7 " + clients + " screens are back", ALL_BACK, System.nanoTime() - begun);
                    rush.takes(10, 30);
                }
                rush.finishes(60);
            }
            hub.program().stop();
        } finally {
            vertx.close().await();
        }
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(log.asked());
    }

    private static boolean all(List<Screen> screens, int seconds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            if (screens.stream().allMatch(screen -> screen.connected.get())) return true;
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return false;
    }

    private static final class Screen implements HubLink.Listener {
        private final AtomicBoolean connected = new AtomicBoolean();

        @Override
        public void connected(HallView hall) {
            connected.set(true);
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {
            connected.set(true);
        }

        @Override
        public void lost(String reason) {
            connected.set(false);
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {
            connected.set(false);
        }
    }
}
