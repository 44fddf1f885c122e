package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.WaitRange;

/** The kiosk goes on without the hub. */
class OfflineTest extends WithoutTheHub {
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
        assertThat(paper.words()).contains("Chờ sau 5 người, 10-25 phút");

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
}
