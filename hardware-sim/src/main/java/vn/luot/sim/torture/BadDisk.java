package vn.luot.sim.torture;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;

/** The n-th write or flush of the journal fails, once or from then on; then the disk is mended. */
final class BadDisk {
    /** What a disk can answer. */
    static final List<String> CALLS =
            List.of("fsync,fdatasync:error=EIO", "pwrite64:error=ENOSPC", "pwrite64:error=EIO");

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();

    BadDisk(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    void run(int cases) throws IOException, InterruptedException, JournalFailed {
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start();
            hub.openDay();
            for (var i = 0; i < cases; i++) {
                var forEver = i % 2 == 1;
                var fault = CALLS.get(i / 2 % CALLS.size()) + ":when=" + chance.nextInt(3, 30) + (forEver ? "+" : "");
                ledger.tell("  the hub's disk: " + fault);
                hub.program().kill();
                ledger.counts("kills", 1);
                hurt(hub, fault, forEver);
                ledger.counts("disks that failed " + (forEver ? "for ever" : "once"), 1);
            }
            hub.program().stop();
        }
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(log.asked());
    }

    private void hurt(HubAtWork hub, String fault, boolean forEver) throws IOException, InterruptedException {
        var journal = place.database().resolveSibling("luot.db-wal");
        hub.start(Commands.hurt(hub.command(), journal, fault), Map.of());
        try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
            if (!forEver) {
                rush.takes(60, 30);
            } else {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(4_000, 6_000));
            }
            if (forEver || !hub.program().isAlive()) {
                hub.program().kill();
                hub.start();
            }
            // Everybody asks until it is known; with a mended disk it has to become so.
            if (!rush.finishes(60)) ledger.owes(Ledger.Debt.LOST, "nobody is answered after " + fault);
        }
    }
}
