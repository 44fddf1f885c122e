package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.luot.kiosk.printer.Await;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterStandIn;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.hub.Deaf;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.TicketRequest;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakeTicketTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:00Z");
    private static final Touch TOUCH = new Touch(Tickets.SERVICE, "vi", "touch-0000000000001");
    private static final TicketRequest REQUEST = new TicketRequest(Tickets.SERVICE, null, "vi", null);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private HubStandIn hub;
    private PrinterStandIn device;
    private HubLink link;
    private Printer printer;
    private SqliteOutbox outbox;
    private KioskThread loop;
    private KioskTickets takeTicket;

    @BeforeEach
    void start() throws IOException {
        hub = new HubStandIn(vertx);
        device = new PrinterStandIn();
        outbox = SqliteOutbox.open(folder, NOW);
        printer = new Printer(device.address(), PrinterProfile.named(PrinterProfile.DEFAULT), state -> {}).start();
        printer.greeting().join();
        loop = freshLoop();
        connectTo(hub.address());
        reach();
    }

    private static KioskThread freshLoop() {
        return new KioskThread(Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime);
    }

    /** The program that {@link #start} began is gone, and does nothing any more. */
    private void stopTheProgram() {
        loop.close();
        loop = freshLoop();
    }

    private void connectTo(URI address) {
        link = new HubLink(vertx, address, "token", "kiosk", new Deaf());
        takeTicket = new KioskTickets(
                HubTickets.over(link),
                printer,
                outbox,
                TicketLayout.ofPlan(),
                OfflineBudget.USUAL,
                loop,
                () -> UUID.randomUUID().toString(),
                standing -> {});
        takeTicket.start();
    }

    private void reach() {
        takeTicket.reached(Tickets.plan(), LocalDate.of(2026, 11, 23));
        CompletableFuture.runAsync(() -> {}, loop).join();
    }

    @AfterEach
    void stop() throws Exception {
        loop.close();
        printer.close();
        device.close();
        outbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void aTouchBecomesATicketOnPaper() throws IOException {
        var result = takeTicket.take(TOUCH).join();

        assertThat(result).isEqualTo(printed());
        assertThat(device.papers()).hasSize(1).first().asString().contains("D001");
        assertThat(state()).isEqualTo(Intent.State.PRINTED);
    }

    @Test
    void theSameTouchTwiceIsOneTicket() {
        var first = takeTicket.take(TOUCH);
        var second = takeTicket.take(TOUCH);

        assertThat(first.join()).isEqualTo(second.join());
        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(first.join());
        assertThat(device.papers()).hasSize(1);
        assertThat(hub.issued()).isEqualTo(1);
    }

    @Test
    void aPrinterWithoutPaperTakesNoNumber() throws IOException {
        device.answering(0x1E, 0x32, 0x12, 0x72);

        var result = takeTicket.take(TOUCH).join();

        assertThat(result).isEqualTo(TakeResult.notIssued(PrinterState.PAPER_OUT.forCitizen()));
        assertThat(hub.asked()).isEmpty();
        assertThat(outbox.find(TOUCH.touch())).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForWithTheSameKeyAndMakesNoSecondTicket() {
        hub.losingItsAnswer(2);

        var result = takeTicket.take(TOUCH).join();

        assertThat(result.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        assertThat(hub.issued()).isEqualTo(1);
        assertThat(hub.asked()).hasSize(3).containsOnly(new HubStandIn.Asked(TOUCH.touch(), REQUEST));
        assertThat(device.papers()).hasSize(1);
    }

    @Test
    void aTicketThatThePrinterLostIsPrintedOnceMoreAndMarked() {
        device.stumblingOnce();

        var result = takeTicket
                .take(new Touch(Tickets.SERVICE, "en", "touch-0000000000002"))
                .join();

        assertThat(result.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        assertThat(hub.issued()).isEqualTo(1);
        assertThat(device.papers()).hasSize(3);
        assertThat(device.papers().get(0)).contains("D001").doesNotContain("REPRINT");
        assertThat(device.papers().get(1)).contains("Not a ticket").doesNotContain("D001");
        assertThat(device.papers().get(2)).contains("D001", "REPRINT");
    }

    @Test
    void anErrorOfTheHubIsNotANo() {
        hub.failing(1);

        assertThat(takeTicket.take(TOUCH).join().outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
    }

    @Test
    void aRuleThatSaysNoIsToldInTheHubsWords() throws IOException {
        hub.refusing(409, "SERVICE_CLOSED", "Dịch vụ đã ngừng nhận số", "This service is closed");

        var result = takeTicket.take(TOUCH).join();

        assertThat(result.outcome()).isEqualTo(TakeResult.Outcome.NOT_ISSUED);
        assertThat(result.message().vi()).isEqualTo("Dịch vụ đã ngừng nhận số");
        assertThat(state()).isEqualTo(Intent.State.REFUSED);
        assertThat(device.papers()).isEmpty();
    }

    @Test
    void aRefusalThatOnlyATechnicianUnderstandsIsNotShownToTheVisitor() {
        hub.refusing(403, "ROLE_NOT_ALLOWED", "Vai trò không được phép", "Role not allowed");

        var result = takeTicket.take(TOUCH).join();

        assertThat(result.outcome()).isEqualTo(TakeResult.Outcome.NOT_ISSUED);
        assertThat(result.message().vi()).contains("cán bộ hướng dẫn").doesNotContain("Vai trò");
    }

    @Test
    void anAwayHubEndsInAskStaffAndTheIntentStaysOpen() throws IOException {
        hub.close();

        var result = takeTicket.take(TOUCH).join();

        assertThat(result).isEqualTo(TakeResult.notKnown());
        assertThat(outbox.unsettled()).extracting(Intent::key).containsExactly(TOUCH.touch());
        assertThat(device.papers()).isEmpty();
    }

    @Test
    void aJamAfterTheNumberWasIssuedKeepsTheNumber() throws IOException {
        device.stopping();

        var result = takeTicket.take(TOUCH).join();

        assertThat(result).isEqualTo(notOnPaper());
        assertThat(state()).isEqualTo(Intent.State.NOT_PRINTED);
        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(result);
        assertThat(hub.issued()).isEqualTo(1);
    }

    @Test
    void withoutAPlanNothingIsAsked() throws IOException {
        outbox.close();
        outbox = SqliteOutbox.open(folder.resolve("new"), NOW);
        connectTo(hub.address());

        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(TakeResult.notConnected());
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void anOutcomeThatStayedUnknownIsVoidedAsSoonAsTheHubAnswersAgain() throws IOException {
        hub.failing(Integer.MAX_VALUE);
        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(TakeResult.notKnown());

        hub.obliging();
        awaitSettled();

        assertThat(hub.voided()).containsExactly(TOUCH.touch());
        assertThat(hub.issued()).isZero();
        assertThat(state()).isEqualTo(Intent.State.VOIDED);
        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(TakeResult.notKnown());
    }

    @Test
    void afterARestartAnOpenIntentIsVoidedAndNeverBecomesATicket() throws IOException {
        outbox.intend(Intent.of(TOUCH.touch(), REQUEST, NOW.minusSeconds(20)));

        reach();
        awaitSettled();

        assertThat(hub.voided()).containsExactly(TOUCH.touch());
        assertThat(hub.asked()).isEmpty();
        assertThat(state()).isEqualTo(Intent.State.VOIDED);
        assertThat(device.papers()).isEmpty();
    }

    @Test
    void anOpenIntentWhoseTicketIsServedAlreadyIsLeftToThePeople() throws IOException {
        outbox.intend(Intent.of(TOUCH.touch(), REQUEST, NOW.minusSeconds(20)));
        hub.refusing(409, "ILLEGAL_TRANSITION", "Số D001 đã được phục vụ", "D001 has been served");

        reach();
        awaitSettled();

        assertThat(state()).isEqualTo(Intent.State.TOO_LATE);
    }

    @Test
    void anOpenIntentStaysOpenUntilADayIs() throws IOException {
        outbox.intend(Intent.of(TOUCH.touch(), REQUEST, NOW.minusSeconds(20)));
        hub.refusing(409, "DAY_NOT_OPEN", "Chưa mở ngày làm việc", "The day is not open");
        reach();
        Await.until("the hub says no", () -> hub.refusals() > 0);
        assertThat(state()).isEqualTo(Intent.State.PENDING);

        hub.obliging();

        Await.until("the hub has voided it", () -> {
            reach();
            return state() == Intent.State.VOIDED;
        });
    }

    @Test
    void afterARestartATicketThatWasBeingPrintedIsPrintedAgainAndNotAskedFor() throws IOException {
        stopTheProgram();
        outbox.intend(Intent.of(TOUCH.touch(), REQUEST, NOW));
        outbox.keep(intent());

        connectTo(hub.address());
        Await.until("it is on paper", () -> state() == Intent.State.PRINTED);

        assertThat(device.papers()).hasSize(1).first().asString().contains("D001");
        assertThat(hub.asked()).isEmpty();
        assertThat(hub.voided()).isEmpty();
    }

    @Test
    void afterALongStopATicketThatWasBeingPrintedIsLeftToTheStaff() throws IOException {
        stopTheProgram();
        var old = Intent.of(TOUCH.touch(), REQUEST, NOW.minusSeconds(600));
        outbox.intend(old);
        outbox.keep(old.issued(Tickets.receipt("D001")));

        connectTo(hub.address());
        awaitSettled();

        assertThat(state()).isEqualTo(Intent.State.NOT_PRINTED);
        assertThat(device.papers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Intent.State.class,
            names = {"ISSUED", "PRINTED"})
    void aFullDiskKeepsNoKnownNumberFromTheVisitor(Intent.State tooMuch) throws IOException, SQLException {
        onTheDisk("CREATE TRIGGER disk_full BEFORE UPDATE ON intent WHEN NEW.state = '" + tooMuch
                + "' BEGIN SELECT RAISE(ABORT, 'disk is full'); END");

        var result = takeTicket.take(TOUCH).join();

        assertThat(result).isEqualTo(printed());
        assertThat(takeTicket.take(TOUCH).join()).isEqualTo(result);
        assertThat(device.papers()).hasSize(1);

        onTheDisk("DROP TRIGGER disk_full");
        Await.until("the outbox is written", () -> state() == Intent.State.PRINTED);
        assertThat(outbox.find(TOUCH.touch()).orElseThrow().receipt()).isEqualTo(Tickets.receipt("D001"));
        assertThat(hub.voided()).isEmpty();
    }

    private void onTheDisk(String sql) throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk.db"));
                var statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TakeResult printed() {
        return TakeResult.printed(intent());
    }

    private static TakeResult notOnPaper() {
        return TakeResult.notOnPaper(intent());
    }

    private static Intent intent() {
        return Intent.of(TOUCH.touch(), REQUEST, NOW).issued(Tickets.receipt("D001"));
    }

    private Intent.State state() throws IOException {
        return outbox.find(TOUCH.touch()).orElseThrow().state();
    }

    private void awaitSettled() throws IOException {
        Await.until("every intent is settled", () -> outbox.unsettled().isEmpty());
    }
}
