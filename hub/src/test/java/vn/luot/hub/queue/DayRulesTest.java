package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;
import static vn.luot.hub.queue.Halls.take;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Ticket.Mark;
import vn.luot.hub.queue.Ticket.State;

/** When tickets are given, how many, to whom, and with which numbers. */
class DayRulesTest {
    private static final Actor CLOCK = new Actor(Role.ADMIN, "clock", "Giờ làm việc");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void aHolidayHasNoHours() {
        var hall = hall(service(0, Set.of(MONDAY, MONDAY.plusDays(1))), Conduct.USUAL);

        assertThat(issue(hall, "key-on-a-holiday-1-2", MORNING))
                .isEqualTo(new Refused(Rule.SERVICE_CLOSED, LocalDateTime.of(2026, 11, 25, 7, 30)));
    }

    @Test
    void aQuotaIsOfTicketsThatWereNotVoided() {
        var hall = hall(service(2, Set.of()), Conduct.USUAL);
        take(hall, issue(hall, "key-of-the-first-1-2", MORNING));
        take(hall, issue(hall, "key-of-the-second-12", MORNING));
        assertThat(issue(hall, "key-of-the-third-1-2", MORNING))
                .isEqualTo(new Refused(Rule.QUOTA_REACHED, LocalDateTime.of(2026, 11, 24, 7, 30)));

        take(hall, hall.voidKey("key-of-the-first-1-2", KIOSK, MORNING));

        var third = take(hall, issue(hall, "key-of-the-third-1-2", MORNING));
        assertThat(third.ticket().number()).as("not the voided number").hasToString("A003");
    }

    @Test
    void aServiceWhoseQuotaIsReachedGivesNoneUntilAnotherDay() {
        var hall = hall(service(1, Set.of()), Conduct.USUAL);
        assertThat(hall.gives("land", MORNING)).isTrue();
        assertThat(hall.fewNumbersLeft("land")).as("one of one is no alarm").isEmpty();

        take(hall, issue(hall, "key-of-the-first-1-2", MORNING));

        assertThat(hall.gives("land", MORNING)).isFalse();
        assertThat(hall.fewNumbersLeft("land")).hasValue(0);
        assertThat(hall.opensAt("land", MORNING)).hasValue(LocalDateTime.of(2026, 11, 24, 7, 30));
        take(hall, hall.voidKey("key-of-the-first-1-2", KIOSK, MORNING));
        assertThat(hall.gives("land", MORNING)).isTrue();
    }

    /** Whoever asks at lunch is told the day that the screens name, not the afternoon of a service that is used up. */
    @Test
    void aServiceWhoseQuotaIsReachedRefusesUntilTheDayThatItsScreensName() {
        var hall = hall(service(1, Set.of()), Conduct.USUAL);
        assertThat(issue(hall, "key-of-the-early-1-2", at("12:00")))
                .isEqualTo(new Refused(Rule.SERVICE_CLOSED, MONDAY.atTime(13, 30)));
        take(hall, issue(hall, "key-of-the-first-1-2", MORNING));

        assertThat(issue(hall, "key-of-the-second-12", at("12:00")))
                .isEqualTo(new Refused(
                        Rule.SERVICE_CLOSED, hall.opensAt("land", at("12:00")).orElseThrow()))
                .isEqualTo(new Refused(Rule.SERVICE_CLOSED, MONDAY.plusDays(1).atTime(7, 30)));
    }

    @Test
    void aServiceWhoseNumbersAreUsedUpGivesNone() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        for (var i = 1; i <= 9; i++) take(hall, issue(hall, "key-of-the-ticket-1-" + i, MORNING));

        assertThat(hall.gives("land", MORNING)).isFalse();
        assertThat(hall.fewNumbersLeft("land")).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"16:30, 30, ISSUED", "16:30, 31, CLOSING_SOON", "11:00, 200, ISSUED", "11:00, 361, CLOSING_SOON"})
    void nobodyIsLetInWhoCouldNotBeCalledBeforeClosing(String time, int minutes, String expected) {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);

        var decision = hall.issue(order("key-near-the-end-12", "land"), Duration.ofMinutes(minutes), KIOSK, at(time));

        assertThat(said(decision)).isEqualTo(expected);
    }

    @Test
    void aPersonHasSoManyLiveTicketsOfAField() {
        var hall = hall(service(0, Set.of()), Conducts.perPerson(1));
        var first = take(hall, issueTo(hall, "person", "land", "key-1-1-1-1-1-1-1-1-1"));

        assertThat(said(issueTo(hall, "person", "map", "key-2-2-2-2-2-2-2-2-2")))
                .isEqualTo("TOO_MANY_TICKETS");
        take(hall, issueTo(hall, "another", "land", "key-3-3-3-3-3-3-3-3-3"));
        take(hall, issueTo(hall, null, "land", "key-4-4-4-4-4-4-4-4-4"));
        take(hall, issueTo(hall, "person", "tax", "key-5-5-5-5-5-5-5-5-5"));
        take(hall, hall.cancel(first.ticket().id(), null, LAN, MORNING));
        take(hall, issueTo(hall, "person", "map", "key-2-2-2-2-2-2-2-2-2"));
    }

    @Test
    void aTransferTakesTheTicketToItsNewField() {
        var hall = hall(service(0, Set.of()), Conducts.perPerson(1));
        var ticket = take(hall, issueTo(hall, "person", "land", "key-1-1-1-1-1-1-1-1-1"));

        take(hall, hall.transferToService(ticket.ticket().id(), "tax", null, MANAGER, MORNING));

        take(hall, issueTo(hall, "person", "land", "key-2-2-2-2-2-2-2-2-2"));
        assertThat(said(issueTo(hall, "person", "tax", "key-3-3-3-3-3-3-3-3-3")))
                .isEqualTo("TOO_MANY_TICKETS");
    }

    @Test
    void blocksAreCutFromTheTopAndNeverGivenToAnybodyElse() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);

        var first = take(hall, lease(hall, "lease-1", 3));
        var second = take(hall, lease(hall, "lease-2", 3));

        assertThat(Lease.parse(first.reason())).isEqualTo(new Lease("land", 7, 9, 1, "lease-1", "K1"));
        assertThat(Lease.parse(second.reason())).isEqualTo(new Lease("land", 4, 6, 1, "lease-2", "K1"));
        for (var i = 0; i < 3; i++) take(hall, issue(hall, "key-of-the-online-" + i, MORNING));
        assertThat(said(issue(hall, "key-of-one-too-many-", MORNING))).isEqualTo("RANGE_USED_UP");
        assertThat(said(lease(hall, "lease-3", 1))).isEqualTo("RANGE_USED_UP");
    }

    @Test
    void aTicketGivenOfflineStandsWhereItsHolderCame() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        take(hall, issue(hall, "key-of-the-online-1-", MORNING.plusSeconds(60)));
        var now = MORNING.plusSeconds(120);

        var taken = take(hall, takeIn(hall, "key-of-the-offline-1", 7, 1, MORNING.plusSeconds(30), now));

        assertThat(taken.ticket().number()).hasToString("A007");
        assertThat(taken.ticket().marks()).containsExactly(Mark.OFFLINE);
        assertThat(takeIn(hall, "key-of-the-offline-1", 7, 1, MORNING, now))
                .isEqualTo(new Decision.Already(taken.ticket()));
        take(hall, hall.openCounter(1, LAN, now));
        assertThat(take(hall, hall.callNext(1, LAN, now)).ticket().number()).hasToString("A007");
        assertThat(take(hall, issue(hall, "key-of-the-online-2-", now)).ticket().number())
                .hasToString("A002");
    }

    @ParameterizedTest
    @CsvSource({
        "key-of-the-offline-2, A, 7, 1, NUMBER_TAKEN",
        "key-of-the-offline-2, A, 6, 1, NOT_ITS_NUMBER",
        "key-of-the-offline-2, A, 8, 2, NOT_ITS_NUMBER",
        "key-of-the-offline-2, B, 8, 1, NOT_ITS_NUMBER",
        "key-that-is-dead-1-2, A, 8, 1, VOIDED",
        "key-of-the-offline-2, A, 8, 1, ISSUED"
    })
    void onlyNumbersOfItsOwnBlocksAreTakenFromAKiosk(
            String key, String prefix, int number, int epoch, String expected) {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        take(hall, takeIn(hall, "key-of-the-offline-1", 7, 1, MORNING, MORNING));
        take(hall, hall.voidKey("key-that-is-dead-1-2", KIOSK, MORNING));

        var given = new GivenOffline(new TicketNumber(prefix, number), epoch, MONDAY, MORNING);
        var decision = hall.takeIn(order(key, "land"), given, KIOSK, MORNING);

        assertThat(said(decision)).isEqualTo(expected);
    }

    @Test
    void theNumberOnPaperTakesThePlaceOfTheOneThatNeverArrived() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        var lost = take(hall, issue(hall, "key-of-the-visitor-1", MORNING)).ticket();

        take(hall, takeIn(hall, "key-of-the-visitor-1", 7, 1, MORNING, MORNING));

        assertThat(hall.ticket(lost.id()).orElseThrow().state()).isEqualTo(State.VOIDED);
        assertThat(hall.tickets().stream().filter(ticket -> ticket.state().live()))
                .extracting(ticket -> ticket.number().toString())
                .containsExactly("A007");
        assertThat(issue(hall, "key-of-the-visitor-1", MORNING))
                .isInstanceOfSatisfying(
                        Decision.Already.class,
                        already -> assertThat(already.ticket().number()).hasToString("A007"));
    }

    @Test
    void theSameWishForABlockGetsNoSecondBlock() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        var first = take(hall, lease(hall, "lease-1", 3));

        assertThat(lease(hall, "lease-1", 3)).isEqualTo(new Decision.Already(null));

        assertThat(hall.leasesOf(KIOSK)).containsExactly(Lease.parse(first.reason()));
    }

    @Test
    void theNumberOnPaperIsTakenInAfterNobodyCameToTheOneThatNeverArrived() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        var lost = take(hall, issue(hall, "key-of-the-visitor-1", MORNING)).ticket();
        take(hall, hall.openCounter(1, LAN, MORNING));
        take(hall, hall.callNext(1, LAN, MORNING));
        take(hall, hall.start(1, lost.id(), LAN, MORNING));
        assertThat(said(takeIn(hall, "key-of-the-visitor-1", 7, 1, MORNING, MORNING)))
                .isEqualTo("ILLEGAL_TRANSITION");
        take(hall, hall.finish(1, lost.id(), LAN, MORNING));

        take(hall, takeIn(hall, "key-of-the-visitor-1", 7, 1, MORNING, MORNING));

        assertThat(hall.tickets().stream().filter(ticket -> ticket.state().live()))
                .extracting(ticket -> ticket.number().toString())
                .containsExactly("A007");
    }

    @Test
    void aNumberThatNobodyHeldDoesNotComeBackAfterItsCall() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        var unheard = take(hall, issue(hall, "key-of-the-visitor-1", MORNING)).ticket();
        take(hall, hall.openCounter(1, LAN, MORNING));
        take(hall, hall.callNext(1, LAN, MORNING));
        take(hall, hall.noShow(1, unheard.id(), LAN, MORNING));

        take(hall, takeIn(hall, "key-of-the-visitor-1", 7, 1, MORNING, MORNING));

        assertThat(hall.ticket(unheard.id()).orElseThrow().state()).isEqualTo(Ticket.State.VOIDED);
        assertThat(said(hall.giveBack(unheard.id(), null, LAN, MORNING))).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void aTicketGivenOfflineIsOfItsOwnDayOnly() {
        var hall = hall(service(0, Set.of()), Conduct.USUAL);
        take(hall, lease(hall, "lease-1", 3));
        var yesterdays = new GivenOffline(new TicketNumber("A", 7), 1, MONDAY.minusDays(1), MORNING);
        var tomorrows = new GivenOffline(new TicketNumber("A", 7), 1, MONDAY.plusDays(1), MORNING);

        assertThat(said(hall.takeIn(order("key-of-the-visitor-1", "land"), yesterdays, KIOSK, MORNING)))
                .isEqualTo("DAY_OVER");
        assertThat(said(hall.takeIn(order("key-of-the-visitor-1", "land"), tomorrows, KIOSK, MORNING)))
                .isEqualTo("DAY_NOT_OPEN");
    }

    @Test
    void theDayOpensAndClosesByItself() {
        var hall = new Hall(rules(
                Halls.ZONE, service(0, Set.of()), Conducts.byItself(Duration.ofMinutes(15), Duration.ofMinutes(30))));
        assertThat(hall.keepHours(CLOCK, at("07:14"))).isEmpty();
        take(hall, hall.keepHours(CLOCK, at("07:15")).orElseThrow());
        assertThat(hall.keepHours(CLOCK, at("17:29"))).isEmpty();

        take(hall, hall.keepHours(CLOCK, at("17:30")).orElseThrow());

        assertThat(hall.day()).isEmpty();
        assertThat(hall.keepHours(CLOCK, at("17:31"))).isEmpty();
        take(hall, hall.openDay(LAN, at("17:40")));
        assertThat(hall.keepHours(CLOCK, at("17:41")))
                .as("somebody means to work on")
                .isEmpty();
        var tuesday = at("07:15").plus(Duration.ofDays(1));
        take(hall, hall.closeDay(LAN, at("18:00")));
        take(hall, hall.keepHours(CLOCK, tuesday).orElseThrow());
        assertThat(hall.day()).contains(MONDAY.plusDays(1));
    }

    @Test
    void peopleAloneOpenAndCloseUnlessToldOtherwise() {
        var hall = new Hall(rules(Halls.ZONE, service(0, Set.of()), Conduct.USUAL));
        assertThat(hall.keepHours(CLOCK, at("09:00"))).isEmpty();

        take(hall, hall.openDay(LAN, at("09:00")));

        assertThat(hall.keepHours(CLOCK, at("23:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, 02:30 for the first time",
        "2026-10-25T01:30:00Z, 02:30 again",
        "2026-03-29T01:00:00Z, 03:00 right after 01:59"
    })
    void anHourThatComesTwiceOrNeverChangesNothing(Instant now, String what) {
        var night = new Opening(
                List.of(new Opening.Span(Set.of(DayOfWeek.values()), LocalTime.of(1, 30), LocalTime.of(4, 0))));
        var berlin = rules(
                ZoneId.of("Europe/Berlin"), List.of(new Service("land", "land", "A", 1, 9, 0, night)), Conduct.USUAL);
        var hall = new Hall(berlin);
        take(hall, hall.openDay(LAN, now.minusSeconds(1800)));

        assertThat(take(hall, issue(hall, "key-in-the-night-1-2", now)).ticket().number())
                .as(what)
                .hasToString("A001");
        assertThat(take(hall, issue(hall, "key-in-the-night-2-3", now.plusSeconds(60)))
                        .ticket()
                        .number())
                .hasToString("A002");
    }

    @Test
    void midnightDoesNotEndADay() {
        var hall = hall(List.of(new Service("land", "land", "A", 1, 9, 0, always())), Conduct.USUAL);
        take(hall, issue(hall, "key-before-midnight-", at("23:59")));

        var after = take(hall, issue(hall, "key-after-midnight-1", at("23:59").plusSeconds(120)));

        assertThat(after.day()).isEqualTo(MONDAY);
        assertThat(after.ticket().number()).hasToString("A002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-22T01:00:00Z",
                "2026-11-23T00:59:59Z",
                "2026-11-23T01:00:01Z",
                "2026-11-24T01:00:00Z",
                "2038-01-19T03:14:08Z",
                "9999-12-31T23:59:59Z"
            })
    void aClockThatJumpsTakesNothingFromAnOpenDay(Instant jumped) {
        var hall = hall(List.of(new Service("land", "land", "A", 1, 9, 0, always())), Conduct.USUAL);
        take(hall, issue(hall, "key-before-the-jump-", MORNING));
        take(hall, hall.openCounter(1, LAN, MORNING));

        var after = take(hall, issue(hall, "key-after-the-jump-1", jumped));
        var called = take(hall, hall.callNext(1, LAN, jumped));

        assertThat(after.day()).isEqualTo(MONDAY);
        assertThat(after.ticket().number()).hasToString("A002");
        assertThat(called.ticket().number()).as("whoever came first").hasToString("A001");
        take(hall, hall.finish(1, 0, LAN, MORNING));
        assertThat(take(hall, hall.callNext(1, LAN, MORNING)).ticket().number()).hasToString("A002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-22T01:00:00Z", "2026-11-23T10:00:00Z"})
    void aDayOpenedAgainAfterTheClockWentBackGoesOnWithItsNumbers(Instant back) {
        var hall = hall(List.of(new Service("land", "land", "A", 1, 9, 0, always())), Conduct.USUAL);
        take(hall, issue(hall, "key-before-the-jump-", MORNING));
        take(hall, hall.closeDay(LAN, MORNING));

        take(hall, hall.openDay(LAN, back));

        assertThat(hall.day()).contains(MONDAY);
        assertThat(take(hall, issue(hall, "key-after-the-jump-1", back))
                        .ticket()
                        .number())
                .hasToString("A002");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T16:59:59Z, 23", "2026-11-23T17:00:00Z, 24", "2026-11-24T16:59:59Z, 24"})
    void aDayIsOfTheHallsZoneAndNotOfTheMachines(Instant opened, int day) {
        var hall = new Hall(rules(Halls.ZONE, service(0, Set.of()), Conduct.USUAL));

        take(hall, hall.openDay(LAN, opened));

        assertThat(hall.day()).contains(LocalDate.of(2026, 11, day));
    }

    @Test
    void aHallRebuiltAfterMidnightIsStillInTheDayThatIsOpen() {
        var rules = rules(Halls.ZONE, List.of(new Service("land", "land", "A", 1, 9, 0, always())), Conduct.USUAL);
        var steps = new ArrayList<Step>();
        var before = new Hall(rules);
        steps.add(take(before, before.openDay(LAN, at("20:00"))));
        steps.add(take(before, issue(before, "key-before-midnight-", at("23:59"))));

        var rebuilt = new Hall(rules);
        steps.forEach(rebuilt::apply);
        var after =
                take(rebuilt, issue(rebuilt, "key-after-midnight-1", at("23:59").plusSeconds(3_600)));

        assertThat(after.day()).isEqualTo(MONDAY);
        assertThat(after.ticket().number()).hasToString("A002");
        assertThat(issue(rebuilt, "key-before-midnight-", at("23:59").plusSeconds(3_600)))
                .isInstanceOf(Decision.Already.class);
        assertThat(rebuilt.keepHours(CLOCK, at("23:59").plusSeconds(3_600))).isEmpty();
        take(rebuilt, rebuilt.openDay(LAN, at("23:59").plusSeconds(3_600)));
        assertThat(take(
                                rebuilt,
                                issue(
                                        rebuilt,
                                        "key-of-the-next-day-",
                                        at("23:59").plusSeconds(3_700)))
                        .ticket()
                        .number())
                .hasToString("A001");
    }

    private static Opening always() {
        return new Opening(
                List.of(new Opening.Span(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }

    private static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(Halls.ZONE).toInstant();
    }

    /** Land and maps are one field, tax another; 07:30–11:30 and 13:30–17:00. */
    private static List<Service> service(int quota, Set<LocalDate> holidays) {
        var week = Set.of(DayOfWeek.values());
        var hours = new Opening(
                List.of(
                        new Opening.Span(week, LocalTime.of(7, 30), LocalTime.of(11, 30)),
                        new Opening.Span(week, LocalTime.of(13, 30), LocalTime.of(17, 0))),
                holidays);
        return List.of(
                new Service("land", "land", "A", 1, 9, quota, hours),
                new Service("map", "land", "A", 10, 19, 0, hours),
                new Service("tax", "tax", "B", 1, 9, 0, hours));
    }

    private static Rules rules(ZoneId zone, List<Service> services, Conduct conduct) {
        return new Rules(zone, services, Map.of(1, List.of("land")), Set.of(), Set.of(), Set.of(), conduct);
    }

    private static Hall hall(List<Service> services, Conduct conduct) {
        var hall = new Hall(rules(Halls.ZONE, services, conduct));
        take(hall, hall.openDay(LAN, MORNING));
        return hall;
    }

    private static Decision issue(Hall hall, String key, Instant now) {
        return hall.issue(order(key, "land"), KIOSK, now);
    }

    private static Decision issueTo(Hall hall, String identity, String service, String key) {
        var wish = new TicketOrder(key, 1, "token-" + key, service, null, "vi", 1, null, identity);
        return hall.issue(wish, KIOSK, MORNING);
    }

    private static Decision takeIn(Hall hall, String key, int number, int epoch, Instant pressed, Instant now) {
        var given = new GivenOffline(new TicketNumber("A", number), epoch, MONDAY, pressed);
        return hall.takeIn(order(key, "land"), given, KIOSK, now);
    }

    private static Decision lease(Hall hall, String key, int count) {
        return hall.lease("land", count, 1, key, KIOSK, MORNING);
    }

    private static String said(Decision decision) {
        return decision instanceof Refused refused
                ? refused.rule().name()
                : Halls.steps(decision).get(0).kind().name();
    }

    @Test
    void aStoreThatWasRestoredDuringTheDayPassesOverWhatItMayHaveForgotten() {
        var hall = Halls.withThreeWaiting();
        var epoch = (int) (MORNING.getEpochSecond() / 60) + 5;

        take(hall, hall.passOver(epoch, LAN, MORNING));

        assertThat(hall.passOver(epoch, LAN, MORNING)).isEqualTo(new Decision.Already(null));
        assertThat(Halls.issue(hall, "key-after-restore-1", "land").number()).hasToString("A063");
        assertThat(hall.issue(order("key-after-restore-2", "justice"), KIOSK, MORNING))
                .isEqualTo(new Refused(Rule.RANGE_USED_UP, LocalDateTime.of(2026, 11, 24, 7, 30)));
        take(hall, hall.lease("land", 9, epoch, "key-of-a-new-block-", KIOSK, MORNING));
        assertThat(hall.leasesOf(KIOSK)).extracting(Lease::last).containsExactly(539);
    }

    @Test
    void aDayThatWasOpenedInTheStoresPresentLifePassesOverNothing() {
        var hall = Halls.open();

        assertThat(hall.passOver(1, LAN, MORNING)).isEqualTo(new Decision.Already(null));
    }
}
