package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;
import vn.luot.sim.torture.Ledger.Debt;

/**
 * The clocks of the hub and of a kiosk jump, each by itself, by seconds, hours and days, over midnight, to 1970 and back, while
 * numbers are given.
 */
final class ClockJumps {
    /** As a machine wakes up whose battery is empty. */
    private static final long TO_1970 = -Instant.now().getEpochSecond();

    private static final int DAY = 86_400;
    private static final int SETTLES_SECONDS = 120;

    /** In seconds. */
    private record Jump(long hub, long kiosk) {}

    private static final List<Jump> JUMPS = List.of(
            new Jump(0, 0),
            new Jump(1, 600),
            new Jump(-1, -600),
            new Jump(3_600, 3_600),
            new Jump(-3_600, TO_1970),
            new Jump(DAY, 0),
            new Jump(0, DAY),
            new Jump(-DAY, -DAY),
            new Jump(TO_1970, 0),
            new Jump(64_800, TO_1970),
            new Jump(-64_800, 64_800),
            new Jump(0, 0));

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();
    private final Path hubClock;
    private final Path kioskClock;

    ClockJumps(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
        this.hubClock = place.folder().resolve("hub.clock");
        this.kioskClock = place.folder().resolve("kiosk.clock");
    }

    void run() throws IOException, InterruptedException, SQLException, JournalFailed {
        var crew = new Crew();
        jump(JUMPS.get(0));
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger);
                var kiosk = new KioskAtWork("K1", place, hub.port(), ledger)) {
            start(hub);
            hub.openDay();
            kiosk.startWithClock(kioskClock);
            crew.joinedBy("visitors", kiosk.visitors(chance.split(), crew, since -> Trouble.HUB));
            try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
                for (var jump : JUMPS) suffer(jump, hub, kiosk, rush);
                if (!rush.finishes(60)) ledger.owes(Debt.LOST, "nobody is answered after the clock jumped");
            }
            if (!crew.finishes(60)) ledger.owes(Debt.LOST, "L6 a kiosk's visitor was never answered");
            if (!kiosk.settles(SETTLES_SECONDS)) ledger.owes(Debt.LOST, "L1 a kiosk's outbox is not empty");
            kiosk.program().stop();
            hub.program().stop();
            audit(kiosk);
        } finally {
            crew.close();
        }
    }

    private void suffer(Jump jump, HubAtWork hub, KioskAtWork kiosk, Rush rush)
            throws IOException, InterruptedException {
        jump(jump);
        ledger.counts("clock jumps", 2);
        rush.takes(12, 20);
        // Who wakes up in another time reads it for the first time.
        switch (chance.nextInt(6)) {
            case 0, 1 -> {
                killed(hub.program());
                start(hub);
                rush.takes(3, 40);
            }
            case 2 -> {
                killed(kiosk.program());
                kiosk.startWithClock(kioskClock);
            }
            default -> {}
        }
    }

    private void jump(Jump jump) throws IOException {
        WrongClock.setOff(hubClock, jump.hub());
        WrongClock.setOff(kioskClock, jump.kiosk());
    }

    private void start(HubAtWork hub) throws IOException {
        hub.start(Commands.hubWithClock(place.hub(), hub.port(), hubClock), Map.of());
    }

    private void killed(Running program) {
        program.kill();
        ledger.counts("kills", 1);
    }

    private void audit(KioskAtWork kiosk) throws SQLException, JournalFailed {
        var touches = kiosk.touches();
        if (!touches.unwanted().isEmpty()) {
            ledger.owes(Debt.LOST, "S5 the hub did not take in " + touches.unwanted());
        }
        for (var key : kiosk.ended().keySet()) log.hearsVoided(key);
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        var keys = new HashSet<>(log.asked());
        keys.addAll(touches.keys());
        audit.noGhosts(keys);
        audit.hold(kiosk.papers(), Set.of());
    }
}
