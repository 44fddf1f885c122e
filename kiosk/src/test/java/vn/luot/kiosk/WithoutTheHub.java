package vn.luot.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.Tickets;

/** A kiosk whose hub comes and goes; in virtual time, with a real outbox. */
abstract class WithoutTheHub {
    static final Instant MORNING = Instant.parse("2026-11-23T01:15:00Z");
    static final Duration MOMENT = Duration.ofMillis(10);
    static final OfflineBudget BUDGET = new OfflineBudget(8, Duration.ofHours(2));

    @TempDir
    Path folder;

    final VirtualLoop loop = new VirtualLoop(MORNING);
    final HubInMemory hub = new HubInMemory(loop::now);
    final PaperStandIn paper = new PaperStandIn();
    Outbox outbox;
    SqliteOutbox disk;
    KioskTickets kiosk;
    Standing standing = Standing.UNKNOWN;
    int keys;
    int touches;

    @BeforeEach
    void start() throws IOException {
        boot(OutboxWithKills.Point.NEVER);
        reach();
    }

    @AfterEach
    void stop() throws IOException {
        disk.close();
    }

    void boot(OutboxWithKills.Point point) throws IOException {
        disk = SqliteOutbox.open(folder, loop.now());
        outbox = new OutboxWithKills(disk, point);
        kiosk = new KioskTickets(
                hub,
                paper,
                outbox,
                TicketLayout.ofPlan(),
                BUDGET,
                loop,
                () -> "key-of-a-lease-" + keys++,
                now -> standing = now);
        kiosk.start();
        loop.pass(MOMENT);
    }

    void reach() {
        kiosk.heard(loop.now());
        kiosk.reached(Tickets.plan(), HubInMemory.DAY);
        loop.pass(MOMENT);
    }

    void goAway() {
        hub.away(true);
        kiosk.lost();
        loop.pass(MOMENT);
    }

    void comeBack() {
        hub.away(false);
        reach();
    }

    void restart(OutboxWithKills.Point point) throws IOException {
        loop.kill();
        disk.close();
        boot(point);
    }

    Touch touch() {
        return new Touch(Tickets.SERVICE, "vi", "touch-%014d".formatted(touches++));
    }

    TakeResult take() {
        var result = kiosk.take(touch());
        loop.pass(MOMENT);
        return result.getNow(null);
    }
}
