package vn.luot.sim.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.luot.hub.queue.Conduct;
import vn.luot.hub.queue.OrderPolicy;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;

/**
 * A centre of chance with the services and counters of Hương Trà: how long its services take, how quick its clerks are
 * and when they usually work. All in seconds, times from midnight.
 */
final class WaitCentre {
    static final int MORNING = hour(7.5);
    static final int NOON = hour(11.5);
    static final int AFTERNOON = hour(13.5);
    static final int EVENING = hour(17);

    /** From when to when somebody works. */
    record Span(int from, int to) {
        boolean contains(int time) {
            return from <= time && time < to;
        }
    }

    static final Plan PLAN = Plans.huongTra();

    final Rules rules;
    /** How long clerks go on at noon while somebody waits for them. */
    final int overtime;

    private final Map<String, Double> means = new HashMap<>();
    private final Map<Integer, Double> paces = new HashMap<>();
    private final Map<Integer, List<Span>> habits = new HashMap<>();

    WaitCentre(Random chance) {
        rules = rules();
        overtime = chance.nextBoolean() ? 0 : 300 + chance.nextInt(1_500);
        PLAN.services().forEach(service -> means.put(service.id(), mean(service.id(), chance)));
        PLAN.counters().forEach(counter -> {
            paces.put(counter.id(), Math.exp(0.18 * chance.nextGaussian()));
            habits.put(counter.id(), habit(counter.id(), chance));
        });
    }

    static int hour(double hours) {
        return (int) (hours * 3_600);
    }

    private static double mean(String service, Random chance) {
        var minutes = service.endsWith(".nhan") ? 2.5 + 2.5 * chance.nextDouble() : 6 + 6 * chance.nextDouble();
        return 60 * minutes;
    }

    /** Most sit there all day; the third and fourth counter of the land office come and go. */
    private static List<Span> habit(int counter, Random chance) {
        var morning = new Span(MORNING + chance.nextInt(600), NOON);
        var afternoon = new Span(AFTERNOON + chance.nextInt(600), EVENING);
        return switch (counter) {
            case 3 -> List.of(new Span(MORNING + 900 + chance.nextInt(2_700), NOON), afternoon);
            case 4 -> List.of(morning, new Span(AFTERNOON, AFTERNOON + 3_600 + chance.nextInt(5_400)));
            default -> List.of(morning, afternoon);
        };
    }

    private static Rules rules() {
        var usual = Plans.rules(PLAN);
        var points = new OrderPolicy.Accumulating(
                Map.of("elderly", 3, "disabled", 5, "pregnant", 3, "war-invalid", 3, "small-child", 2),
                1,
                2,
                Duration.ofHours(1));
        return new Rules(
                usual.zone(),
                usual.services(),
                usual.counters(),
                usual.priorityClasses(),
                usual.scores(),
                usual.reasons(),
                Conduct.USUAL.calling(points));
    }

    double mean(String service) {
        return means.get(service);
    }

    double pace(int counter) {
        return paces.get(counter);
    }

    List<Span> habit(int counter) {
        return habits.get(counter);
    }
}
