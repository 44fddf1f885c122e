package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.take;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Objection.Matter;
import vn.luot.hub.queue.Refused.Rule;

/** A plan changes while people wait: nobody loses a place, no number is given twice, and a replay ends at the same. */
class PlanChangeTest {
    private static final Service LAND = service("land", "A", 1, 599);
    private static final Service JUSTICE = service("justice", "B", 1, 3);
    private static final Map<Integer, List<String>> COUNTERS =
            Map.of(1, List.of("land"), 2, List.of("land", "justice"), 3, List.of("justice"));

    private final Map<Integer, Rules> book = new HashMap<>(Map.of(1, Halls.rules()));
    private final List<Step> steps = new ArrayList<>();
    private final Hall hall = new Hall(book::get);

    private static Service service(String id, String prefix, int first, int last) {
        var hours = Halls.rules().services().get(0).opening();
        return new Service(id, prefix, first, last, hours);
    }

    private static Rules rules(List<Service> services, Map<Integer, List<String>> counters) {
        var usual = Halls.rules();
        return new Rules(usual.zone(), services, counters, usual.priorityClasses(), usual.scores(), usual.reasons());
    }

    private Step act(Decision decision) {
        steps.addAll(Halls.steps(decision));
        return take(hall, decision);
    }

    private Step change(Rules next) {
        var version = hall.plan() + 1;
        book.put(version, next);
        return act(hall.changePlan(version, next, MANAGER, MORNING));
    }

    private Ticket issue(String key, String service) {
        return act(hall.issue(Halls.order(key, service), Halls.KIOSK, MORNING)).ticket();
    }

    private void openDay() {
        act(hall.openDay(LAN, MORNING));
        act(hall.openCounter(1, LAN, MORNING));
    }

    private List<Matter> matters(Rules next) {
        return hall.objections(next, MORNING).stream().map(Objection::matter).toList();
    }

    @Test
    void goesByTheNewPlanFromTheNextStepOn() {
        openDay();
        issue("key-of-the-first-1", "justice");
        assertThat(hall.callNext(1, LAN, MORNING)).isEqualTo(Refused.because(Rule.QUEUE_EMPTY));

        var step = change(rules(List.of(LAND, JUSTICE), Map.of(1, List.of("land", "justice"), 3, List.of("justice"))));

        assertThat(step.kind()).isEqualTo(Step.Kind.PLAN_CHANGED);
        assertThat(step.reason()).isEqualTo("2");
        assertThat(step.actor()).isEqualTo(MANAGER);
        assertThat(hall.plan()).isEqualTo(2);
        assertThat(hall.counters()).extracting(Counter::id).containsExactly(1, 3);
        assertThat(act(hall.callNext(1, LAN, MORNING)).ticket().number()).hasToString("B001");
    }

    @Test
    void keepsThePlacesOfThoseWhoWait() {
        openDay();
        var first = issue("key-of-the-first-1", "land");
        var second = issue("key-of-the-second", "land");

        change(rules(List.of(LAND, JUSTICE, service("tax", "C", 1, 99)), COUNTERS));

        assertThat(hall.ahead(first)).isZero();
        assertThat(hall.ahead(second)).isEqualTo(1);
        assertThat(hall.waiting("land")).isEqualTo(2);
        assertThat(act(hall.callNext(1, LAN, MORNING)).ticket().id()).isEqualTo(first.id());
    }

    @Test
    void replaysToTheSameHallFromAnyDay() {
        openDay();
        issue("key-of-the-first-1", "land");
        change(rules(List.of(LAND, JUSTICE, service("tax", "C", 1, 99)), Map.of(1, List.of("land", "justice", "tax"))));
        issue("key-of-the-second", "tax");
        act(hall.callNext(1, LAN, MORNING));
        var first = new Hall(book::get);
        steps.forEach(first::apply);
        assertSame(first);

        var tomorrow = MORNING.plus(Duration.ofDays(1));
        steps.clear();
        act(hall.openDay(LAN, tomorrow));
        act(hall.issue(Halls.order("key-of-tomorrow-1", "tax"), Halls.KIOSK, tomorrow));
        var second = new Hall(book::get);
        steps.stream().dropWhile(step -> step.kind() != Step.Kind.DAY_OPENED).forEach(second::apply);
        assertSame(second);
    }

    private void assertSame(Hall replayed) {
        assertThat(replayed.seq()).isEqualTo(hall.seq());
        assertThat(replayed.plan()).isEqualTo(hall.plan());
        assertThat(replayed.rules()).isEqualTo(hall.rules());
        assertThat(replayed.counters()).isEqualTo(hall.counters());
        assertThat(replayed.tickets()).containsExactlyInAnyOrderElementsOf(hall.tickets());
        assertThat(replayed.waiting("tax")).isEqualTo(hall.waiting("tax"));
    }

    @Test
    void readsAJournalOfBeforePlansCouldChange() {
        var day = Halls.take(hall, hall.openDay(LAN, MORNING));
        var old = new Step(1, day.day(), day.at(), Step.Kind.DAY_OPENED, LAN, null, null, null);

        var replayed = new Hall(book::get);
        replayed.apply(old);

        assertThat(replayed.plan()).isEqualTo(1);
    }

    @Test
    void refusesTheSlowerOfTwo() {
        change(rules(List.of(LAND, JUSTICE), COUNTERS));

        assertThat(hall.changePlan(2, Halls.rules(), MANAGER, MORNING)).isEqualTo(Refused.because(Rule.PLAN_STALE));
    }

    @Test
    void changesBeforeTheFirstDay() {
        change(rules(List.of(service("tax", "A", 1, 9)), Map.of(1, List.of("tax"))));
        act(hall.openDay(LAN, MORNING));

        assertThat(issue("key-of-the-first-1", "tax").number()).hasToString("A001");
        var replayed = new Hall(book::get);
        steps.forEach(replayed::apply);
        assertSame(replayed);
    }

    @Test
    void keepsWhatComesBeforeTheFirstDayTogether() {
        var rules =
                rules(List.of(LAND, JUSTICE, service("tax", "C", 1, 99)), Map.of(1, List.of("land", "justice", "tax")));
        var friday = change(rules);
        book.put(3, Halls.rules());
        var monday = act(hall.changePlan(3, Halls.rules(), MANAGER, MORNING.plus(Duration.ofDays(3))));

        assertThat(monday.day()).isEqualTo(friday.day());
    }

    @Test
    void leavesNobodyWithoutAService() {
        openDay();
        var ticket = issue("key-of-the-first-1", "justice");
        var withoutJustice = rules(List.of(LAND), Map.of(1, List.of("land")));

        assertThat(hall.objections(withoutJustice, MORNING))
                .containsExactly(new Objection(Matter.SERVICE_AWAITED, "justice", 0, 1));
        assertThat(hall.changePlan(2, withoutJustice, MANAGER, MORNING)).isEqualTo(Refused.because(Rule.PLAN_IN_USE));

        act(hall.cancel(ticket.id(), "went home", MANAGER, MORNING));
        assertThat(matters(withoutJustice)).isEmpty();
        change(withoutJustice);
        assertThat(hall.ticket(ticket.id())).isPresent();
        assertThat(hall.issue(Halls.order("key-of-the-second", "justice"), Halls.KIOSK, MORNING))
                .isEqualTo(Refused.because(Rule.SERVICE_UNKNOWN));
    }

    @Test
    void waitsForThoseWhoWillGoOnToAService() {
        openDay();
        var ticket = issue("key-of-the-first-1", "land");
        act(hall.addFurther(ticket.id(), "justice", MANAGER, MORNING));

        assertThat(matters(rules(List.of(LAND), Map.of(1, List.of("land"))))).containsExactly(Matter.SERVICE_AWAITED);
    }

    @Test
    void takesNoCounterFromUnderAClerkOrFromThoseWhoWaitForIt() {
        openDay();
        var ticket = issue("key-of-the-first-1", "land");
        act(hall.transferToCounter(ticket.id(), 2, "asked for", MANAGER, MORNING));

        assertThat(hall.objections(rules(List.of(LAND, JUSTICE), Map.of(3, List.of("land", "justice"))), MORNING))
                .containsExactly(
                        new Objection(Matter.COUNTER_OCCUPIED, null, 1, 1),
                        new Objection(Matter.COUNTER_AWAITED, null, 2, 1));
    }

    @Test
    void givesNoNumberTwiceInADay() {
        openDay();
        issue("key-of-the-first-1", "land");

        assertThat(matters(rules(List.of(service("land", "A", 2, 599), JUSTICE), COUNTERS)))
                .containsExactly(Matter.NUMBERS_MOVED);
        assertThat(matters(rules(List.of(service("land", "C", 1, 599), JUSTICE), COUNTERS)))
                .containsExactly(Matter.NUMBERS_MOVED);
        assertThat(matters(rules(List.of(service("land", "C", 1, 9), service("justice", "A", 1, 599)), COUNTERS)))
                .containsExactly(Matter.NUMBERS_MOVED, Matter.NUMBERS_TAKEN);
        assertThat(matters(rules(List.of(service("land", "A", 1, 999), JUSTICE), COUNTERS)))
                .isEmpty();
    }

    @Test
    void keepsTheNumbersThatKiosksMayStillGive() {
        openDay();
        act(hall.lease("land", 10, 1, "request-1", Halls.KIOSK, MORNING));

        assertThat(matters(rules(List.of(service("land", "A", 1, 500), JUSTICE), COUNTERS)))
                .containsExactly(Matter.NUMBERS_MOVED);
        assertThat(matters(rules(List.of(JUSTICE), Map.of(2, List.of("justice"), 1, List.of("justice")))))
                .containsExactly(Matter.NUMBERS_MOVED);
    }

    @Test
    void letsEverythingChangeOnceTheDayIsOver() {
        openDay();
        issue("key-of-the-first-1", "land");
        act(hall.closeDay(MANAGER, MORNING));
        var other = rules(List.of(service("tax", "A", 1, 9)), Map.of(7, List.of("tax")));

        // The same day may be opened again.
        assertThat(matters(other)).containsExactly(Matter.NUMBERS_TAKEN);
        assertThat(hall.objections(other, MORNING.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void bringsNobodyBackToAServiceThatIsGone() {
        openDay();
        var ticket = issue("key-of-the-first-1", "land");
        act(hall.callNext(1, LAN, MORNING));
        act(hall.noShow(1, ticket.id(), LAN, MORNING));
        act(hall.closeCounter(1, LAN, MORNING));

        change(rules(List.of(JUSTICE), Map.of(3, List.of("justice"))));

        var back = hall.giveBack(ticket.id(), "came back", MANAGER, MORNING);
        assertThat(((Refused) back).rule()).isEqualTo(Rule.SERVICE_UNKNOWN);
        assertThat(hall.rules().priorityClasses()).isEqualTo(Set.of("elderly"));
    }
}
