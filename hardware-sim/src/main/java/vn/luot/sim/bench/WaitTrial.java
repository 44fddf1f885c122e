package vn.luot.sim.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.ServiceTimes;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.hub.queue.Waits;

/**
 * What the hub said to some of the visitors of a few days, beside how long they truly waited and what three simpler
 * ways of guessing would have said at the same moment.
 */
final class WaitTrial implements WaitDay.Watch {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int DAYS = 5;
    private static final int ONLY_LEARNED_FROM = 2;
    private static final int ASKED_EVERY = 36;
    private static final int AVERAGED = 10;

    /** In seconds. */
    record Promise(
            DayKind kind,
            int hour,
            double waited,
            double likely,
            double most,
            double byQueue,
            double byLast,
            double byAverage) {}

    private final WaitCentre centre;
    private final ServiceTimes times = new ServiceTimes();
    private final Simple simple;
    private final Random chance;
    private final Map<String, Promise> open = new HashMap<>();
    private final List<Promise> kept = new ArrayList<>();
    private DayKind kind;
    private boolean asking;
    private int came;

    private WaitTrial(long seed) {
        chance = new Random(seed);
        centre = new WaitCentre(chance);
        simple = new Simple();
    }

    /** A week of a centre; its first days are only learned from. */
    static List<Promise> of(long seed) {
        var trial = new WaitTrial(seed);
        var hall = new Hall(trial.centre.rules);
        for (var day = 0; day < DAYS; day++) {
            trial.kind = DayKind.values()[trial.chance.nextInt(DayKind.values().length)];
            trial.asking = day >= ONLY_LEARNED_FROM;
            trial.open.clear();
            trial.simple.forget();
            new WaitDay(trial.centre, trial.kind, hall, MONDAY.plusDays(day), trial.chance, trial).play();
        }
        return trial.kept;
    }

    @Override
    public void comes(Hall hall, TicketOrder wish, Instant now) {
        if (!asking || wish.priorityClass() != null || came++ % ASKED_EVERY != 0) return;
        var learned = times.learned(centre.rules);
        var said = Waits.of(hall.picture(now), learned).services().get(wish.service());
        if (said == null) return;
        open.put(
                wish.key(),
                new Promise(
                        kind,
                        now.atZone(centre.rules.zone()).getHour(),
                        0,
                        seconds(said.likely()),
                        seconds(said.most()),
                        simple.byQueue(hall, wish.service(), learned),
                        simple.byLast(wish.service()),
                        simple.byAverage(wish.service())));
    }

    @Override
    public void took(Step step) {
        times.learn(step);
        if (step.kind() != Step.Kind.CALLED) return;
        var ticket = step.ticket();
        var waited = seconds(Duration.between(ticket.place().since(), step.at()));
        if (ticket.priorityClass() == null) simple.called(ticket.service(), waited);
        var said = open.remove(ticket.key());
        if (said == null) return;
        kept.add(new Promise(
                said.kind(),
                said.hour(),
                waited,
                said.likely(),
                said.most(),
                said.byQueue(),
                said.byLast(),
                said.byAverage()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    /** How it is commonly done, each at its best: for all services that wait at the same counters together. */
    private final class Simple {
        private final Map<String, Set<String>> crowds = new HashMap<>();
        private final Map<String, Deque<Double>> waits = new HashMap<>();

        private Simple() {
            for (var services : centre.rules.counters().values()) {
                services.forEach(service ->
                        crowds.computeIfAbsent(service, any -> new HashSet<>()).addAll(services));
            }
        }

        void forget() {
            waits.clear();
        }

        void called(String service, double waited) {
            for (var other : crowds.get(service)) {
                var last = waits.computeIfAbsent(other, any -> new ArrayDeque<>());
                last.addLast(waited);
                if (last.size() > AVERAGED) last.removeFirst();
            }
        }

        /** The length of the queue times the mean time of a visit, by the counters that are open. */
        double byQueue(Hall hall, String service, ServiceTimes.Learned learned) {
            var counters = hall.counters().stream()
                    .filter(counter -> counter.state() == Counter.State.OPEN)
                    .filter(counter -> centre.rules.counters().get(counter.id()).contains(service))
                    .toList();
            var waiting = crowds.get(service).stream().mapToInt(hall::waiting).sum();
            if (waiting == 0 && counters.stream().anyMatch(counter -> counter.ticket() == 0)) return 0;
            var mean = crowds.get(service).stream()
                    .map(learned.own()::get)
                    .flatMap(Collection::stream)
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElse(0);
            return (waiting + 1) * mean / 1e3 / Math.max(1, counters.size());
        }

        /** What the last one waited who was called. */
        double byLast(String service) {
            var last = waits.get(service);
            return last == null ? 0 : last.peekLast();
        }

        double byAverage(String service) {
            return waits.getOrDefault(service, new ArrayDeque<>()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }
    }
}
