package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;

/** The hub's clock jumps by seconds, hours and days, over midnight and back, while numbers are given. */
final class ClockJumps {
    private static final List<String> JUMPS =
            List.of("+0", "+1", "-1", "+3600", "-3600", "+86400", "+0", "-86400", "+64800", "-64800", "+0");

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();

    ClockJumps(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    void run() throws IOException, InterruptedException, JournalFailed {
        var clock = place.folder().resolve("clock");
        setOff(clock, "+0");
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start(Commands.hubWithClock(place.hub(), hub.port(), clock), Map.of());
            hub.openDay();
            try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
                for (var jump : JUMPS) {
                    setOff(clock, jump);
                    ledger.counts("clock jumps", 1);
                    rush.takes(12, 20);
                    if (chance.nextInt(3) == 0) {
                        hub.program().kill();
                        ledger.counts("kills", 1);
                        hub.start(Commands.hubWithClock(place.hub(), hub.port(), clock), Map.of());
                        rush.takes(3, 40);
                    }
                }
                if (!rush.finishes(60)) ledger.owes(Ledger.Debt.LOST, "nobody is answered after the clock jumped");
            }
            hub.program().stop();
        }
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(log.asked());
    }

    /** At once: nobody reads half an offset. */
    private static void setOff(Path clock, String seconds) throws IOException {
        var fresh = clock.resolveSibling("clock.new");
        Files.writeString(fresh, seconds);
        Files.move(fresh, clock, StandardCopyOption.ATOMIC_MOVE);
    }
}
