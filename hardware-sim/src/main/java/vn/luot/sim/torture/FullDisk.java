package vn.luot.sim.torture;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;

/** The hub's disk is filled to the last byte and freed again while the hub works. */
final class FullDisk {
    private static final double RECOVERS = 10;

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();

    FullDisk(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    void run(int times) throws IOException, InterruptedException, JournalFailed {
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start();
            hub.openDay();
            hub.program().stop();
            var disk = SmallDisk.insteadOf(place.hub());
            hub.start(disk.under(hub.command()), Map.of());
            hub.firstTicket(log);
            try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
                for (var i = 0; i < times; i++) fillAndFree(disk, hub.program(), rush);
                if (!rush.finishes(60)) ledger.owes(Ledger.Debt.LOST, "nobody is answered after a full disk");
            }
            disk.end(hub.program());
        }
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(log.asked());
    }

    private void fillAndFree(SmallDisk disk, Running hub, Rush rush) throws IOException, InterruptedException {
        rush.takes(20, 20);
        disk.fill(hub);
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(2_000, 4_000));
        disk.free(hub);
        var freed = System.nanoTime();
        if (!rush.takes(1, 30)) ledger.owes(Ledger.Debt.LOST, "L9 no number is given after the disk was freed");
        ledger.took("L9 space is back to a number", RECOVERS, System.nanoTime() - freed);
        ledger.counts("disks filled and freed", 1);
    }
}
