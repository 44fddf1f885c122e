package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.luot.hub.Hub;
import vn.luot.hub.HubConfig;
import vn.luot.sim.hall.SteadyPort;
import vn.luot.sim.torture.Ledger.Debt;

/**
 * All that a hub under load writes to its database is recorded; then the power goes behind every so many of those calls, and each disk
 * image must verify, start a hub, and hold every ticket that was acknowledged before.
 */
final class PowerCuts {
    /** The recording's file. */
    static final String TRACE = "strace.log";

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();

    PowerCuts(Place place, Ledger ledger, SplittableRandom chance) {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
    }

    /**
     * @param tickets acknowledged while recording
     * @param images disks to make
     * @param startsOneOf a hub is started on one of so many of them
     */
    void run(int tickets, int images, int startsOneOf) throws IOException, InterruptedException, SQLException {
        var before = place.folder().resolve("before");
        var recording = record(tickets, before);
        var deeds = recording.entries();
        ledger.tell("  power cuts: " + deeds.size() + " writes and flushes recorded, "
                + log.tickets().size() + " tickets acknowledged");
        if (deeds.isEmpty()) throw new IllegalStateException("strace recorded nothing");
        ledger.counts("acknowledged", log.acknowledged());
        for (var image = 0; image < images; image++) {
            var count = 1 + (int) ((long) image * (deeds.size() - 1) / Math.max(1, images - 1));
            var unflushed = CrashImage.Unflushed.values()[image % CrashImage.Unflushed.values().length];
            var folder = place.folder().resolve("image");
            CrashImage.make(before, folder, deeds, count, unflushed, chance);
            copyKeys(folder);
            var until = count < deeds.size() ? deeds.get(count).begun() : Instant.MAX;
            look(folder, until, "image " + image + " (" + unflushed + " behind call " + count + ")");
            if (image % startsOneOf == 0) start(folder, "image " + image);
            ledger.counts("power-cut images", 1);
        }
    }

    private Recording record(int tickets, Path before) throws IOException, InterruptedException {
        // The day is opened and the store closed well, so that the recording begins with whole files.
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start();
            hub.openDay();
            hub.program().stop();
            Files.createDirectories(before);
            for (var name : List.of("luot.db", "luot.db-wal")) {
                var file = place.hub().resolve(name);
                if (Files.exists(file)) Files.copy(file, before.resolve(name));
            }
            var trace = place.folder().resolve(TRACE);
            hub.start(Commands.recorded(hub.command(), place.database(), trace), Map.of());
            hub.firstTicket(log);
            try (var rush = new Rush(place, hub.port(), 4, log, chance.split())) {
                rush.takes(tickets, 120);
                hub.program().kill();
                ledger.counts("kills", 1);
            }
            return Recording.read(trace);
        }
    }

    /** A hub whose files of checkpoints are older than its journal is an honest case of a power cut. */
    private void copyKeys(Path folder) throws IOException {
        for (var name : List.of("audit.key", "audit.pub")) {
            var file = place.hub().resolve(name);
            if (Files.exists(file)) Files.copy(file, folder.resolve(name));
        }
    }

    private void look(Path folder, Instant until, String name) throws SQLException {
        var store = new Store(folder);
        var fault = store.fault();
        if (!fault.isEmpty()) {
            ledger.owes(Debt.CORRUPT, name + ": " + fault);
            return;
        }
        var numbers = store.numbersByKey();
        for (var known : log.tickets()) {
            if (known.at().isBefore(until) && !known.number().equals(numbers.get(known.key()))) {
                ledger.owes(
                        Debt.LOST,
                        name + ": " + known.number() + " of " + known.key() + " is " + numbers.get(known.key()));
                return;
            }
        }
    }

    private void start(Path folder, String name) {
        var config = new HubConfig(folder, "127.0.0.1", 0, Optional.empty(), "", HubConfig.systemClock());
        try (var hub = Hub.start(config)) {
            ledger.counts("hubs started on power-cut images", hub.port() > 0 ? 1 : 0);
        } catch (RuntimeException e) {
            ledger.owes(Debt.CORRUPT, name + " starts no hub: " + e);
        }
    }
}
