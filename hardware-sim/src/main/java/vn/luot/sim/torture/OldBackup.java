package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;
import vn.luot.sim.torture.Ledger.Debt;

/** The hub is restored from a backup while a kiosk goes on with numbers that were leased to it after that backup. */
final class OldBackup {
    private static final double RESTORED = 30;

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;

    OldBackup(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    void run() throws IOException, InterruptedException, SQLException, JournalFailed {
        var crew = new Crew();
        var forgotten = new ClientLog();
        var kept = new ClientLog();
        var before = new ArrayList<ClientLog.Acknowledged>();
        String backedUp;
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger);
                var kiosk = new KioskAtWork("K1", place, hub.port(), ledger)) {
            hub.start();
            hub.openDay();
            kiosk.start();
            crew.joinedBy("visitors", kiosk.visitors(chance.split(), crew, since -> Trouble.HUB));
            try (var rush = new Rush(place, hub.port(), 2, kept, chance.split())) {
                rush.takes(40, 60);
                before.addAll(kept.tickets());
                backedUp = must(Commands.hub(
                        "backup",
                        "--data",
                        place.hub().toString(),
                        "--to",
                        backups().toString()));
                rush.finishes(30);
            }
            try (var rush = new Rush(place, hub.port(), 2, forgotten, chance.split())) {
                rush.takes(40, 60);
                rush.finishes(30);
            }
            hub.program().kill();
            ledger.counts("kills", 1);
            // The kiosk goes on without the hub, from blocks of before.
            TimeUnit.SECONDS.sleep(5);
            var begun = System.nanoTime();
            var restored = must(Commands.hub(
                    "restore", "--data", place.hub().toString(), "--from", newest().toString(), "--accept-loss"));
            ledger.took("a restore", RESTORED, System.nanoTime() - begun);
            ledger.counts("restores of an old backup", 1);
            new RestoredRows(place.hub(), ledger).hold(before, backedUp, restored);
            hub.start();
            var after = new ClientLog();
            try (var rush = new Rush(place, hub.port(), 2, after, chance.split())) {
                rush.takes(40, 60);
                TimeUnit.SECONDS.sleep(3);
                rush.finishes(30);
            }
            crew.finishes(30);
            kiosk.settles(60);
            kiosk.program().stop();
            hub.program().stop();
            audit(kiosk, forgotten, after);
        } finally {
            crew.close();
        }
    }

    private Path backups() {
        return place.folder().resolve("backups");
    }

    private Path newest() throws IOException {
        try (var files = Files.list(backups())) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    /** @return what it said */
    private String must(List<String> command) throws IOException, InterruptedException {
        var process = Running.start(command, Map.of(), place.folder().resolve("commands.log"));
        if (!process.endsWithin(60) || process.exitCode() != 0) {
            throw new IllegalStateException(
                    command + " failed, see " + place.folder().resolve("commands.log"));
        }
        return process.said();
    }

    /** What the restore forgot is lost, as it said; but no number that anybody holds is given to anybody else. */
    private void audit(KioskAtWork kiosk, ClientLog forgotten, ClientLog after) throws JournalFailed {
        var audit = new JournalAudit(place, ledger);
        audit.hold(after);
        var holders = new HashMap<String, String>();
        var everybody = new ArrayList<>(kiosk.papers());
        for (var log : List.of(forgotten, after)) {
            for (var told : log.tickets()) everybody.add(new PaperTray.Paper(told.number(), told.token()));
        }
        for (var holds : new HashSet<>(everybody)) {
            var other = holders.putIfAbsent(holds.number(), holds.token());
            if (other != null) ledger.owes(Debt.DUPLICATE, "S4 " + holds.number() + " was given again after a restore");
        }
        ledger.counts("papers", kiosk.papers().size());
    }
}
