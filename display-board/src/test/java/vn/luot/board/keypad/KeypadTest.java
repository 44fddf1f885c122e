package vn.luot.board.keypad;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.board.keypad.KeypadFrame.Answer;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketView;

class KeypadTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T08:00:00.000+07:00");
    private static final int NEXT = 1, FINISH = 4;

    private final List<String> asked = new ArrayList<>();
    private Promise<CounterView> answer = Promise.promise();
    private int changes;
    private final Keypad keypad = new Keypad("tcp:127.0.0.1:1", 5, 3, this::act, () -> changes++);
    private long now = System.nanoTime();

    private Future<CounterView> act(int counter, String verb, Long ticket) {
        asked.add(counter + " " + verb + " " + ticket);
        answer = Promise.promise();
        return answer.future();
    }

    @Test
    void showsTheNumberAtItsCounter() {
        assertThat(keypad.ask(null, now).text()).isEqualTo("      ");
        assertThat(keypad.ask(hall(CounterState.CLOSED, null), now).text()).isEqualTo("  DONG");
        assertThat(keypad.ask(hall(CounterState.OPEN, null), now).text()).isEqualTo("  ----");
        assertThat(keypad.ask(hall(CounterState.OPEN, ticket(7, "A012")), now).text())
                .isEqualTo("  A012");
    }

    @Test
    void actsOnAPressOnceHoweverOftenItIsTold() {
        isAsked(hall(CounterState.OPEN, null), 0, 0);

        isAsked(hall(CounterState.OPEN, null), 1, NEXT);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);
        answer.complete(null);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);

        assertThat(asked).containsExactly("3 next null");
        assertThat(keypad.ask(null, now).taken()).isEqualTo(1);
    }

    @Test
    void letsThePressWaitUntilTheHubHasAnswered() {
        isAsked(hall(CounterState.OPEN, null), 0, 0);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);

        assertThat(keypad.ask(null, now).taken()).isZero();
        answer.complete(null);
        assertThat(keypad.ask(null, now).taken()).isEqualTo(1);
    }

    @Test
    void takesTheSameKeyTwiceInAMomentForOnePress() {
        isAsked(hall(CounterState.OPEN, null), 0, 0);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);
        answer.complete(null);

        now = System.nanoTime() + 300_000_000L;
        isAsked(hall(CounterState.OPEN, null), 2, NEXT);
        assertThat(asked).hasSize(1);

        now += 1_000_000_000L;
        isAsked(hall(CounterState.OPEN, null), 3, NEXT);
        assertThat(asked).hasSize(2);
    }

    @Test
    void finishesTheOneWhoseNumberItShowedWhenTheKeyWasPressed() {
        isAsked(hall(CounterState.OPEN, ticket(7, "A012")), 0, 0);

        // Meanwhile somebody else is at the counter; the keypad is told with the question that its press answers.
        isAsked(hall(CounterState.OPEN, ticket(8, "A013")), 1, FINISH);

        assertThat(asked).containsExactly("3 finish 7");
    }

    @Test
    void overlooksAPressFromBeforeItWasKnown() {
        isAsked(hall(CounterState.OPEN, null), 9, NEXT);

        assertThat(asked).isEmpty();
        assertThat(keypad.ask(null, now).taken()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "ALREADY_SERVING,  E-02",
        "STALE_STATE,      E-02",
        "COUNTER_CLOSED,   E-03",
        "DAY_NOT_OPEN,     E-03",
        "ROLE_NOT_ALLOWED, E-04",
    })
    void saysWhyTheHubRefused(String code, String shown) {
        isAsked(hall(CounterState.OPEN, null), 0, 0);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);

        answer.fail(new HubProblem(new Problem("about:blank", code, 409, code, "vi", "en", null)));

        assertThat(keypad.ask(hall(CounterState.OPEN, null), System.nanoTime())
                        .text()
                        .strip())
                .isEqualTo(shown);
        assertThat(keypad.ask(hall(CounterState.OPEN, null), System.nanoTime() + 4_000_000_000L)
                        .text())
                .isEqualTo("  ----");
    }

    @Test
    void saysThatNobodyWaitsAndThatTheHubIsAway() {
        isAsked(hall(CounterState.OPEN, null), 0, 0);
        isAsked(hall(CounterState.OPEN, null), 1, NEXT);
        answer.complete(null);
        assertThat(keypad.ask(hall(CounterState.OPEN, null), System.nanoTime()).text())
                .isEqualTo("  E-01");

        now = System.nanoTime() + 1_000_000_000L;
        isAsked(hall(CounterState.OPEN, null), 2, NEXT);
        answer.fail(new HubAway("away", null));
        assertThat(keypad.ask(hall(CounterState.OPEN, null), System.nanoTime()).text())
                .isEqualTo("  E-05");
    }

    @Test
    void isGoneAfterTwoQuestionsWithoutAnAnswerAndSaysSoAtOnce() {
        isAsked(null, 0, 0);
        assertThat(keypad.part().condition()).isEqualTo(HardwareCondition.OK);

        for (var missed = 0; missed < 3; missed++) keypad.isSilent(now + Keypad.LATELY_NANOS);
        assertThat(keypad.part().condition()).isEqualTo(HardwareCondition.GONE);
        assertThat(changes).isEqualTo(2);

        isAsked(null, 0, 0);
        assertThat(keypad.part().condition()).isEqualTo(HardwareCondition.OK);
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void isNotGoneForHavingBeenHeardALittleLate() {
        isAsked(null, 0, 0);

        for (var missed = 0; missed < 20; missed++) keypad.isSilent(now + 1_500_000_000L);

        assertThat(keypad.part().condition()).isEqualTo(HardwareCondition.OK);
    }

    /** One question, and the keypad's answer to it. */
    private void isAsked(HallView hall, int press, int key) {
        keypad.ask(hall, now);
        keypad.answered(new Answer(5, press, key), now);
    }

    private static HallView hall(CounterState state, TicketView ticket) {
        var counter = new CounterView(3, state, "Lan", ticket, null);
        return new HallView(1, AT, AT.toLocalDate(), List.of(), List.of(counter), List.of());
    }

    private static TicketView ticket(long id, String number) {
        return new TicketView(
                id,
                number,
                "dat-dai.nop",
                TicketState.CALLED,
                3,
                null,
                "vi",
                1,
                AT,
                AT,
                null,
                null,
                1,
                null,
                null,
                null);
    }
}
