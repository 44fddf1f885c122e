package vn.luot.hub.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.luot.hub.queue.ServiceTimes.Joining;

/**
 * Times drawn from what was seen. A service that was seen rarely borrows from its field, and that from the whole hall;
 * how far the few that were seen may be off the truth is drawn once for each run, and so is how quick the hall is today.
 */
final class Draws {
    /** How many own cases weigh as much as the borrowed ones. */
    private static final double BORROWED = 8;

    /** How many calls of today weigh as much as the belief that today is like any day. */
    private static final double ORDINARY_CALLS = 12;

    /** How far the pace of what comes may be off that of what was, held against how much times vary at all. */
    private static final double PACE_DEVIATION = 0.18;

    private static final int CALLS_OF_TODAY = 60;
    private static final int TRIES = 24;
    private static final Duration LATELY = Duration.ofMinutes(45);

    private final ServiceTimes.Learned learned;
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Double> means = new HashMap<>();
    private final Map<String, Double> scales = new HashMap<>();
    private final Map<String, Double> deviations = new HashMap<>();
    private final List<Joining> joinings;
    private final Dice dice;
    private final double pace;
    private final double paceDeviation;
    private double paceNow;

    Draws(ServiceTimes.Learned learned, HallPicture picture, Dice dice) {
        this.learned = learned;
        this.dice = dice;
        var lately = picture.at().minus(LATELY);
        this.joinings = learned.joinings().stream()
                .filter(joining -> joining.at().isAfter(lately) && !joining.at().isAfter(picture.at()))
                .toList();
        picture.rules().services().forEach(service -> services.put(service.id(), service));
        this.pace = pace();
        this.paceDeviation = PACE_DEVIATION * Math.min(1, variation(learned.all()));
    }

    /** How long calls took today, held against what their services usually take. */
    private double pace() {
        var calls = learned.today();
        var latest = calls.subList(Math.max(0, calls.size() - CALLS_OF_TODAY), calls.size());
        var expected = 0.0;
        var taken = 0.0;
        for (var call : latest) {
            expected += means.computeIfAbsent(call.service(), this::mean);
            taken += call.time();
        }
        if (expected == 0) return 1;
        var belief = expected / latest.size() * ORDINARY_CALLS;
        return (taken + belief) / (expected + belief);
    }

    private double mean(String service) {
        return learned.own().getOrDefault(service, learned.all()).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(1);
    }

    void nextRun() {
        scales.clear();
        paceNow = pace * Math.exp(paceDeviation * dice.normal());
    }

    /** How long a call keeps the counter, in milliseconds, given that it has for {@code passed} already. */
    long time(String service, long passed) {
        var scale = scales.computeIfAbsent(service, this::scale);
        for (var tries = 0; tries < TRIES; tries++) {
            var time = (long) (seen(service) * scale);
            if (time > passed) return time;
        }
        // Longer than anything seen: nobody knows, and such things tend to go on.
        return passed + seen(service) / 2;
    }

    long gap() {
        return learned.gaps().isEmpty() ? 0 : one(learned.gaps());
    }

    /** Somebody who joins ahead of others such as came lately; absent when none did. */
    Joining joining() {
        return joinings.isEmpty() ? null : joinings.get(dice.below(joinings.size()));
    }

    /** How long until the next one joins, at the pace of lately, in milliseconds. */
    long untilJoining() {
        var mean = (double) LATELY.toMillis() / joinings.size();
        return (long) (-mean * Math.log(1 - dice.share()));
    }

    private int seen(String service) {
        var own = learned.own().getOrDefault(service, List.of());
        if (dice.share() * (own.size() + BORROWED) < own.size()) return one(own);
        var field = learned.fields().getOrDefault(services.get(service).field(), List.of());
        if (dice.share() * (field.size() + BORROWED) < field.size()) return one(field);
        return one(learned.all());
    }

    private int one(List<Integer> seen) {
        return seen.get(dice.below(seen.size()));
    }

    private double scale(String service) {
        return paceNow * Math.exp(dice.normal() * deviations.computeIfAbsent(service, this::deviation));
    }

    /** The mean of n cases is off by about their deviation over the root of n. */
    private double deviation(String service) {
        var own = learned.own().getOrDefault(service, List.of());
        var seen = own.size() < BORROWED ? learned.all() : own;
        return Math.min(0.5, variation(seen) / Math.sqrt(own.size() + 1.0));
    }

    /** The deviation of times, held against their mean. */
    private static double variation(List<Integer> times) {
        var mean = times.stream().mapToInt(Integer::intValue).average().orElse(1);
        var variance = times.stream()
                .mapToDouble(time -> (time - mean) * (time - mean))
                .average()
                .orElse(0);
        return Math.sqrt(variance) / Math.max(1, mean);
    }
}
