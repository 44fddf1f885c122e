package vn.luot.sim.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.hall.SteadyPort;

/**
 * The hub's disk, of a few megabytes, is filled to the last byte and freed again while the hub works. It is a tmpfs in a mount
 * namespace of the hub's own, and reached through the hub's process.
 */
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
        var template = place.folder().resolve("template");
        try (var hub = new HubAtWork(place, SteadyPort.free(), ledger)) {
            hub.start();
            hub.openDay();
            hub.program().stop();
            Files.move(place.hub(), template);
            Files.createDirectories(place.hub());
            hub.start(onSmallDisk(hub.command(), template), Map.of());
            hub.firstTicket(log);
            var disk = Path.of("/proc/" + hub.program().pid() + "/root" + place.hub());
            try (var rush = new Rush(place, hub.port(), 3, log, chance.split())) {
                for (var i = 0; i < times; i++) fillAndFree(disk, rush);
                if (!rush.finishes(60)) ledger.owes(Ledger.Debt.LOST, "nobody is answered after a full disk");
            }
            hub.program().freeze();
            var copy = place.folder().resolve("copy");
            Place.copy(disk, copy);
            hub.program().kill();
            Place.remove(place.hub());
            Files.move(copy, place.hub());
        }
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(log.asked());
    }

    private List<String> onSmallDisk(List<String> command, Path template) {
        var all = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) all.addAll(List.of("--user", "--map-root-user"));
        var script = "mount -t tmpfs -o size=6m luot \"$1\" && cp -a \"$2\"/. \"$1\" && shift 2 && exec \"$@\"";
        all.addAll(List.of("sh", "-c", script, "sh", place.hub().toString(), template.toString()));
        all.addAll(command);
        return all;
    }

    private void fillAndFree(Path disk, Rush rush) throws IOException, InterruptedException {
        rush.takes(20, 20);
        var ballast = disk.resolve("ballast");
        fill(ballast);
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(2_000, 4_000));
        Files.delete(ballast);
        var freed = System.nanoTime();
        if (!rush.takes(1, 30)) ledger.owes(Ledger.Debt.LOST, "L9 no number is given after the disk was freed");
        ledger.took("L9 space is back to a number", RECOVERS, System.nanoTime() - freed);
        ledger.counts("disks filled and freed", 1);
    }

    /** To the last byte: in smaller and smaller pieces until not even one fits. */
    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (var piece = 65_536; piece > 0; ) {
                try {
                    out.write(new byte[piece]);
                } catch (IOException full) {
                    piece /= 2;
                }
            }
        }
    }
}
