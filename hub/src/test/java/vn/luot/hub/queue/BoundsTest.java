package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

/**
 * The bounds of docs/manual/order.md, on days of chance: how many calls of a counter may pass somebody who could have
 * been called there. Who stands before is counted when one joins, and again whenever somebody joins ahead.
 */
class BoundsTest {
    private static final int SEEDS = 40;
    private static final int WISHES = 500;
    private static final List<String> SERVICES = List.of("land", "land", "justice", "tax");
    private static final String[] CLASSES = {null, null, "disabled", "elderly", "child"};
    private static final Duration LONGEST = Duration.ofMinutes(40);

    enum Promise {
        FIRST_COME(new FirstCome()) {
            @Override
            int passes(Stander stander) {
                return stander.older;
            }
        },
        RATIO(new Ratio(3, 2)) {
            @Override
            int passes(Stander stander) {
                var own = stander.olderOfKind;
                return stander.priority ? own + 2 * roundedUp(own + 1, 3) : own + 3 * roundedUp(own + 1, 2);
            }
        },
        ORDINARY_BY_POINTS(points()) {
            @Override
            int passes(Stander stander) {
                return stander.priority ? Integer.MAX_VALUE : (K + 1) * (stander.olderOfKind + 1) - 1;
            }
        },
        WAITED_TOO_LONG(points()) {
            @Override
            int passes(Stander stander) {
                return stander.older + (stander.older + 1) / K + 1;
            }
        };

        private static final int K = 2;
        private final OrderPolicy order;

        Promise(OrderPolicy order) {
            this.order = order;
        }

        /** How many calls of one counter may pass {@code stander} at most. */
        abstract int passes(Stander stander);

        private static OrderPolicy points() {
            return new Accumulating(Map.of("disabled", 9, "elderly", 3, "child", 2), 1, K, LONGEST);
        }

        private static int roundedUp(int number, int by) {
            return (number + by - 1) / by;
        }
    }

    /** Somebody in a line, and what happened there since. */
    private static final class Stander {
        private final boolean priority;
        private int older;
        private int olderOfKind;
        private final Map<Integer, Integer> passedAt = new HashMap<>();

        private Stander(boolean priority) {
            this.priority = priority;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsPassedMoreOftenThanPromised(Promise promise) {
        for (var seed = 1; seed <= SEEDS; seed++) {
            var day = new Day(promise, seed);
            day.live();
            assertThat(day.passes).as("a day on which somebody is passed").isPositive();
        }
    }

    private static final class Day {
        private final Promise promise;
        private final Random random;
        private final String where;
        private final Hall hall;
        private final Map<Long, Stander> standing = new HashMap<>();
        private Instant now = MORNING;
        private int passes;

        private Day(Promise promise, long seed) {
            this.promise = promise;
            random = new Random(seed);
            where = promise + " seed " + seed;
            hall = CallOrderTest.open(CallOrderTest.rules(Conducts.calling(promise.order, Set.of())));
        }

        private void live() {
            for (var wish = 0; wish < WISHES; wish++) {
                now = now.plusSeconds(random.nextInt(60));
                take(wish());
            }
        }

        private Decision wish() {
            var counter = 1 + random.nextInt(5);
            var clerk = CallOrderTest.clerk(counter);
            var ticket = (long) random.nextInt((int) hall.seq() + 1);
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> hall.issue(order(), KIOSK, now);
                case 5 -> hall.hold(counter, 0, null, clerk, now);
                case 6 -> hall.giveBack(ticket, null, MANAGER, now);
                case 7 ->
                    random.nextInt(3) == 0
                            ? hall.transferToCounter(ticket, counter, null, MANAGER, now)
                            : hall.noShow(counter, 0, clerk, now);
                default -> {
                    if (hall.counter(counter).orElseThrow().ticket() != 0) take(hall.finish(counter, 0, clerk, now));
                    yield hall.callNext(counter, clerk, now);
                }
            };
        }

        private TicketOrder order() {
            var key = "key-of-somebody-" + hall.seq();
            var booked = random.nextInt(10) == 0 ? now.plusSeconds(random.nextInt(3600)) : null;
            var service = SERVICES.get(random.nextInt(SERVICES.size()));
            var priority = CLASSES[random.nextInt(CLASSES.length)];
            return new TicketOrder(key, 1, "t" + key, service, priority, "vi", 1, booked, null);
        }

        private void take(Decision decision) {
            if (!(decision instanceof Step step)) return;
            if (step.kind() == Step.Kind.CALLED) passOthers(step);
            hall.apply(step);
            if (step.ticket() == null) return;
            if (step.ticket().state() == State.WAITING) {
                join(step.ticket());
            } else {
                standing.remove(step.ticket().id());
            }
        }

        private void join(Ticket joins) {
            var stander = new Stander(joins.priority());
            for (var other : hall.tickets()) {
                if (other.state() != State.WAITING || other.id() == joins.id()) continue;
                if (CallOrder.BY_PLACE.compare(other, joins) < 0) {
                    before(stander, other, joins);
                } else {
                    before(standing.get(other.id()), joins, other);
                }
            }
            standing.put(joins.id(), stander);
        }

        private static void before(Stander stander, Ticket older, Ticket self) {
            stander.older++;
            if (older.priority() == self.priority()) stander.olderOfKind++;
        }

        private void passOthers(Step call) {
            var counter = call.counter().id();
            for (var other : hall.tickets()) {
                if (other.id() == call.ticket().id() || !mayBeCalled(other, counter)) continue;
                var stander = standing.get(other.id());
                var passed = stander.passedAt.merge(counter, 1, Integer::sum);
                passes++;
                assertThat(passed)
                        .as("%s: %s passed at counter %d by %s", where, other, counter, call.ticket())
                        .isLessThanOrEqualTo(promise.passes(stander));
            }
        }

        private boolean mayBeCalled(Ticket ticket, int counter) {
            if (ticket.state() != State.WAITING) return false;
            if (promise == Promise.WAITED_TOO_LONG
                    && !ticket.place().since().plus(LONGEST).isBefore(now)) return false;
            var place = ticket.place();
            var isThere = place.counter() == 0
                    ? hall.rules().counters().get(counter).contains(place.service())
                    : place.counter() == counter;
            var early = hall.rules().conduct().early();
            return isThere && (!ticket.booked() || !place.since().isAfter(now.plus(early)));
        }
    }
}
