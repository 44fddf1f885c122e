package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.luot.hub.queue.OrderPolicy.Accumulating;
import vn.luot.hub.queue.OrderPolicy.FirstCome;
import vn.luot.hub.queue.OrderPolicy.Ratio;
import vn.luot.hub.queue.Ticket.State;

/** What holds on any day, whatever people press: many days of chance, each from its own seed. */
class AnyDayTest {
    private static final int SEEDS = 60;
    private static final int WISHES = 400;
    private static final int IN_A_ROW = 2;
    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final List<String> SERVICES = List.of("land", "justice", "tax");
    private static final Set<Step.Kind> AFTER_A_NO_SHOW = Set.of(Step.Kind.RETURNED, Step.Kind.VOIDED);
    private static final String[] CLASSES = {null, null, null, "disabled", "elderly", "child"};

    enum Policy {
        FIRST_COME(new FirstCome()),
        RATIO(new Ratio(IN_A_ROW, 1)),
        ACCUMULATING(new Accumulating(Map.of("disabled", 5, "elderly", 3, "child", 2), 1, IN_A_ROW, LONGEST));

        private final OrderPolicy order;

        Policy(OrderPolicy order) {
            this.order = order;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPromiseHolds(Policy policy) {
        for (var seed = 1; seed <= SEEDS; seed++) new Chance(policy, seed).live();
    }

    private static final class Chance {
        private final Policy policy;
        private final Rules rules;
        private final Random random;
        private final String where;
        private final Hall hall;
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<Integer, Integer> priorityInARow = new HashMap<>();
        private Instant now = MORNING;

        private Chance(Policy policy, long seed) {
            this.policy = policy;
            random = new Random(seed);
            where = policy + " seed " + seed;
            var inOrder = random.nextBoolean() ? Set.of(3, 4) : Set.<Integer>of();
            rules = CallOrderTest.rules(Conducts.calling(policy.order, inOrder));
            hall = new Hall(rules);
        }

        private void live() {
            take(hall.openDay(MANAGER, now));
            for (var wish = 0; wish < WISHES; wish++) {
                now = now.plusSeconds(random.nextInt(60));
                take(wish());
            }
            totalsAgree();
            theSameStepsGiveTheSameHall();
            take(hall.openDay(MANAGER, now.minus(Duration.ofDays(400))));
            now = now.plus(Duration.ofDays(1));
            take(hall.openDay(MANAGER, now));
            theSameStepsGiveTheSameHall();
        }

        private Decision wish() {
            var counter = 1 + random.nextInt(5);
            var clerk = CallOrderTest.clerk(random.nextInt(20) == 0 ? 9 : counter);
            var ticket = (long) random.nextInt((int) hall.seq() + 2);
            return switch (random.nextInt(30)) {
                case 0, 1, 2, 3, 4, 5, 6 -> hall.issue(order(), KIOSK, now);
                case 7, 8, 9, 10, 11 -> hall.callNext(counter, clerk, now);
                case 12, 13, 14 -> hall.finish(counter, 0, clerk, now);
                case 15 -> hall.start(counter, 0, clerk, now);
                case 16 -> hall.recall(counter, random.nextInt(2) * ticket, clerk, now);
                case 17 -> hall.noShow(counter, 0, clerk, now);
                case 18 -> hall.hold(counter, 0, "thiếu giấy", clerk, now);
                case 19 -> hall.resume(counter, ticket, clerk, now);
                case 20 -> hall.giveBack(ticket, null, MANAGER, now);
                case 21 -> hall.transferToService(ticket, service(), null, MANAGER, now);
                case 22 -> hall.transferToCounter(ticket, counter, null, MANAGER, now);
                case 23 -> hall.addFurther(ticket, service(), clerk, now);
                case 24 -> hall.cancel(ticket, null, MANAGER, now);
                case 25 -> hall.voidKey("key-" + ticket, KIOSK, now);
                case 26 -> hall.callChosen(counter, ticket, "lý do", clerk, now);
                case 27 -> hall.walkIn(counter, order(), clerk, now);
                case 28 ->
                    random.nextInt(4) == 0
                            ? hall.pauseCounter(counter, "nghỉ", clerk, now)
                            : hall.openCounter(counter, clerk, now);
                default -> hall.openCounter(counter, clerk, now);
            };
        }

        private TicketOrder order() {
            var key = "key-" + (hall.seq() + 1);
            var booked = random.nextInt(8) == 0 ? now.plusSeconds(random.nextInt(3600)) : null;
            return new TicketOrder(
                    key, 1, "t" + key, service(), CLASSES[random.nextInt(CLASSES.length)], "vi", 1, booked, null);
        }

        private String service() {
            return SERVICES.get(random.nextInt(SERVICES.size()));
        }

        private void take(Decision decision) {
            if (!(decision instanceof Step) && !(decision instanceof Decision.Steps)) return;
            for (var step : Halls.steps(decision)) {
                var legal = step.ticket() == null
                        || legal(hall.ticket(step.ticket().id()).orElse(null), step);
                assertThat(legal).as("%s: %s", where, step).isTrue();
                if (step.kind() == Step.Kind.CALLED) mayBeCalled(step);
                if (step.kind() == Step.Kind.DAY_OPENED) aDayNeverComesBack(step.day());
                hall.apply(step);
                steps.add(step);
                aNumberIsGivenOnce(step);
                nobodyIsAtTwoCounters();
            }
        }

        /** The same table as {@link VerbTest}'s, seen from the steps. */
        private static boolean legal(Ticket before, Step step) {
            if (before == null) return step.ticket().id() == step.seq();
            return before.state().live()
                    || before.state() == State.NO_SHOW && AFTER_A_NO_SHOW.contains(step.kind())
                    || before.state() == State.SERVED && step.kind() == Step.Kind.RATED;
        }

        private void mayBeCalled(Step step) {
            var choice = Choice.parse(step.reason());
            if (choice.rule() == Choice.Rule.CHOSEN) return;
            var called = hall.ticket(step.ticket().id()).orElseThrow();
            var others = callable(step.counter().id()).stream()
                    .filter(ticket -> ticket.id() != called.id())
                    .toList();
            assertThat(others)
                    .as("%s: nobody of the same kind came before %s", where, called)
                    .noneMatch(ticket -> sameLine(ticket, called) && before(ticket, called));
            var earlier =
                    others.stream().filter(ticket -> before(ticket, called)).count();
            assertThat(choice.passed().size() + choice.more())
                    .as("%s: whoever was passed is named or counted", where)
                    .isEqualTo((int) earlier);
            ordinaryOnesGetTheirTurn(step.counter().id(), called, others);
            switch (policy) {
                case FIRST_COME -> {
                    if (!rules.conduct().inOrder().contains(step.counter().id())) {
                        assertThat(earlier).as(where).isZero();
                    }
                }
                case RATIO -> {}
                case ACCUMULATING -> whoWaitedLongestIsNotPassed(called, others);
            }
        }

        private List<Ticket> callable(int counter) {
            return hall.tickets().stream()
                    .filter(ticket -> ticket.state() == State.WAITING)
                    .filter(ticket -> ticket.place().counter() == counter
                            || ticket.place().counter() == 0
                                    && rules.counters().get(counter).contains(ticket.service()))
                    .filter(ticket ->
                            !ticket.place().since().equals(ticket.asked().appointment())
                                    || !ticket.place().since().isAfter(now.plus(Duration.ofMinutes(10))))
                    .toList();
        }

        private static boolean sameLine(Ticket one, Ticket other) {
            return one.service().equals(other.service())
                    && one.place().counter() == other.place().counter()
                    && java.util.Objects.equals(one.priorityClass(), other.priorityClass());
        }

        private static boolean before(Ticket one, Ticket other) {
            return Comparator.<Ticket, Instant>comparing(
                                    ticket -> ticket.place().since())
                            .thenComparing(Ticket::id)
                            .compare(one, other)
                    < 0;
        }

        private void ordinaryOnesGetTheirTurn(int counter, Ticket called, List<Ticket> others) {
            var passesOrdinary = called.priority() && others.stream().anyMatch(ticket -> !ticket.priority());
            var inARow = passesOrdinary ? priorityInARow.merge(counter, 1, Integer::sum) : 0;
            priorityInARow.put(counter, inARow);
            if (policy != Policy.FIRST_COME) assertThat(inARow).as(where).isLessThanOrEqualTo(IN_A_ROW);
        }

        private void whoWaitedLongestIsNotPassed(Ticket called, List<Ticket> others) {
            assertThat(others)
                    .as("%s: %s", where, called)
                    .noneMatch(ticket -> ticket.place().since().plus(LONGEST).isBefore(now)
                            && before(ticket, called)
                            && (!ticket.priority() || called.priority()));
        }

        private void aDayNeverComesBack(LocalDate opened) {
            assertThat(steps.stream().map(Step::day)).as(where).allMatch(day -> !opened.isBefore(day));
        }

        private void aNumberIsGivenOnce(Step step) {
            if (step.ticket() == null) return;
            var id = numbers.putIfAbsent(
                    step.day() + " " + step.ticket().number(), step.ticket().id());
            assertThat(id).as(where).isIn(null, step.ticket().id());
        }

        private void nobodyIsAtTwoCounters() {
            var atCounters = new HashSet<Long>();
            for (var counter : hall.counters()) {
                if (counter.ticket() == 0) continue;
                assertThat(atCounters.add(counter.ticket())).as(where).isTrue();
                var ticket = hall.ticket(counter.ticket()).orElseThrow();
                assertThat(ticket.state().atCounter() && ticket.counter() == counter.id())
                        .as("%s: %s at %s", where, ticket, counter)
                        .isTrue();
            }
            assertThat(hall.tickets().stream().filter(ticket -> ticket.state().atCounter()))
                    .as(where)
                    .hasSize(atCounters.size());
        }

        private void totalsAgree() {
            for (var service : SERVICES) {
                assertThat(hall.waiting(service)).as(where).isEqualTo((int) hall.tickets().stream()
                        .filter(t -> t.state() == State.WAITING && t.service().equals(service))
                        .count());
            }
            var issued = steps.stream()
                    .filter(step -> step.kind() == Step.Kind.ISSUED || step.kind() == Step.Kind.WALKED_IN)
                    .count();
            assertThat(hall.tickets()).as(where).hasSize((int) issued);
        }

        private void theSameStepsGiveTheSameHall() {
            var replayed = new Hall(rules);
            steps.forEach(replayed::apply);
            assertThat(replayed).as(where).usingRecursiveComparison().isEqualTo(hall);
        }
    }
}
