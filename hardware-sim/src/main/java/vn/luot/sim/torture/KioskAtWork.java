package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;
import vn.luot.sim.hall.SteadyPort;

/** A kiosk's program with its printer on a pseudo-terminal, and the visitors in front of it. */
final class KioskAtWork implements AutoCloseable {
    private static final int BAUD = 115_200;
    private static final String PROFILE = "epson-tcvn3";
    private static final Duration LONGEST_TOUCH = Duration.ofSeconds(20);
    private static final double TOUCH_LIMIT = 15;

    private final String name;
    private final Place place;
    private final int hub;
    private final int port;
    private final SimPrinter printer = new SimPrinter();
    private final PaperTray tray = new PaperTray(printer);
    private final Wire line;
    private final Ledger ledger;
    private final AtomicInteger issued = new AtomicInteger();
    private volatile Running program;

    /** @param hub port at which it looks for the hub */
    KioskAtWork(String name, Place place, int hub, Ledger ledger) throws IOException {
        this.name = name;
        this.place = place;
        this.hub = hub;
        this.port = SteadyPort.free();
        this.ledger = ledger;
        this.line = new Wire(new PtyPort(place.folder().resolve("tty" + name), BAUD), tray);
        // What is on paper counts here, not how long the paper takes.
        line.speed(4);
    }

    void start() throws IOException {
        program = Running.start(command(), Map.of(), log());
    }

    /**
     * @param at a call of the system at which it is killed, or which fails, such as {@code fsync:signal=KILL:when=3}
     * @param file that the call is about
     */
    void startHurt(String at, Path file) throws IOException {
        program = Running.start(Commands.hurt(command(), file, at), Map.of(), log());
    }

    /** With its data on a disk that can be filled. */
    SmallDisk startOnSmallDisk() throws IOException {
        var disk = SmallDisk.insteadOf(folder());
        program = Running.start(disk.under(command()), Map.of(), log());
        return disk;
    }

    /** @param offset file of how many seconds its clock is off */
    void startWithClock(Path offset) throws IOException {
        var command =
                Commands.kioskWithClock(offset, hub(), place.tokenFile(name), line.address(), PROFILE, port, folder());
        program = Running.start(command, Map.of(), log());
    }

    /** Whether so many visitors more get a number within the time. */
    boolean issues(int more, int seconds) throws InterruptedException {
        var enough = issued.get() + more;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (issued.get() < enough && System.nanoTime() < deadline) TimeUnit.MILLISECONDS.sleep(20);
        return issued.get() >= enough;
    }

    String name() {
        return name;
    }

    Path outbox() {
        return database("-wal");
    }

    /** The printer's port, by its own name. */
    Path printerPort() throws IOException {
        return place.folder().resolve("tty" + name).toRealPath();
    }

    private List<String> command() {
        return Commands.kiosk(
                "--hub",
                hub(),
                "--token-file",
                place.tokenFile(name).toString(),
                "--printer",
                line.address(),
                "--profile",
                PROFILE,
                "--port",
                "" + port,
                "--data",
                folder().toString());
    }

    private String hub() {
        return "http://127.0.0.1:" + hub;
    }

    private Path folder() {
        return place.folder().resolve("kiosk-" + name);
    }

    private Path database(String suffix) {
        return folder().resolve("kiosk.db" + suffix);
    }

    private Path log() {
        return place.folder().resolve(name + ".log");
    }

    Running program() {
        return program;
    }

    SimPrinter printer() {
        return printer;
    }

    List<PaperTray.Paper> papers() {
        return tray.papers();
    }

    /** Visitors come, one after the other, until the crew goes home. */
    Runnable visitors(SplittableRandom chance, Crew crew, LongFunction<Trouble> troubleSince) {
        return () -> {
            var screen = Hand.atScreen(port);
            var services = place.services();
            try {
                while (crew.isWorking()) {
                    touch(screen, services.get(chance.nextInt(services.size())), chance, troubleSince);
                    crew.pause(chance.nextInt(150, 600));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void touch(Hand screen, String service, SplittableRandom chance, LongFunction<Trouble> troubleSince)
            throws InterruptedException {
        var touch = Map.of(
                "service",
                service,
                "language",
                "vi",
                "touch",
                "touch-" + Long.toHexString(chance.nextLong() | Long.MIN_VALUE));
        var begun = System.nanoTime();
        var first = tray.next();
        try {
            var end = screen.post("/take", "touch", touch, LONGEST_TOUCH);
            ledger.took("L6 touch to its end", TOUCH_LIMIT, System.nanoTime() - begun);
            ledger.counts("touches that ended " + end.text("outcome"), 1);
            if (end.text("outcome").equals("ISSUED")) issued.incrementAndGet();
            if (!end.text("outcome").equals("ISSUED") || !first.isDone()) return;
            var met = troubleSince.apply(begun);
            ledger.took(met.words(), met.limit(), first.join() - begun);
        } catch (IOException e) {
            // The kiosk itself was killed or stopped; its visitor has no paper, or finds it in the slot.
            ledger.counts("touches cut short with their kiosk", 1);
        }
    }

    /** What became of each touch, as the kiosk keeps it. */
    record Touches(Set<String> keys, Set<String> unwanted, int open) {}

    /** Read while the kiosk runs or not. */
    Touches touches() throws SQLException {
        var keys = new HashSet<String>();
        var unwanted = new HashSet<String>();
        var open = 0;
        if (Files.notExists(database(""))) return new Touches(keys, unwanted, 0);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database(""));
                var query = connection.prepareStatement(
                        "SELECT intent.key, state, receipt, upload FROM intent LEFT JOIN given ON given.key = intent.key");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                keys.add(rows.getString("key"));
                if ("REFUSED".equals(rows.getString("upload"))) unwanted.add(token(rows));
                if (Set.of("PENDING", "ISSUED").contains(rows.getString("state"))) open++;
                if ("WAITING".equals(rows.getString("upload"))) open++;
            }
        }
        return new Touches(keys, unwanted, open);
    }

    private static String token(ResultSet row) throws SQLException {
        try {
            return Json.read(row.getString("receipt"), TicketReceipt.class).token();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** S6: live tickets that the kiosk took back or refused, by key: nobody may be called by them. */
    Map<String, String> ended() throws SQLException {
        var ended = new HashMap<String, String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database(""));
                var query = connection.prepareStatement("SELECT key, state FROM intent WHERE state = 'VOIDED'");
                var rows = query.executeQuery()) {
            while (rows.next()) ended.put(rows.getString(1), rows.getString(2));
        }
        return ended;
    }

    /** Waits until all is told to the hub and settled. */
    boolean settles(int seconds) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            if (touches().open() == 0) return true;
            Thread.sleep(50);
        }
        return false;
    }

    @Override
    public void close() {
        if (program != null) program.close();
        line.close();
    }
}
