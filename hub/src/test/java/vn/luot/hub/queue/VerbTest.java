package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.TABLET;
import static vn.luot.hub.queue.Halls.issue;
import static vn.luot.hub.queue.Halls.order;
import static vn.luot.hub.queue.Halls.take;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Ticket.State;

/** Every verb in every state, and what each verb leaves. A002 (id 5) is the one they are tried on, at counter 1. */
class VerbTest {
    private static final long A002 = 5;

    private static final String TABLE = """
            verb           WAITING   CALLED    SERVING   HELD      SERVED    NO_SHOW   CANCELLED VOIDED    UNSERVED
            CALL           CALLED    -         -         -         -         -         -         -         -
            CALL_CHOSEN    CALLED    -         -         CALLED    -         -         -         -         -
            RECALL         -         CALLED    -         -         -         -         -         -         -
            START          -         SERVING   -         -         -         -         -         -         -
            FINISH         -         SERVED    SERVED    -         -         -         -         -         -
            MISS           -         NO_SHOW   -         -         -         -         -         -         -
            HOLD           -         HELD      HELD      -         -         -         -         -         -
            RESUME         -         -         -         SERVING   -         -         -         -         -
            RETURN         -         WAITING   WAITING   WAITING   -         WAITING   -         -         -
            PUSH_BACK      WAITING   -         -         -         -         -         -         -         -
            TRANSFER       WAITING   WAITING   WAITING   WAITING   -         -         -         -         -
            ADD_FURTHER    WAITING   CALLED    SERVING   HELD      -         -         -         -         -
            CANCEL         CANCELLED CANCELLED -         CANCELLED -         -         -         -         -
            VOID           VOIDED    VOIDED    -         VOIDED    -         VOIDED    -         VOIDED    -
            REPRINT        WAITING   CALLED    SERVING   HELD      -         NO_SHOW   -         -         -
            ASK_PRIORITY   WAITING   -         -         -         -         -         -         -         -
            DECIDE_PRIORITY WAITING  -         -         -         -         -         -         -         -
            LEAVE_UNSERVED UNSERVED  UNSERVED  UNSERVED  UNSERVED  SERVED    NO_SHOW   CANCELLED VOIDED    UNSERVED
            RATE           -         -         -         -         SERVED    -         -         -         -
            """;

    static Stream<Arguments> everyVerbInEveryState() {
        var lines = TABLE.lines().map(line -> line.split(" +")).toList();
        assertThat(lines).hasSize(Verb.values().length + 1);
        return lines.stream()
                .skip(1)
                .flatMap(line -> Arrays.stream(State.values())
                        .map(state -> Arguments.of(
                                Verb.valueOf(line[0]),
                                state,
                                line[List.of(lines.get(0)).indexOf(state.name())])));
    }

    @ParameterizedTest(name = "{0} when {1}: {2}")
    @MethodSource
    void everyVerbInEveryState(Verb verb, State state, String left) {
        var hall = hallWithA002(state);
        var before = hall.ticket(A002).orElseThrow();
        assertThat(before.state()).isEqualTo(state);

        var decision = tried(verb, hall);

        if (decision instanceof Refused refused) {
            assertThat(left).as("%s", refused).isEqualTo("-");
            assertThat(refused.state()).isIn(state, null);
            return;
        }
        if (!(decision instanceof Decision.Already)) take(hall, decision);
        var after = hall.ticket(A002).orElseThrow();
        assertThat(after.state().name()).isEqualTo(left);
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(hall.counter(1).orElseThrow().ticket())
                .as("at the counter")
                .isEqualTo(after.state().atCounter() ? A002 : 0);
    }

    /** A hall where A002 is in {@code state}, and where nobody else waits for counter 1. */
    private static Hall hallWithA002(State state) {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.cancel(4, null, LAN, MORNING));
        if (state == State.WAITING) return hall;
        if (state == State.CANCELLED) return after(hall, hall.cancel(A002, null, LAN, MORNING));
        if (state == State.VOIDED) return after(hall, hall.voidKey("key-of-the-second", KIOSK, MORNING));
        if (state == State.UNSERVED) {
            take(hall, hall.closeDay(LAN, MORNING));
            return after(hall, hall.openDay(LAN, MORNING));
        }
        take(hall, hall.callNext(1, LAN, MORNING));
        return switch (state) {
            case CALLED -> hall;
            case SERVING -> after(hall, hall.start(1, 0, LAN, MORNING));
            case HELD -> after(hall, hall.hold(1, 0, null, LAN, MORNING));
            case SERVED -> after(hall, hall.finish(1, 0, LAN, MORNING));
            case NO_SHOW -> after(hall, hall.noShow(1, 0, LAN, MORNING));
            case WAITING, CANCELLED, VOIDED, UNSERVED -> throw new AssertionError(state);
        };
    }

    private static Hall after(Hall hall, Decision decision) {
        take(hall, decision);
        return hall;
    }

    private static Decision tried(Verb verb, Hall hall) {
        return switch (verb) {
            case CALL -> hall.callNext(1, LAN, MORNING);
            case CALL_CHOSEN -> hall.callChosen(1, A002, "ngồi xe lăn", LAN, MORNING);
            case RECALL -> hall.recall(1, A002, LAN, MORNING);
            case START -> hall.start(1, A002, LAN, MORNING);
            case FINISH -> hall.finish(1, A002, LAN, MORNING);
            case MISS -> hall.noShow(1, A002, LAN, MORNING);
            case HOLD -> hall.hold(1, A002, null, LAN, MORNING);
            case RESUME -> hall.resume(1, A002, LAN, MORNING);
            case RETURN -> hall.giveBack(A002, null, LAN, MORNING);
            case PUSH_BACK -> hall.pushBack(A002, Actor.HOLDER, MORNING.plusSeconds(60));
            case TRANSFER -> hall.transferToService(A002, "justice", null, LAN, MORNING);
            case ADD_FURTHER -> hall.addFurther(A002, "justice", LAN, MORNING);
            case CANCEL -> hall.cancel(A002, null, LAN, MORNING);
            case VOID -> hall.voidKey("key-of-the-second", KIOSK, MORNING);
            case REPRINT -> hall.reprint(A002, KIOSK, MORNING);
            case ASK_PRIORITY -> hall.askPriority(A002, KIOSK, MORNING);
            case DECIDE_PRIORITY -> hall.decidePriority(A002, "elderly", LAN, MORNING);
            case LEAVE_UNSERVED -> unserved(hall);
            case RATE ->
                hall.rate(
                        "token-key-of-the-second", new Rating("vote-1", 5, List.of(), null, MORNING), TABLET, MORNING);
        };
    }

    /** The leftovers of a day that nobody closed, without the next day that would forget them. */
    private static Decision unserved(Hall hall) {
        var steps = Halls.steps(hall.openDay(LAN, MORNING.plus(Duration.ofDays(1))));
        return new Decision.Steps(steps.subList(0, steps.size() - 1));
    }

    @Test
    void whatIsRefusedSaysThePresentState() {
        var hall = hallWithA002(State.HELD);

        assertThat(hall.finish(1, A002, LAN, MORNING)).isEqualTo(new Refused(Rule.STALE_STATE, null, State.HELD));
        assertThat(hall.cancel(A002, null, LAN, MORNING)).isInstanceOf(Step.class);
        take(hall, hall.cancel(A002, null, LAN, MORNING));
        assertThat(hall.resume(1, A002, LAN, MORNING)).isEqualTo(new Refused(Rule.STALE_STATE, null, State.CANCELLED));
        assertThat(hall.cancel(A002, null, LAN, MORNING))
                .isEqualTo(new Refused(Rule.ILLEGAL_TRANSITION, null, State.CANCELLED));
    }

    @Test
    void aClosedDayOnlyTakesVotes() {
        var hall = hallWithA002(State.SERVED);
        take(hall, hall.closeDay(LAN, MORNING));

        assertThat(tried(Verb.RATE, hall)).isInstanceOf(Step.class);
        assertThat(Stream.of(Verb.values()).filter(verb -> verb != Verb.RATE && verb != Verb.LEAVE_UNSERVED))
                .allSatisfy(verb -> assertThat(tried(verb, hall)).isEqualTo(Refused.because(Rule.DAY_NOT_OPEN)));
    }

    @Test
    void somebodyAtACounterIsTouchedByItsClerkOrASupervisorOnly() {
        var hall = hallWithA002(State.CALLED);

        assertThat(hall.cancel(A002, null, Halls.MINH, MORNING))
                .isEqualTo(new Refused(Rule.NO_COUNTER, null, State.CALLED));
        assertThat(hall.transferToService(A002, "justice", null, MANAGER, MORNING))
                .isInstanceOf(Step.class);
    }

    @Test
    void aCallIsRepeatedAFewTimesOnly() {
        var hall = hallWithA002(State.CALLED);
        for (var again = 0; again < 3; again++) take(hall, hall.recall(1, 0, LAN, MORNING));

        assertThat(hall.recall(1, 0, LAN, MORNING)).isEqualTo(new Refused(Rule.RECALLED_TOO_OFTEN, null, State.CALLED));
    }

    @Test
    void whoMissedTheCallMayComeBackForAWhile() {
        var hall = hallWithA002(State.NO_SHOW);
        var late = MORNING.plus(Duration.ofMinutes(30)).plusMillis(1);

        assertThat(hall.giveBack(A002, null, LAN, late))
                .isEqualTo(new Refused(Rule.CAME_BACK_TOO_LATE, null, State.NO_SHOW));
        var back =
                take(hall, hall.giveBack(A002, null, LAN, late.minusMillis(1))).ticket();
        assertThat(back.place().since()).isEqualTo(MORNING);
        assertThat(back.progress().misses()).isEqualTo(1);
    }

    @Test
    void whoIsNotReadyLetsThoseGoFirstWhoCameSoonAfter() {
        var hall = Halls.withThreeWaiting();
        var early = take(hall, hall.issue(order("key-nine-minutes-on", "land"), KIOSK, later(9)));
        var late = take(hall, hall.issue(order("key-eleven-minutes-", "land"), KIOSK, later(11)));

        take(hall, hall.pushBack(A002, Actor.HOLDER, later(12)));

        assertThat(hall.ticket(A002).orElseThrow().place().since()).isEqualTo(later(10));
        assertThat(hall.ahead(hall.ticket(A002).orElseThrow()))
                .as("A001, B001, A003")
                .isEqualTo(3);
        assertThat(hall.ahead(early.ticket())).isEqualTo(2);
        assertThat(hall.ahead(late.ticket())).isEqualTo(4);
    }

    @Test
    void nobodyIsPushedBackBehindThoseStillToComeNorForEver() {
        var hall = Halls.withThreeWaiting();
        assertThat(hall.pushBack(A002, Actor.HOLDER, MORNING))
                .isEqualTo(new Refused(Rule.PUSHED_BACK_ENOUGH, null, State.WAITING));
        take(hall, hall.pushBack(A002, Actor.HOLDER, later(4)));
        assertThat(hall.ticket(A002).orElseThrow().place().since()).isEqualTo(later(4));
        take(hall, hall.pushBack(A002, Actor.HOLDER, later(50)));
        take(hall, hall.pushBack(A002, Actor.HOLDER, later(50)));

        assertThat(hall.pushBack(A002, Actor.HOLDER, later(50)))
                .isEqualTo(new Refused(Rule.PUSHED_BACK_ENOUGH, null, State.WAITING));
    }

    private static Instant later(int minutes) {
        return MORNING.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void aVisitGoesThroughItsServicesOnOneNumber() {
        var hall = hallWithA002(State.SERVING);
        take(hall, hall.addFurther(A002, "justice", LAN, MORNING));
        take(hall, hall.addFurther(A002, "land", LAN, MORNING));
        assertThat(hall.addFurther(A002, "land", LAN, MORNING)).isInstanceOf(Refused.class);

        var first = take(hall, hall.finish(1, 0, new Finish("received", 2), LAN, MORNING));
        assertThat(first.kind()).isEqualTo(Step.Kind.CONTINUED);
        assertThat(first.ticket().service()).isEqualTo("justice");
        assertThat(first.counter().toRate()).isZero();
        take(hall, hall.callNext(2, Halls.MINH, MORNING));
        take(hall, hall.finish(2, 0, Halls.MINH, MORNING));
        take(hall, hall.callNext(1, LAN, MORNING));
        var last = take(hall, hall.finish(1, 0, new Finish("collected", 0), LAN, MORNING));

        assertThat(last.kind()).isEqualTo(Step.Kind.FINISHED);
        assertThat(last.ticket().number()).hasToString("A002");
        assertThat(last.ticket().files()).isEqualTo(2);
        assertThat(last.ticket().progress().outcome()).isEqualTo("collected");
    }

    @Test
    void somebodyWithoutATicketIsServedUnderANumber() {
        var hall = Halls.withThreeWaiting();

        var step = take(hall, hall.walkIn(1, order("key-of-the-walk-in-", "land"), LAN, MORNING));

        assertThat(step.ticket().number()).hasToString("A003");
        assertThat(step.ticket().state()).isEqualTo(State.SERVING);
        assertThat(step.counter().ticket()).isEqualTo(step.ticket().id());
        assertThat(issue(hall, "key-of-the-next-one", "land").number()).hasToString("A004");
        assertThat(hall.walkIn(1, order("key-of-another-walk", "land"), LAN, MORNING))
                .isEqualTo(Refused.because(Rule.ALREADY_SERVING));
    }

    @Test
    void aVoidedKeyNeverGetsANumber() {
        var hall = Halls.open();
        take(hall, hall.voidKey("key-never-heard-of-", KIOSK, MORNING));

        assertThat(hall.voidKey("key-never-heard-of-", KIOSK, MORNING)).isEqualTo(new Decision.Already(null));
        assertThat(hall.issue(order("key-never-heard-of-", "land"), KIOSK, MORNING))
                .isEqualTo(Refused.because(Rule.VOIDED));
    }

    @Test
    void aPausedCounterCallsNobodyUntilItsClerkIsBack() {
        var hall = Halls.withThreeWaiting();
        assertThat(hall.pauseCounter(1, " ", LAN, MORNING)).isEqualTo(Refused.because(Rule.WHY_NEEDED));
        take(hall, hall.pauseCounter(1, "họp", LAN, MORNING));

        assertThat(hall.callNext(1, LAN, MORNING)).isEqualTo(Refused.because(Rule.COUNTER_PAUSED));
        assertThat(hall.openCounter(1, Halls.MINH, MORNING)).isEqualTo(Refused.because(Rule.COUNTER_TAKEN));
        take(hall, hall.openCounter(1, LAN, MORNING));

        assertThat(take(hall, hall.callNext(1, LAN, MORNING)).ticket().number()).hasToString("A001");
    }

    @Test
    void whoeverIsLeftAtTheEndOfTheDayIsCountedUnserved() {
        var hall = hallWithA002(State.HELD);

        var steps = Halls.steps(hall.closeDay(LAN, MORNING));
        steps.forEach(hall::apply);

        assertThat(steps)
                .extracting(Step::kind)
                .containsExactly(Step.Kind.UNSERVED, Step.Kind.UNSERVED, Step.Kind.DAY_CLOSED);
        assertThat(hall.tickets()).noneMatch(ticket -> ticket.state().live());
        assertThat(hall.waiting("justice")).isZero();
    }
}
