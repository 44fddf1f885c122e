package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.take;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.OrderPolicy.Accumulating;

class WaitsTest {
    private static final OrderPolicy POLICY =
            new Accumulating(Map.of("disabled", 5, "elderly", 3, "child", 2), 1, 2, Duration.ofHours(1));

    private final ServiceTimes times = new ServiceTimes();

    @Test
    void whoWaitsBehindOthersWaitsForThem() {
        var hall = withLandTaking(Duration.ofMinutes(5), 12);
        take(hall, hall.closeCounter(2, CallOrderTest.clerk(2), MORNING));
        take(hall, hall.closeCounter(3, CallOrderTest.clerk(3), MORNING));
        take(hall, hall.closeCounter(5, CallOrderTest.clerk(5), MORNING));
        var first = issue(hall, "land");
        var second = issue(hall, "land");
        take(hall, hall.callNext(1, CallOrderTest.clerk(1), MORNING));

        var waits = waits(hall, MORNING.plusSeconds(60));

        assertThat(waits.tickets()).containsOnlyKeys(second.id());
        assertThat(waits.tickets().get(second.id())).isEqualTo(range(4, 4));
        assertThat(waits.services().get("land"))
                .as("after %s and %s", first, second)
                .isEqualTo(range(9, 9));
        assertThat(waits.services().get("tax")).as("counter 4 is free").isEqualTo(range(0, 0));
        assertThat(waits.fields()).containsEntry("land", range(9, 9));
    }

    @Test
    void nothingIsSaidFromTooFewOrOfClosedCounters() {
        assertThat(waits(withLandTaking(Duration.ofMinutes(5), 9), MORNING).services())
                .isEmpty();

        var hall = withLandTaking(Duration.ofMinutes(5), 12);
        take(hall, hall.closeCounter(4, CallOrderTest.clerk(4), MORNING));
        take(hall, hall.pauseCounter(5, "họp", CallOrderTest.clerk(5), MORNING));

        assertThat(waits(hall, MORNING).services()).containsOnlyKeys("land", "justice");
    }

    @Test
    void anAppointmentIsWaitedForUntilItsTime() {
        var hall = withLandTaking(Duration.ofMinutes(5), 12);
        var booked = new TicketOrder(
                "key-of-the-booked-1", 1, "t", "tax", null, "vi", 1, MORNING.plus(Duration.ofMinutes(40)), null);
        var ticket = take(hall, hall.issue(booked, KIOSK, MORNING)).ticket();

        assertThat(waits(hall, MORNING).tickets()).containsEntry(ticket.id(), range(30, 30));
    }

    @Test
    void aBreakAtNoonIsForeseenFromTheDayBefore() {
        var hall = withLandTaking(Duration.ofMinutes(5), 12);
        onlyCounterOneIsLeft(hall, MORNING);
        workUntilNoonAndFrom(hall, "13:30");
        var tuesday = MORNING.plus(Duration.ofDays(1));
        step(hall, hall.openDay(MANAGER, tuesday));
        step(hall, hall.openCounter(1, CallOrderTest.clerk(1), tuesday));
        var before = waits(hall, tuesday.plus(Duration.ofMinutes(190)));
        for (var i = 0; i < 3; i++) issue(hall, "land", tuesday.plus(Duration.ofMinutes(205)));

        var atNoon = waits(hall, tuesday.plus(Duration.ofMinutes(208)));

        assertThat(before.services()).containsEntry("land", range(0, 0));
        assertThat(atNoon.services().get("land").likely())
                .as("11:28, three ahead, back at 13:30")
                .isBetween(Duration.ofMinutes(115), Duration.ofMinutes(150));
    }

    @Test
    void aPauseIsExpectedToLastAsPausesDo() {
        var hall = withLandTaking(Duration.ofMinutes(5), 12);
        onlyCounterOneIsLeft(hall, MORNING);
        var clerk = CallOrderTest.clerk(1);
        var now = MORNING.plus(Duration.ofHours(1));
        for (var i = 0; i < 5; i++) {
            step(hall, hall.pauseCounter(1, "nghỉ", clerk, now));
            now = now.plus(Duration.ofMinutes(20));
            step(hall, hall.openCounter(1, clerk, now));
        }
        step(hall, hall.pauseCounter(1, "nghỉ", clerk, now));

        var waits = waits(hall, now.plus(Duration.ofMinutes(8)));

        assertThat(waits.services().get("land")).isEqualTo(range(12, 12));
    }

    @Test
    void aSlowDayIsNoticed() {
        var hall = withLandTaking(Duration.ofMinutes(5), 60);
        onlyCounterOneIsLeft(hall, MORNING);
        step(hall, hall.closeDay(MANAGER, MORNING.plus(Duration.ofHours(9))));
        var tuesday = MORNING.plus(Duration.ofDays(1));
        step(hall, hall.openDay(MANAGER, tuesday));
        step(hall, hall.openCounter(1, CallOrderTest.clerk(1), tuesday));
        serve(hall, Duration.ofMinutes(10), 20, tuesday);
        for (var i = 0; i < 4; i++) issue(hall, "land", tuesday);

        assertThat(waits(hall, tuesday.plusSeconds(1)).services().get("land").likely())
                .isGreaterThan(Duration.ofMinutes(28));
    }

    /** Works from eight to half past eleven and from {@code back} on; the day is then closed. */
    private void workUntilNoonAndFrom(Hall hall, String back) {
        var clerk = CallOrderTest.clerk(1);
        var midnight = MORNING.minus(Duration.ofHours(8));
        step(hall, hall.closeCounter(1, clerk, midnight.plus(Duration.ofMinutes(11 * 60 + 30))));
        var afternoon = midnight.plusSeconds(LocalTime.parse(back).toSecondOfDay());
        step(hall, hall.openCounter(1, clerk, afternoon));
        step(hall, hall.closeCounter(1, clerk, midnight.plus(Duration.ofHours(17))));
        step(hall, hall.closeDay(MANAGER, midnight.plus(Duration.ofHours(18))));
    }

    private void onlyCounterOneIsLeft(Hall hall, Instant now) {
        for (var counter = 2; counter <= 5; counter++) {
            step(hall, hall.closeCounter(counter, CallOrderTest.clerk(counter), now));
        }
    }

    private Step step(Hall hall, Decision decision) {
        var steps = Halls.steps(decision);
        steps.forEach(hall::apply);
        steps.forEach(times::learn);
        return steps.get(steps.size() - 1);
    }

    @Test
    void theSamePictureGivesTheSameWaits() {
        var day = new Day(7);
        day.play(60, (ticket, range) -> {});
        var picture = day.hall.picture(day.now);
        var learned = day.times.learned(day.hall.rules());

        assertThat(Waits.of(picture, learned)).isEqualTo(Waits.of(picture, learned));
    }

    @Test
    void nineOfTenWaitNoLongerThanSaid() {
        var said = 0;
        var kept = 0;
        var likely = 0;
        for (var seed = 1; seed <= 12; seed++) {
            var promised = new HashMap<Long, Waits.Range>();
            var day = new Day(seed);
            day.play(150, promised::put);
            for (var promise : promised.entrySet()) {
                var ticket = day.hall.ticket(promise.getKey()).orElseThrow();
                if (ticket.calledAt() == null) continue;
                var waited = Duration.between(ticket.issuedAt(), ticket.calledAt());
                said++;
                if (waited.compareTo(promise.getValue().most()) <= 0) kept++;
                if (waited.compareTo(promise.getValue().likely()) <= 0) likely++;
            }
        }

        assertThat(said).isGreaterThan(300);
        assertThat((double) kept / said).as("under the p90 mark").isBetween(0.85, 0.95);
        assertThat((double) likely / said).as("under the p50 mark").isBetween(0.40, 0.62);
    }

    private Hall withLandTaking(Duration time, int often) {
        var hall = new Hall(CallOrderTest.rules(Conduct.USUAL));
        step(hall, hall.openDay(MANAGER, MORNING));
        for (var counter = 1; counter <= 5; counter++) {
            step(hall, hall.openCounter(counter, CallOrderTest.clerk(counter), MORNING));
        }
        serve(hall, time, often, MORNING);
        return hall;
    }

    private void serve(Hall hall, Duration time, int often, Instant now) {
        for (var i = 0; i < often; i++) {
            issue(hall, "land", now);
            step(hall, hall.callNext(1, CallOrderTest.clerk(1), now));
            step(hall, hall.finish(1, 0, CallOrderTest.clerk(1), now.plus(time)));
        }
    }

    private Waits waits(Hall hall, Instant now) {
        return Waits.of(hall.picture(now), times.learned(hall.rules()));
    }

    private static Ticket issue(Hall hall, String service) {
        return issue(hall, service, MORNING);
    }

    private static Ticket issue(Hall hall, String service, Instant now) {
        return take(hall, hall.issue(Halls.order("key-number-1-2-3-" + hall.seq(), service), KIOSK, now))
                .ticket();
    }

    private static Waits.Range range(int likely, int most) {
        return new Waits.Range(Duration.ofMinutes(likely), Duration.ofMinutes(most));
    }

    interface Promise {
        void made(Long ticket, Waits.Range range);
    }

    /** A busy day of chance with a known truth: counters come and go, services take their time. */
    private static final class Day {
        private static final List<String> SERVICES = List.of("land", "land", "land", "justice", "tax");
        private static final Map<String, Integer> MINUTES = Map.of("land", 9, "justice", 6, "tax", 4);
        private static final String[] CLASSES = {null, null, null, null, null, null, null, "elderly"};

        private final Random random;
        private final Hall hall = new Hall(CallOrderTest.rules(Conduct.USUAL.calling(POLICY)));
        private final ServiceTimes times = new ServiceTimes();
        private final Map<Integer, Instant> free = new HashMap<>();
        private Instant now = MORNING;

        private Day(long seed) {
            random = new Random(seed);
            step(hall.openDay(MANAGER, now));
            for (var counter = 1; counter <= 5; counter++) {
                step(hall.openCounter(counter, CallOrderTest.clerk(counter), now));
            }
        }

        /** A visitor every minute and a half or so; the first forty are only learned from. */
        private void play(int visitors, Promise promise) {
            for (var visitor = 0; visitor < visitors; visitor++) {
                until(now.plusMillis((long) (-90_000 * Math.log(1 - random.nextDouble()))));
                var said = visitor < 40 || visitor % 3 != 0
                        ? null
                        : Waits.of(hall.picture(now), times.learned(hall.rules()));
                var service = SERVICES.get(random.nextInt(SERVICES.size()));
                var priority = CLASSES[random.nextInt(CLASSES.length)];
                var key = "key-of-visitor-" + visitor;
                var wish = new TicketOrder(key, 1, "t" + key, service, priority, "vi", 1);
                var ticket = step(hall.issue(wish, KIOSK, now)).ticket();
                if (said != null && priority == null && said.services().containsKey(service)) {
                    promise.made(ticket.id(), said.services().get(service));
                }
            }
            until(now.plus(Duration.ofHours(5)));
        }

        private void until(Instant end) {
            while (now.isBefore(end)) {
                for (var counter = 1; counter <= 5; counter++) work(counter);
                now = now.plusSeconds(5).isBefore(end) ? now.plusSeconds(5) : end;
            }
        }

        private void work(int counter) {
            if (free.getOrDefault(counter, now).isAfter(now)) return;
            var clerk = CallOrderTest.clerk(counter);
            if (hall.counter(counter).orElseThrow().ticket() != 0) {
                step(hall.finish(counter, 0, clerk, now));
                free.put(counter, now.plusSeconds(5 + random.nextInt(25)));
                return;
            }
            if (hall.callNext(counter, clerk, now) instanceof Step called) {
                step(called);
                var mean = MINUTES.get(called.ticket().service());
                var minutes = mean * Math.exp(0.6 * random.nextGaussian() - 0.18);
                free.put(counter, now.plusMillis((long) (minutes * 60_000)));
            }
        }

        private Step step(Decision decision) {
            var steps = new ArrayList<>(Halls.steps(decision));
            steps.forEach(hall::apply);
            steps.forEach(times::learn);
            return steps.get(steps.size() - 1);
        }
    }
}
