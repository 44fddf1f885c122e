package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MINH;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.TABLET;
import static vn.luot.hub.queue.Halls.issue;
import static vn.luot.hub.queue.Halls.order;
import static vn.luot.hub.queue.Halls.take;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.queue.Refused.Rule;

class HallTest {
    @Test
    void numbersGoUpWithinEachService() {
        var hall = Halls.withThreeWaiting();

        assertThat(hall.tickets())
                .extracting(t -> t.number().toString())
                .containsExactlyInAnyOrder("A001", "A002", "B001");
        assertThat(hall.ticket(4).orElseThrow().ahead()).isZero();
        assertThat(hall.ticket(5).orElseThrow().ahead()).isEqualTo(1);
        assertThat(hall.waiting("land")).isEqualTo(2);
    }

    @Test
    void allWhoAreCalledAtTheSameCountersAreAhead() {
        var hall = Halls.withThreeWaiting();

        var justice = issue(hall, "key-4-4-4-4-4-4-4-4", "justice");

        // Counter 2 calls land and justice by arrival: A001, A002 and B001 come first.
        assertThat(justice.ahead()).isEqualTo(3);
        assertThat(hall.ahead(justice)).isEqualTo(3);
        take(hall, hall.callNext(1, LAN, MORNING));
        assertThat(hall.ahead(justice)).isEqualTo(2);
    }

    @Test
    void sameKeyGivesTheSameTicketEvenAfterItWasServed() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.callNext(1, LAN, MORNING));
        take(hall, hall.finish(1, 0, LAN, MORNING));

        var again = hall.issue(order("key-of-the-first-1", "land"), KIOSK, MORNING);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Decision.Already.class,
                        already ->
                                assertThat(already.ticket().number().toString()).isEqualTo("A001"));
    }

    @Test
    void sameKeyOnTheNextDayGivesNobodyANumber() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.voidKey("key-of-nobody-at-all", KIOSK, MORNING));
        var tomorrow = MORNING.plus(Duration.ofDays(1));
        take(hall, hall.openDay(LAN, tomorrow));

        assertRefused(hall.issue(order("key-of-the-first-1", "land"), KIOSK, tomorrow), Rule.DAY_OVER);
        assertRefused(hall.issue(order("key-of-nobody-at-all", "land"), KIOSK, tomorrow), Rule.DAY_OVER);
        assertThat(hall.issue(order("key-of-somebody-new", "land"), KIOSK, tomorrow))
                .isInstanceOf(Step.class);
    }

    @Test
    void sameKeyForSomethingElseIsRefused() {
        var hall = Halls.withThreeWaiting();

        assertRefused(hall.issue(order("key-of-the-first-1", "justice"), KIOSK, MORNING), Rule.KEY_REUSED);
    }

    @Test
    void aRangeNeverWraps() {
        var hall = Halls.withThreeWaiting();
        issue(hall, "key-4-4-4-4-4-4-4-4", "justice");
        issue(hall, "key-5-5-5-5-5-5-5-5", "justice");

        assertRefused(hall.issue(order("key-6-6-6-6-6-6-6-6", "justice"), KIOSK, MORNING), Rule.RANGE_USED_UP);
    }

    @Test
    void outsideItsHoursAServiceSaysWhenItOpens() {
        var noon = MORNING.plus(Duration.ofHours(4));
        var fridayEvening = Instant.parse("2026-11-27T11:00:00Z");
        var hall = Halls.open();

        var atNoon = hall.issue(order("key-at-noon-1-2-3-4", "land"), KIOSK, noon);
        var onFriday = hall.issue(order("key-on-friday-1-2-3", "land"), KIOSK, fridayEvening);

        assertThat(atNoon).isEqualTo(new Refused(Rule.SERVICE_CLOSED, LocalDateTime.of(2026, 11, 23, 13, 30)));
        assertThat(onFriday).isEqualTo(new Refused(Rule.SERVICE_CLOSED, LocalDateTime.of(2026, 11, 30, 7, 30)));
    }

    @Test
    void unknownServicesAndClassesAreRefused() {
        var hall = Halls.open();
        var vip = new TicketOrder("key-of-a-vip-person", 1, "t", "land", "vip", "vi", 1);

        assertRefused(hall.issue(order("key-unknown-service", "tax"), KIOSK, MORNING), Rule.SERVICE_UNKNOWN);
        assertRefused(hall.issue(vip, KIOSK, MORNING), Rule.PRIORITY_CLASS_UNKNOWN);
    }

    @Test
    void noTicketBeforeTheDayIsOpenNorAfterItIsClosed() {
        var hall = Halls.closed();
        assertRefused(hall.issue(order("key-before-the-day-", "land"), KIOSK, MORNING), Rule.DAY_NOT_OPEN);

        take(hall, hall.openDay(LAN, MORNING));
        take(hall, hall.closeDay(LAN, MORNING));

        assertRefused(hall.issue(order("key-after-the-day-1", "land"), KIOSK, MORNING), Rule.DAY_NOT_OPEN);
    }

    @Test
    void callsTheOneWhoCameFirstAmongTheCountersServices() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.openCounter(3, MANAGER, MORNING));

        assertThat(call(hall, 2, MINH)).isEqualTo("A001");
        assertThat(call(hall, 3, MANAGER)).isEqualTo("B001");
        assertThat(call(hall, 1, LAN)).isEqualTo("A002");
    }

    @Test
    void twoClerksNeverCallTheSameTicket() {
        var hall = Halls.withThreeWaiting();

        var first = take(hall, hall.callNext(1, LAN, MORNING));
        var second = take(hall, hall.callNext(2, MINH, MORNING));

        assertThat(first.ticket().id()).isNotEqualTo(second.ticket().id());
    }

    @Test
    void aDoubleClickOnNextCallsOnce() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.callNext(1, LAN, MORNING));

        assertRefused(hall.callNext(1, LAN, MORNING), Rule.ALREADY_SERVING);
    }

    @Test
    void nobodyWaitingIsSaid() {
        var hall = Halls.open();
        take(hall, hall.openCounter(1, LAN, MORNING));

        assertRefused(hall.callNext(1, LAN, MORNING), Rule.QUEUE_EMPTY);
    }

    @Test
    void onlyTheClerkWhoSitsThereServes() {
        var hall = Halls.withThreeWaiting();

        assertRefused(hall.callNext(1, MINH, MORNING), Rule.NO_COUNTER);
        assertRefused(hall.callNext(3, MINH, MORNING), Rule.COUNTER_CLOSED);
        assertRefused(hall.callNext(9, MINH, MORNING), Rule.COUNTER_UNKNOWN);
        assertRefused(hall.openCounter(1, MINH, MORNING), Rule.COUNTER_TAKEN);
        assertRefused(hall.closeCounter(1, MINH, MORNING), Rule.NO_COUNTER);
    }

    @Test
    void aManagerClosesACounterForAClerkWhoLeft() {
        var hall = Halls.withThreeWaiting();

        take(hall, hall.closeCounter(1, MANAGER, MORNING));

        assertThat(hall.counter(1)).contains(Counter.closed(1));
    }

    @Test
    void aCounterDoesNotCloseWhileSomebodyIsThere() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.callNext(1, LAN, MORNING));

        assertRefused(hall.closeCounter(1, LAN, MORNING), Rule.ALREADY_SERVING);
        assertRefused(hall.closeDay(LAN, MORNING), Rule.SOMEBODY_AT_A_COUNTER);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, recall, ILLEGAL_TRANSITION",
        "nothing, start, ILLEGAL_TRANSITION",
        "nothing, finish, ILLEGAL_TRANSITION",
        "nothing, noShow, ILLEGAL_TRANSITION",
        "called, recall, CALLED",
        "called, start, SERVING",
        "called, finish, SERVED",
        "called, noShow, NO_SHOW",
        "serving, recall, ILLEGAL_TRANSITION",
        "serving, start, ILLEGAL_TRANSITION",
        "serving, finish, SERVED",
        "serving, noShow, ILLEGAL_TRANSITION",
        "served, recall, ILLEGAL_TRANSITION",
        "served, start, ILLEGAL_TRANSITION",
        "served, finish, ILLEGAL_TRANSITION",
        "served, noShow, ILLEGAL_TRANSITION"
    })
    void eachVerbIsLegalInItsStatesOnly(String at, String verb, String result) {
        var hall = Halls.withThreeWaiting();
        if (!at.equals("nothing")) take(hall, hall.callNext(1, LAN, MORNING));
        if (at.equals("serving")) take(hall, hall.start(1, 0, LAN, MORNING));
        if (at.equals("served")) take(hall, hall.finish(1, 0, LAN, MORNING));

        var decision = switch (verb) {
            case "recall" -> hall.recall(1, 0, LAN, MORNING);
            case "start" -> hall.start(1, 0, LAN, MORNING);
            case "finish" -> hall.finish(1, 0, LAN, MORNING);
            case "noShow" -> hall.noShow(1, 0, LAN, MORNING);
            default -> throw new AssertionError(verb);
        };

        var seen = decision instanceof Step step
                ? step.ticket().state().name()
                : ((Refused) decision).rule().name();
        assertThat(seen).isEqualTo(result);
    }

    @Test
    void aStaleTabChangesNothing() {
        var hall = Halls.withThreeWaiting();
        var old = take(hall, hall.callNext(1, LAN, MORNING)).ticket();
        take(hall, hall.finish(1, old.id(), LAN, MORNING));
        take(hall, hall.callNext(1, LAN, MORNING));

        assertRefused(hall.noShow(1, old.id(), LAN, MORNING), Rule.STALE_STATE);
    }

    @Test
    void lastCallsAreNewestFirstAndEachOnce() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.callNext(1, LAN, MORNING));
        take(hall, hall.callNext(2, MINH, MORNING));
        take(hall, hall.recall(1, 0, LAN, MORNING));

        assertThat(hall.lastCalls())
                .extracting(t -> t.number() + "×" + t.calls())
                .containsExactly("A001×2", "A002×1");
    }

    @Test
    void whatBecomesOfACalledTicketIsNoOtherCall() {
        var hall = Halls.withThreeWaiting();
        var called = take(hall, hall.callNext(1, LAN, MORNING)).ticket();
        take(hall, hall.hold(1, called.id(), "thiếu giấy", LAN, MORNING));
        take(hall, hall.resume(2, called.id(), MINH, MORNING));
        take(hall, hall.giveBack(called.id(), null, MINH, MORNING));

        assertThat(hall.lastCalls()).containsExactly(called);
    }

    @Test
    void aServedTicketIsRatedOnce() {
        var hall = Halls.withThreeWaiting();
        var ticket = served(hall);
        var vote = vote("vote-key-1-2-3-4-5", 5);
        take(hall, hall.rate(ticket.token(), vote, TABLET, MORNING));

        assertThat(hall.rate(ticket.token(), vote, TABLET, MORNING)).isInstanceOf(Decision.Already.class);
        assertRefused(hall.rate(ticket.token(), vote("vote-key-1-2-3-4-5", 1), TABLET, MORNING), Rule.KEY_REUSED);
        assertRefused(hall.rate(ticket.token(), vote("another-key-1-2-3-", 1), TABLET, MORNING), Rule.ALREADY_RATED);
        assertThat(hall.counter(1).orElseThrow().toRate()).isZero();
    }

    @Test
    void onlyServedTicketsAreRatedAndOnlyOnTheScale() {
        var hall = Halls.withThreeWaiting();
        var waiting = hall.ticket(5).orElseThrow();
        var ticket = served(hall);

        assertRefused(hall.rate(waiting.token(), vote("vote-key-1-2-3-4-5", 5), TABLET, MORNING), Rule.NOT_SERVED);
        assertRefused(hall.rate("nonsense", vote("vote-key-1-2-3-4-5", 5), TABLET, MORNING), Rule.TICKET_NOT_FOUND);
        assertRefused(hall.rate(ticket.token(), vote("vote-key-1-2-3-4-5", 6), TABLET, MORNING), Rule.SCORE_UNKNOWN);
        var rude = new Rating("vote-key-1-2-3-4-5", 1, List.of("rude"), null, MORNING);
        assertRefused(hall.rate(ticket.token(), rude, TABLET, MORNING), Rule.REASON_UNKNOWN);
    }

    @Test
    void theTabletIsNoLongerAskedOnceAnotherIsCalled() {
        var hall = Halls.withThreeWaiting();
        var ticket = served(hall);
        assertThat(hall.counter(1).orElseThrow().toRate()).isEqualTo(ticket.id());

        take(hall, hall.callNext(1, LAN, MORNING));

        assertThat(hall.counter(1).orElseThrow().toRate()).isZero();
        // A vote kept on the tablet while the hub was away still counts.
        take(hall, hall.rate(ticket.token(), vote("vote-key-1-2-3-4-5", 4), TABLET, MORNING));
        assertThat(hall.counter(1).orElseThrow().ticket()).isNotZero();
    }

    @Test
    void aNewDayStartsFromOneAndTheSameDayGoesOn() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.closeDay(LAN, MORNING));
        take(hall, hall.openDay(LAN, MORNING.plus(Duration.ofHours(1))));
        assertThat(issue(hall, "key-the-same-day-12", "land").number()).hasToString("A003");

        take(hall, hall.closeDay(LAN, MORNING));
        var tomorrow = MORNING.plus(Duration.ofDays(1));
        take(hall, hall.openDay(LAN, tomorrow));

        assertThat(hall.day()).contains(LocalDate.of(2026, 11, 24));
        var first = take(hall, hall.issue(order("key-the-next-day-12", "land"), KIOSK, tomorrow));
        assertThat(first.ticket().number()).hasToString("A001");
        assertThat(hall.counters()).allMatch(counter -> counter.state() == Counter.State.CLOSED);
    }

    @Test
    void aVoteThatTheTabletKeptOvernightCountsOnce() {
        var hall = Halls.withThreeWaiting();
        var ticket = served(hall);
        var tomorrow = MORNING.plus(Duration.ofDays(1));
        take(hall, hall.openDay(LAN, tomorrow));

        var vote = vote("vote-key-1-2-3-4-5", 2);
        take(hall, hall.rate(ticket.token(), vote, TABLET, tomorrow));

        assertThat(hall.rate(ticket.token(), vote, TABLET, tomorrow)).isInstanceOf(Decision.Already.class);
        assertRefused(hall.rate(ticket.token(), vote("another-key-1-2-3-", 1), TABLET, tomorrow), Rule.ALREADY_RATED);
        assertThat(hall.tickets()).isEmpty();
    }

    @Test
    void aDayThatNobodyClosedEndsWithTheNext() {
        var hall = Halls.withThreeWaiting();
        assertRefused(hall.openDay(LAN, MORNING), Rule.DAY_ALREADY_OPEN);

        take(hall, hall.openDay(LAN, MORNING.plus(Duration.ofDays(1))));

        assertThat(hall.day()).contains(LocalDate.of(2026, 11, 24));
        assertThat(hall.waiting("land")).isZero();
    }

    @Test
    void aClockThatWentBackNeverTakesTheDayBack() {
        var hall = Halls.withThreeWaiting();
        take(hall, hall.closeDay(LAN, MORNING));

        take(hall, hall.openDay(LAN, Instant.EPOCH));

        assertThat(hall.day()).contains(LocalDate.of(2026, 11, 23));
        assertThat(issue(hall, "key-after-clock-jump", "land").number()).hasToString("A003");
    }

    @Test
    void theSameStepsGiveTheSameHall() {
        var hall = Halls.closed();
        var steps = new ArrayList<Step>();
        steps.add(take(hall, hall.openDay(LAN, MORNING)));
        steps.add(take(hall, hall.openCounter(1, LAN, MORNING)));
        steps.add(take(hall, hall.issue(order("key-of-the-first-1", "land"), KIOSK, MORNING)));
        steps.add(take(hall, hall.issue(order("key-of-the-second-", "land"), KIOSK, MORNING)));
        steps.add(take(hall, hall.callNext(1, LAN, MORNING)));
        steps.add(take(hall, hall.finish(1, 0, LAN, MORNING)));

        var replayed = Halls.closed();
        steps.forEach(replayed::apply);

        assertThat(replayed).usingRecursiveComparison().isEqualTo(hall);
    }

    @Test
    void aStepOutOfOrderIsNotApplied() {
        var hall = Halls.open();
        var skipped = new Step(7, LocalDate.of(2026, 11, 23), MORNING, Step.Kind.DAY_CLOSED, LAN, null, null, null);

        assertThatThrownBy(() -> hall.apply(skipped)).hasMessageContaining("does not follow");
    }

    private static Ticket served(Hall hall) {
        take(hall, hall.callNext(1, LAN, MORNING));
        take(hall, hall.start(1, 0, LAN, MORNING));
        return take(hall, hall.finish(1, 0, LAN, MORNING)).ticket();
    }

    private static Rating vote(String key, int score) {
        return new Rating(key, score, List.of(), null, MORNING);
    }

    private static String call(Hall hall, int counter, Actor clerk) {
        return take(hall, hall.callNext(counter, clerk, MORNING))
                .ticket()
                .number()
                .toString();
    }

    private static void assertRefused(Decision decision, Rule rule) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
