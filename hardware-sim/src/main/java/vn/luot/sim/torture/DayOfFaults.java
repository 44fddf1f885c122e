package vn.luot.sim.torture;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.hall.SteadyPort;

/** A hall in full work, hub, kiosks and boards as programs of their own, and one {@link Mishap} after the other. */
final class DayOfFaults implements AutoCloseable {
    private static final int TAKERS = 4, CLERKS = 4;
    private static final int DIES_WITHIN_SECONDS = 12;
    private static final int SETTLES_SECONDS = 240;
    private static final int NOTICES_SECONDS = 20;
    private static final String KIOSK_DISK_SAYS = "the kiosk's database: ";
    private static final double OUTBOX_EMPTY = 30, DISPLAYS_RIGHT = 2, ALARM = 5, RECOVERS = 10;

    private final Place place;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final ClientLog log = new ClientLog();
    private final Crew crew = new Crew();
    private final HubAtWork hub;
    private final ChaosProxy network;
    private final List<KioskAtWork> kiosks = new ArrayList<>();
    private final BoardAtWork boards;
    private final FeedEar screen;
    private final Hand technician;
    private ClerksScreen clerksScreen;
    private final List<Suffering> suffered = new CopyOnWriteArrayList<>();

    DayOfFaults(Place place, Ledger ledger, SplittableRandom chance) throws IOException {
        this.place = place;
        this.ledger = ledger;
        this.chance = chance;
        this.hub = new HubAtWork(place, SteadyPort.free(), ledger);
        this.network = new ChaosProxy(hub.port(), chance.split());
        for (var name : List.of("K1", "K2")) kiosks.add(new KioskAtWork(name, place, network.port(), ledger));
        this.boards = new BoardAtWork(place, network.port());
        this.screen = new FeedEar(network.port(), place.token("B1"), "board", ledger);
        this.technician = Hand.ofPerson(hub.port());
    }

    /** @param longest goes on with another round of mishaps until then; one round at least */
    void run(List<Mishap> mishaps, Duration longest)
            throws IOException, InterruptedException, SQLException, JournalFailed {
        open();
        var until = System.nanoTime() + longest.toNanos();
        do {
            var round = new ArrayList<>(mishaps);
            Collections.shuffle(round, new Random(chance.nextLong()));
            for (var mishap : round) {
                suffer(mishap);
                if (System.nanoTime() > until && longest.toNanos() > 0) break;
            }
        } while (System.nanoTime() < until);
        settle();
        audit();
    }

    private void open() throws IOException, InterruptedException {
        hub.start();
        hub.openDay();
        for (var kiosk : kiosks) kiosk.start();
        boards.start();
        for (var taker = 1; taker <= TAKERS; taker++) {
            var hand = Hand.ofDevice(network.port(), place.token("H" + taker));
            crew.joinedBy("taker", new TicketTaker("H" + taker, hand, log, place.services(), chance.split(), crew));
        }
        for (var counter : place.counters().subList(0, CLERKS)) {
            var tablet = Hand.ofDevice(network.port(), place.token(Place.tablet(counter)));
            crew.joinedBy(
                    "clerk",
                    new ClerkAtCounter(counter, Hand.ofPerson(network.port()), tablet, log, chance.split(), crew));
        }
        for (var kiosk : kiosks)
            crew.joinedBy("visitors", kiosk.visitors(chance.split(), crew, since -> troubleOf(kiosk, since)));
        crew.joinedBy("trespasser", new Trespasser(place, network.port(), ledger, chance.split(), crew));
        screen.connects(10);
        clerksScreen = new ClerksScreen(place, hub.port(), network.port(), ledger);
        pause(2_000, 3_000);
    }

    /**
     * @param kiosk the one that is hurt if the mishap is of one
     * @param over when it was, by {@link System#nanoTime}; not yet as long as it is absent
     */
    private record Suffering(Mishap mishap, KioskAtWork kiosk, AtomicReference<Long> over) {
        /** Whether there was still any of it at {@code since} or after. */
        boolean reaches(long since) {
            var ended = over.get();
            return ended == null || ended - since > 0;
        }

        Trouble of(KioskAtWork asked) {
            return switch (mishap.of()) {
                case HUB -> Trouble.HUB;
                case KIOSK -> asked == kiosk ? Trouble.KIOSK : Trouble.NONE;
                case BOARDS -> Trouble.NONE;
                case ALL -> Trouble.KIOSK;
            };
        }
    }

    /** The worst that a kiosk met from {@code since} until now: a mishap may begin and end within one touch. */
    private Trouble troubleOf(KioskAtWork kiosk, long since) {
        return suffered.stream()
                .filter(one -> one.reaches(since))
                .map(one -> one.of(kiosk))
                .reduce(Trouble.NONE, Trouble::orWorse);
    }

    private void suffer(Mishap mishap) throws IOException, InterruptedException {
        ledger.tell("  " + mishap.words());
        ledger.counts(mishap.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), 1);
        var kiosk = kiosks.get(chance.nextInt(kiosks.size()));
        var suffering = new Suffering(mishap, kiosk, new AtomicReference<>());
        suffered.add(suffering);
        switch (mishap) {
            case KILL_HUB -> {
                killed(hub.program());
                pause(100, 2_500);
                restart();
            }
            case KILL_HUB_AT_WRITE -> hubDiesAt("pwrite64:signal=KILL:when=" + chance.nextInt(1, 60), true);
            case KILL_HUB_AT_FLUSH -> hubDiesAt("fsync,fdatasync:signal=KILL:when=" + chance.nextInt(1, 40), true);
            case KILL_HUB_AT_ANSWER -> hubDiesAt("write:signal=KILL:when=" + chance.nextInt(300, 1_500), false);
            case STOP_HUB -> stopped(hub.program());
            case KILL_KIOSK -> {
                killed(kiosk.program());
                kiosk.start();
            }
            case KILL_KIOSK_AT_WRITE ->
                kioskDiesAt(kiosk, "pwrite64:signal=KILL:when=" + chance.nextInt(8, 40), kiosk.outbox());
            case KILL_KIOSK_AT_FLUSH ->
                kioskDiesAt(kiosk, "fsync,fdatasync:signal=KILL:when=" + chance.nextInt(3, 20), kiosk.outbox());
            case KILL_KIOSK_AT_PRINT ->
                kioskDiesAt(kiosk, "write:signal=KILL:when=" + chance.nextInt(6, 30), kiosk.printerPort());
            case KIOSK_DISK_FAILS -> diskFails(kiosk);
            case KIOSK_DISK_FULL -> diskIsFull(kiosk);
            case STOP_KIOSK -> stopped(kiosk.program());
            case KILL_BOARD -> {
                killed(boards.program());
                boards.start();
            }
            case STOP_BOARD -> stopped(boards.program());
            case KILL_ALL -> {
                killed(hub.program());
                for (var each : kiosks) killed(each.program());
                killed(boards.program());
                for (var each : kiosks) each.start();
                boards.start();
                restart();
            }
            case PAPER_OUT -> paperOut(kiosk);
            case JAM -> broken(kiosk, PrinterFault.PAPER_JAMMED);
            case POWER_OFF -> broken(kiosk, PrinterFault.POWER_OFF);
            case BAD_NETWORK -> {
                for (var weather : Weather.values()) blow(weather);
            }
        }
        var over = System.nanoTime();
        if (screen.connects(20)) ledger.took("screen's feed after the end of a mishap", 0, System.nanoTime() - over);
        clerksScreen.comesRight(over);
        suffering.over().set(System.nanoTime());
        pause(800, 2_000);
    }

    private void blow(Weather weather) throws InterruptedException {
        ledger.counts("weather " + weather.name().toLowerCase(java.util.Locale.ROOT), 1);
        network.become(weather);
        pause(1_500, 3_500);
        network.become(Weather.CALM);
        pause(300, 800);
    }

    private void killed(Running program) {
        program.kill();
        ledger.counts("kills", 1);
    }

    private void stopped(Running program) throws InterruptedException {
        program.freeze();
        pause(2_000, 5_000);
        program.thaw();
    }

    private void restart() throws IOException, InterruptedException {
        hub.start();
        hub.firstTicket(log);
    }

    private void hubDiesAt(String at, boolean ofTheJournal) throws IOException, InterruptedException {
        killed(hub.program());
        var command = ofTheJournal
                ? Commands.hurt(hub.command(), place.database().resolveSibling("luot.db-wal"), at)
                : Commands.hurt(hub.command(), at);
        hub.start(command, java.util.Map.of());
        died(hub.program());
        restart();
    }

    private void kioskDiesAt(KioskAtWork kiosk, String at, java.nio.file.Path file)
            throws IOException, InterruptedException {
        killed(kiosk.program());
        kiosk.startHurt(at, file);
        died(kiosk.program());
        kiosk.start();
    }

    private void diskFails(KioskAtWork kiosk) throws IOException, InterruptedException {
        killed(kiosk.program());
        var fault = BadDisk.CALLS.get(chance.nextInt(BadDisk.CALLS.size())) + ":when=" + chance.nextInt(4, 14);
        ledger.tell("    " + kiosk.name() + " " + fault);
        kiosk.startHurt(fault, kiosk.outbox());
        var noticed = notices(kiosk);
        if (!kiosk.program().isAlive()) kiosk.start();
        goesOn(kiosk, noticed);
        killed(kiosk.program());
        kiosk.start();
    }

    private void diskIsFull(KioskAtWork kiosk) throws IOException, InterruptedException {
        killed(kiosk.program());
        var disk = kiosk.startOnSmallDisk();
        kiosk.issues(1, SETTLES_SECONDS);
        disk.fill(kiosk.program());
        var noticed = notices(kiosk);
        disk.free(kiosk.program());
        goesOn(kiosk, noticed);
        disk.end(kiosk.program());
        ledger.counts("kills", 1);
        kiosk.start();
    }

    private boolean notices(KioskAtWork kiosk) throws IOException {
        var noticed = kiosk.program().says(KIOSK_DISK_SAYS, NOTICES_SECONDS);
        if (noticed) ledger.counts("kiosks that noticed their disk", 1);
        return noticed;
    }

    /** By itself. Behind the second visitor all is written that could not be written before the first. */
    private void goesOn(KioskAtWork kiosk, boolean noticed) throws InterruptedException {
        var since = System.nanoTime();
        if (!kiosk.issues(2, SETTLES_SECONDS)) {
            ledger.owes(Ledger.Debt.LOST, "L9 a kiosk gives no number after its disk was mended");
        }
        if (noticed) ledger.took("L9 a kiosk's disk is well to two numbers", RECOVERS, System.nanoTime() - since);
    }

    /** At its point, or at any when it never came there. */
    private void died(Running program) {
        if (program.endsWithin(DIES_WITHIN_SECONDS)) ledger.counts("kills at a named point", 1);
        else program.kill();
        ledger.counts("kills", 1);
    }

    private void broken(KioskAtWork kiosk, PrinterFault fault) throws InterruptedException {
        kiosk.printer().set(fault, true);
        pause(1_500, 4_000);
        kiosk.printer().set(fault, false);
    }

    /** L7: staff is told. */
    private void paperOut(KioskAtWork kiosk) throws IOException, InterruptedException {
        technician.signIn("kythuat", Place.PASSWORD);
        var begun = System.nanoTime();
        kiosk.printer().set(PrinterFault.PAPER_OUT, true);
        var deadline = begun + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            if (hearsOfPaper(kiosk)) {
                ledger.took("L7 paper out to the staff's alarm", ALARM, System.nanoTime() - begun);
                break;
            }
            pause(20, 60);
        }
        kiosk.printer().set(PrinterFault.PAPER_OUT, false);
    }

    private boolean hearsOfPaper(KioskAtWork kiosk) throws IOException, InterruptedException {
        var status = technician.get("/api/hardware").body();
        for (var part : status.path("hardware")) {
            if (part.path("device").asText().equals(kiosk.name())
                    && part.path("condition").asText().equals("OUT")) return true;
        }
        return false;
    }

    /** Faults are over: everything has to come right by itself. */
    private void settle() throws IOException, InterruptedException, SQLException {
        ledger.tell("  all faults are over");
        network.become(Weather.CALM);
        var calmSince = System.nanoTime();
        if (!crew.finishes(SETTLES_SECONDS)) ledger.owes(Ledger.Debt.LOST, "L6 somebody never got an answer");
        for (var kiosk : kiosks) {
            if (!kiosk.settles(SETTLES_SECONDS)) ledger.owes(Ledger.Debt.LOST, "L1 a kiosk's outbox is not empty");
            ledger.took("L1 end of faults to empty outbox", OUTBOX_EMPTY, System.nanoTime() - calmSince);
        }
        var drawnSince = System.nanoTime();
        var deadline = drawnSince + TimeUnit.SECONDS.toNanos(SETTLES_SECONDS);
        // Looked at once more, a display that has just been right may be in the dark half of a blink.
        var right = areDisplaysRight();
        while (!right && System.nanoTime() < deadline) {
            pause(20, 40);
            right = areDisplaysRight();
        }
        if (!right) ledger.owes(Ledger.Debt.GHOST, "L2 the displays are wrong after the end of faults");
        ledger.took("L2 displays right once all was quiet", DISPLAYS_RIGHT, System.nanoTime() - drawnSince);
        clerksScreen.comesRight(System.nanoTime());
        if (!clerksScreen.isRight()) ledger.owes(Ledger.Debt.GHOST, "L3 a clerk's screen is wrong after all faults");
    }

    private boolean areDisplaysRight() throws IOException, InterruptedException {
        var hall = Hand.ofDevice(hub.port(), place.token("B1"))
                .get("/api/hall?view=board")
                .body();
        for (var counter : hall.path("counters")) {
            var ticket = counter.path("ticket");
            var shown = boards.displays().now(counter.path("id").asInt());
            if (ticket.has("number") && !ticket.path("number").asText().equalsIgnoreCase(shown)) return false;
        }
        return true;
    }

    private void audit() throws SQLException, JournalFailed {
        var keys = new HashSet<>(log.asked());
        var unwanted = new HashSet<String>();
        for (var kiosk : kiosks) {
            kiosk.program().stop();
            var touches = kiosk.touches();
            keys.addAll(touches.keys());
            unwanted.addAll(touches.unwanted());
            for (var key : kiosk.ended().keySet()) log.hearsVoided(key);
        }
        hub.program().stop();
        if (!unwanted.isEmpty()) ledger.owes(Ledger.Debt.LOST, "S5 the hub did not take in " + unwanted);
        var audit = new JournalAudit(place, ledger);
        audit.hold(log);
        audit.noGhosts(keys);
        audit.hold(kiosks.stream().flatMap(kiosk -> kiosk.papers().stream()).toList(), unwanted);
        audit.hold(boards.displays());
        ledger.counts("steps", audit.steps().size());
    }

    private void pause(int atLeast, int atMost) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(atLeast, atMost));
    }

    @Override
    public void close() throws IOException {
        crew.close();
        kiosks.forEach(KioskAtWork::close);
        boards.close();
        screen.close();
        if (clerksScreen != null) clerksScreen.close();
        hub.close();
        network.close();
    }
}
