package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.WaitRange;

/** The kiosk goes on without the hub; in virtual time, with a real outbox. */
class OfflineTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T01:15:00Z");
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final OfflineBudget BUDGET = new OfflineBudget(8, Duration.ofHours(2));

    @TempDir
    private Path folder;

    private final VirtualLoop loop = new VirtualLoop(MORNING);
    private final HubInMemory hub = new HubInMemory(loop::now);
    private final PaperStandIn paper = new PaperStandIn();
    private Outbox outbox;
    private SqliteOutbox disk;
    private KioskTickets kiosk;
    private Standing standing = Standing.UNKNOWN;
    private int keys;
    private int touches;

    @BeforeEach
    void start() throws IOException {
        boot(OutboxWithKills.Point.NEVER);
        reach();
    }

    @AfterEach
    void stop() throws IOException {
        disk.close();
    }

    private void boot(OutboxWithKills.Point point) throws IOException {
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

    private void reach() {
        kiosk.heard(loop.now());
        kiosk.reached(Tickets.plan(), HubInMemory.DAY);
        loop.pass(MOMENT);
    }

    private void goAway() {
        hub.away(true);
        kiosk.lost();
        loop.pass(MOMENT);
    }

    private void comeBack() {
        hub.away(false);
        reach();
    }

    private void restart(OutboxWithKills.Point point) throws IOException {
        loop.kill();
        disk.close();
        boot(point);
    }

    private Touch touch() {
        return new Touch(Tickets.SERVICE, "vi", "touch-%014d".formatted(touches++));
    }

    private TakeResult take() {
        var result = kiosk.take(touch());
        loop.pass(MOMENT);
        return result.getNow(null);
    }

    @Test
    void keepsNumbersReadyForEachServiceWhileTheHubIsThere() {
        assertThat(hub.leases().values())
                .extracting(NumberBlock::service, block -> block.last() - block.first() + 1)
                .contains(tuple(Tickets.SERVICE, 8));
        assertThat(standing.ready()).containsExactlyInAnyOrder("chung-thuc-nop", "dat-dai-nop", "dat-dai-nhan");
    }

    @Test
    void thePaperTellsTheWaitThatTheHubToldAndNoneWithoutTheHub() {
        hub.tellsWaits(new WaitRange(10, 25));
        take();
        assertThat(paper.words()).contains("Trước ông/bà: 5, chờ 10-25 phút");

        goAway();
        take();

        assertThat(paper.words()).noneMatch(line -> line.contains("chờ"));
    }

    @Test
    void printsANumberOfItsOwnWhileTheHubIsAwayAndSaysSoOnThePaper() {
        goAway();

        var result = take();

        assertThat(result.outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
        assertThat(result.offline()).isTrue();
        assertThat(result.ticket().number()).isEqualTo("D992");
        assertThat(result.ticket().statusUrl()).matches("http://hub/t/[A-Za-z0-9_-]{22}");
        assertThat(paper.numbers()).containsExactly("D992");
        assertThat(paper.words()).contains("Phiếu cấp khi mất kết nối");
    }

    @Test
    void theFirstPressAfterTheHubDiedIsOnPaperWithinFourSeconds() {
        hub.away(true);
        var result = kiosk.take(touch());

        loop.pass(Duration.ofSeconds(1));
        assertThat(paper.numbers()).isEmpty();
        loop.pass(Duration.ofSeconds(3));

        assertThat(result.join().offline()).isTrue();
        assertThat(paper.numbers()).containsExactly("D992");
    }

    @Test
    void anAnswerThatComesTooLateIsNotPrintedAndItsNumberIsSuperseded() {
        hub.holding(true);
        var touch = touch();
        var result = kiosk.take(touch);
        loop.pass(Duration.ofSeconds(3));
        assertThat(result.join().ticket().number()).isEqualTo("D992");

        hub.holding(false);
        hub.answerAll();
        loop.pass(MOMENT);

        assertThat(hub.issued()).containsOnlyKeys(touch.touch());
        assertThat(paper.numbers()).containsExactly("D992");
        assertThat(hub.takenIn().get(touch.touch()).number()).isEqualTo("D992");
    }

    @Test
    void tellsTheHubInOrderWithKeyAndTimeOfPressWhenItIsBack() {
        goAway();
        var pressed = IntStream.range(0, 5)
                .mapToObj(i -> {
                    loop.pass(Duration.ofMinutes(10));
                    var at = loop.now();
                    take();
                    return at;
                })
                .toList();

        comeBack();

        assertThat(hub.takenIn().values())
                .extracting(OfflineTicket::number)
                .containsExactly("D992", "D993", "D994", "D995", "D996");
        assertThat(hub.takenIn().values())
                .extracting(ticket -> ticket.pressedAt().toInstant())
                .containsExactlyElementsOf(pressed);
        assertThat(hub.takenIn().keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, 5).mapToObj("touch-%014d"::formatted).toList());
        assertThat(hub.voided()).isEmpty();
        assertThat(take().offline()).isFalse();
    }

    @Test
    void asksForMoreNumbersWhenHalfOfThemAreGone() {
        goAway();
        for (var i = 0; i < 5; i++) take();
        var before = hub.leases().size();

        comeBack();

        assertThat(hub.leases()).hasSize(before + 1);
        goAway();
        for (var i = 0; i < 8; i++) assertThat(take().offline()).isTrue();
        take();
        assertThat(paper.numbers()).hasSize(13);
        assertThat(new HashSet<>(paper.numbers())).hasSameSizeAs(paper.numbers());
    }

    @Test
    void sendsToTheStaffWhenItsNumbersAreUsedUp() {
        goAway();
        for (var i = 0; i < 8; i++) take();

        var result = kiosk.take(touch());
        loop.pass(Duration.ofSeconds(14));

        assertThat(result.join()).isEqualTo(TakeResult.notKnown());
        assertThat(paper.numbers()).hasSize(8);
        assertThat(standing.ready()).doesNotContain(Tickets.SERVICE);
        comeBack();
        assertThat(hub.voided()).containsExactly("touch-00000000000008");
    }

    @Test
    void sendsToTheStaffWhenTheHubIsAwayForTooLong() {
        goAway();
        loop.pass(BUDGET.time().minusSeconds(1));
        assertThat(take().offline()).isTrue();

        loop.pass(Duration.ofSeconds(2));
        kiosk.lookAgain();
        loop.pass(MOMENT);

        assertThat(standing.ready()).isEmpty();
        var result = kiosk.take(touch());
        loop.pass(Duration.ofSeconds(14));
        assertThat(result.join()).isEqualTo(TakeResult.notKnown());
    }

    @Test
    void givesNoNumberOutsideTheHoursOfThePlan() throws IOException {
        loop.set(Instant.parse("2026-11-23T09:59:00Z"));
        reach();
        goAway();
        assertThat(take().offline()).isTrue();

        loop.pass(Duration.ofMinutes(2));

        kiosk.lookAgain();
        loop.pass(MOMENT);
        assertThat(standing.ready()).isEmpty();
    }

    @Test
    void goesOnAfterARestartWithoutTheHub() throws IOException {
        goAway();
        take();

        restart(OutboxWithKills.Point.NEVER);

        assertThat(standing.plan()).isEqualTo(Tickets.plan());
        assertThat(take().ticket().number()).isEqualTo("D993");
        comeBack();
        assertThat(hub.takenIn()).hasSize(2);
    }

    @Test
    void aReprintThatTheHubDidNotHearOfIsToldAgainAlsoAfterARestart() throws IOException {
        paper.silent(true);
        kiosk.take(touch());
        loop.pass(MOMENT);
        paper.silent(false);
        hub.away(true);

        restart(OutboxWithKills.Point.NEVER);
        assertThat(paper.words()).contains("IN LẠI");
        loop.pass(Duration.ofSeconds(10));
        restart(OutboxWithKills.Point.NEVER);
        assertThat(hub.reprints()).isEmpty();
        comeBack();
        loop.pass(Duration.ofSeconds(10));

        assertThat(hub.reprints())
                .containsExactly(new Reprint(Tickets.receipt("D001").token()));
        restart(OutboxWithKills.Point.NEVER);
        reach();
        assertThat(hub.reprints()).hasSize(1);
    }

    @Test
    void aReprintIsToldAfterTheTicketThatItIsOf() throws IOException {
        goAway();
        paper.silent(true);
        kiosk.take(touch());
        loop.pass(MOMENT);
        paper.silent(false);
        restart(OutboxWithKills.Point.NEVER);
        hub.refusing("DAY_NOT_OPEN");
        comeBack();
        assertThat(hub.reprints()).isEmpty();

        hub.refusing(null);
        loop.pass(Duration.ofSeconds(10));

        var ticket = hub.takenIn().values().iterator().next();
        assertThat(hub.reprints()).containsExactly(new Reprint(ticket.token()));
    }

    @Test
    void aClockThatIsSetWhileTheHubIsAwayChangesNeitherOrderNorBudget() {
        goAway();
        var first = take();
        loop.set(Instant.parse("1970-01-01T00:00:00Z"));
        loop.pass(Duration.ofMinutes(1));

        var second = take();

        assertThat(second.offline()).isTrue();
        assertThat(Duration.between(first.ticket().issuedAt(), second.ticket().issuedAt()))
                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-24T01:15:00Z", "2026-11-23T00:00:00Z"})
    void afterARestartWithAClockThatIsWrongItGivesNoNumbers(String clock) throws IOException {
        goAway();
        loop.set(Instant.parse(clock));

        restart(OutboxWithKills.Point.NEVER);

        assertThat(standing.ready()).isEmpty();
    }

    @Test
    void theNextDayItUsesOnlyNewNumbers() throws IOException {
        goAway();
        take();
        loop.set(MORNING.plus(Duration.ofDays(1)));
        hub.nextDay();
        hub.away(false);

        restart(OutboxWithKills.Point.NEVER);
        kiosk.heard(loop.now());
        kiosk.reached(Tickets.plan(), HubInMemory.DAY.plusDays(1));
        loop.pass(MOMENT);

        assertThat(disk.blocks())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.numbers().day()).isEqualTo(HubInMemory.DAY.plusDays(1)));
    }

    @Test
    void numbersThatTheHubForgotAreNotGiven() {
        hub.forgetLeases();
        var leases = keys;

        reach();

        assertThat(keys).isEqualTo(leases + 3);
    }

    @Test
    void aLostAnswerCostsNoNumbers() throws IOException {
        hub.nextDay();
        hub.losesAnswers(0);
        kiosk.dayIs(HubInMemory.DAY.plusDays(1));
        hub.losesAnswers(2);

        loop.pass(Duration.ofSeconds(20));

        assertThat(hub.leases()).hasSize(3);
    }

    @Test
    void whatIsAtACounterWhileItIsToBeVoidedIsVoidedOnceItIsNot() throws IOException {
        var touch = touch();
        outbox.intend(Intent.of(touch.touch(), touch.wish(), loop.now()));
        hub.voidsNothing(TicketState.SERVING);
        reach();
        loop.pass(Duration.ofMinutes(5));
        assertThat(outbox.find(touch.touch())).map(Intent::state).contains(Intent.State.PENDING);

        hub.voidsNothing(null);
        loop.pass(Duration.ofSeconds(5));

        assertThat(hub.voided()).containsExactly(touch.touch());
        assertThat(outbox.find(touch.touch())).map(Intent::state).contains(Intent.State.VOIDED);
    }

    @Test
    void whatTheHubMayHaveGivenBeforeItBarredTheKioskIsVoidedOnceItIsLetIn() {
        hub.losesAnswers(1);
        var touch = touch();
        kiosk.take(touch);
        loop.pass(MOMENT);
        assertThat(hub.issued()).containsKey(touch.touch());
        hub.barring("KIOSK_TWICE");
        loop.pass(Duration.ofSeconds(15));
        assertThat(hub.voided()).isEmpty();

        hub.barring(null);
        reach();

        assertThat(hub.voided()).containsExactly(touch.touch());
    }

    @Test
    void givesItsNumbersWithinTheBudgetWhileTheHubIsOfAnotherVersion() {
        hub.away(true);
        kiosk.outdated();
        loop.pass(MOMENT);
        assertThat(standing.outdated()).isTrue();
        assertThat(standing.barred()).isNull();

        for (var i = 0; i < BUDGET.numbers(); i++) assertThat(take().offline()).isTrue();
        var tooMany = kiosk.take(touch());
        loop.pass(Duration.ofSeconds(15));
        assertThat(tooMany.join().ticket()).isNull();

        hub.away(false);
        reach();
        assertThat(standing.outdated()).isFalse();
        assertThat(take().offline()).isFalse();
    }

    @Test
    void aNoAfterSilenceIsNotAllThatTheHubMayHaveSaid() {
        hub.losesAnswers(1);
        var touch = touch();
        var result = kiosk.take(touch);
        loop.pass(MOMENT);
        hub.barring("SERVICE_CLOSED");
        loop.pass(Duration.ofSeconds(1));
        assertThat(result.join().outcome()).isEqualTo(TakeResult.Outcome.NOT_ISSUED);

        hub.barring(null);
        reach();

        assertThat(hub.voided()).containsExactly(touch.touch());
    }

    @Test
    void aTicketThatTheHubDoesNotWantIsShownToTheStaff() throws IOException {
        goAway();
        take();
        hub.refusing("NOT_ITS_NUMBER");

        comeBack();

        assertThat(standing.unwanted()).containsExactly("D992");
        assertThat(outbox.toUpload()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY_OVER", "NOT_ITS_NUMBER", "NUMBER_TAKEN"})
    void whatTheHubGaveBesidesANumberThatItDoesNotTakeInIsTakenBack(String why) throws IOException {
        hub.holding(true);
        hub.refusing(why);
        var touch = touch();
        var result = kiosk.take(touch);
        loop.pass(Duration.ofSeconds(3));
        assertThat(result.join().offline()).isTrue();
        assertThat(hub.issued()).containsKey(touch.touch());

        assertThat(hub.voided()).containsExactly(touch.touch());
        assertThat(outbox.toUpload()).as("until the hub has answered").hasSize(1);
        hub.answerAll();
        loop.pass(MOMENT);

        assertThat(standing.unwanted()).containsExactly("D992");
        assertThat(outbox.toUpload()).isEmpty();
    }

    @Test
    void asksForNoMoreNumbersOfADayThatItHasYetToHearOf() {
        goAway();
        hub.nextDay();

        comeBack();
        assertThat(hub.leases()).hasSize(1);

        kiosk.dayIs(HubInMemory.DAY.plusDays(1));
        loop.pass(MOMENT);
        assertThat(hub.leases().values())
                .extracting(NumberBlock::service)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aTicketOfADayThatARestoreForgotWaitsForItAndHoldsUpNoOther() {
        var tomorrow = HubInMemory.DAY.plusDays(1);
        loop.set(MORNING.plus(Duration.ofDays(1)));
        hub.nextDay();
        kiosk.heard(loop.now());
        kiosk.dayIs(tomorrow);
        loop.pass(MOMENT);
        goAway();
        take();

        comeBack();
        assertThat(hub.takenIn()).isEmpty();

        kiosk.dayIs(tomorrow);
        loop.pass(MOMENT);
        assertThat(hub.takenIn()).hasSize(1);
    }

    @Test
    void aTicketThatTheHubCannotTakeNowIsOfferedAgain() throws IOException {
        goAway();
        take();
        hub.refusing("DAY_NOT_OPEN");
        comeBack();
        assertThat(hub.takenIn()).isEmpty();

        hub.refusing(null);
        loop.pass(Duration.ofSeconds(3));

        assertThat(hub.takenIn()).hasSize(1);
        assertThat(standing.unwanted()).isEmpty();
    }

    @Test
    void aKioskThatTheHubDoesNotTalkToGivesNoNumbers() {
        var why = new Text("Mã thiết bị đang được máy khác dùng.", "Another machine uses this device token.");
        kiosk.barred(why);

        var result = take();

        assertThat(result).isEqualTo(TakeResult.notIssued(why));
        assertThat(paper.numbers()).isEmpty();
        assertThat(standing.ready()).isEmpty();
        reach();
        assertThat(take().outcome()).isEqualTo(TakeResult.Outcome.ISSUED);
    }

    @Test
    void aTouchThatNeverEndsOnPaperEndsOnTheScreen() {
        paper.silent(true);
        var result = kiosk.take(touch());

        loop.pass(Duration.ofSeconds(15));

        assertThat(result.join().outcome()).isEqualTo(TakeResult.Outcome.ASK_STAFF);
        assertThat(result.join().ticket().number()).isEqualTo("D001");
    }

    @Test
    void aCopiedFolderHoldsNoNumbers() throws IOException {
        goAway();
        take();
        disk.close();
        var copy = Files.createDirectory(folder.resolve("copy"));
        for (var file : List.of("kiosk.db")) Files.copy(folder.resolve(file), copy.resolve(file));

        try (var copied = SqliteOutbox.open(copy, MORNING)) {
            assertThat(copied.blocks()).isEmpty();
            assertThat(copied.toUpload()).hasSize(1);
        }
        disk = SqliteOutbox.open(folder, MORNING);
        assertThat(disk.blocks()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(OutboxWithKills.Point.class)
    void aKillAtAnyPointGivesNoNumberTwiceAndLeavesNoneUnknownToTheHub(OutboxWithKills.Point point) throws IOException {
        goAway();
        take();
        restart(point);
        var cut = cutShort();
        restart(OutboxWithKills.Point.NEVER);
        take();
        take();

        comeBack();
        loop.pass(Duration.ofSeconds(30));

        var told = hub.takenIn().values().stream().map(OfflineTicket::number).toList();
        assertThat(new HashSet<>(told)).hasSameSizeAs(told);
        assertThat(told).containsAll(new HashSet<>(paper.numbers()));
        var twice = paper.numbers().stream()
                .filter(number ->
                        paper.numbers().indexOf(number) != paper.numbers().lastIndexOf(number));
        assertThat(twice.distinct().count())
                .as("only what was being printed is printed again")
                .isLessThanOrEqualTo(1);
        assertThat(hub.takenIn().containsKey(cut) && hub.voided().contains(cut)).isFalse();
        assertThat(disk.unsettled()).isEmpty();
        assertThat(disk.toUpload()).isEmpty();
    }

    /** The key of a touch that the kill cuts short, if it comes so far. */
    private String cutShort() {
        var touch = touch();
        CompletableFuture<TakeResult> result = kiosk.take(touch);
        try {
            loop.pass(MOMENT);
        } catch (OutboxWithKills.Killed killed) {
            assertThat(result).isNotDone();
        }
        return touch.touch();
    }
}
