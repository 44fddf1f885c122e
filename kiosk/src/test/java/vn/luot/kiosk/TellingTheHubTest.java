package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.TicketState;

/** What happened without the hub, or in doubt of it, is told once it is back. */
class TellingTheHubTest extends WithoutTheHub {
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
}
