package vn.luot.hub.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times drawn from what was seen. A service that was seen rarely borrows from its field, and that from the whole hall;
 * how far the few that were seen may be off the truth is drawn once for each run.
 */
final class Draws {
    /** How many own cases weigh as much as the borrowed ones. */
    private static final double BORROWED = 8;

    private static final int TRIES = 24;
    private static final Duration LATELY = Duration.ofMinutes(45);

    private final ServiceTimes.Learned learned;
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Double> scales = new HashMap<>();
    private final List<Ticket> arrivals;
    private final Dice dice;

    Draws(ServiceTimes.Learned learned, HallPicture picture, Dice dice) {
        this.learned = learned;
        this.dice = dice;
        var rules = picture.rules();
        var lately = picture.at().minus(LATELY);
        this.arrivals = learned.priorityArrivals().stream()
                .filter(ticket ->
                        ticket.issuedAt().isAfter(lately) && !ticket.issuedAt().isAfter(picture.at()))
                .toList();
        rules.services().forEach(service -> services.put(service.id(), service));
    }

    void nextRun() {
        scales.clear();
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

    /** A priority visitor such as came lately; absent when none did. */
    Ticket arrival() {
        return arrivals.isEmpty() ? null : arrivals.get(dice.below(arrivals.size()));
    }

    /** How long until the next one comes, at the pace of lately, in milliseconds. */
    long untilArrival() {
        var mean = (double) LATELY.toMillis() / arrivals.size();
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

    /** The mean of n cases is off by about their deviation over the root of n. */
    private double scale(String service) {
        var own = learned.own().getOrDefault(service, List.of());
        var seen = own.size() < BORROWED ? learned.all() : own;
        var mean = seen.stream().mapToInt(Integer::intValue).average().orElse(1);
        var variance = seen.stream()
                .mapToDouble(time -> (time - mean) * (time - mean))
                .average()
                .orElse(0);
        var off = Math.sqrt(variance / (own.size() + 1)) / Math.max(1, mean);
        return Math.exp(dice.normal() * Math.min(off, 0.5));
    }
}
