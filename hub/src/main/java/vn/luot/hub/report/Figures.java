package vn.luot.hub.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.queue.Ticket.State;
import vn.luot.protocol.message.Plan;

/**
 * What reports say of some visits. All who arrived are served, missed, cancelled, voided, unserved, or still there.
 *
 * @param seen who was served
 * @param present who waits, is called, is being served or is held
 * @param waited how long those waited who were called
 * @param served how long those sat at counters who were served
 * @param withinTarget how many of those who were called had waited no longer than the target
 */
public record Figures(
        int arrived,
        int seen,
        int noShow,
        int cancelled,
        int voided,
        int unserved,
        int present,
        Times waited,
        Times served,
        int withinTarget,
        Votes votes) {

    /**
     * Whole seconds; all 0 when there were none.
     *
     * @param count how many were measured
     */
    public record Times(int count, long average, long median, long p90) {
        static Times of(Stream<Duration> times) {
            var seconds = times.filter(Objects::nonNull)
                    .mapToLong(Duration::toSeconds)
                    .sorted()
                    .toArray();
            if (seconds.length == 0) return new Times(0, 0, 0, 0);
            var average = Math.round(Arrays.stream(seconds).average().orElseThrow());
            return new Times(seconds.length, average, share(seconds, 0.5), share(seconds, 0.9));
        }

        /** The smallest time that {@code share} of all do not exceed. */
        private static long share(long[] sorted, double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }

    /**
     * @param count how many voted
     * @param mean of their scores; absent without a vote
     * @param low {@code low} to {@code high} holds the mean of all who could have voted, 19 times out of 20; absent with
     *     fewer than two votes
     * @param high see {@code low}
     * @param toRate how long after the end of the service they came
     * @param streak of the votes for one clerk, how many with the same score came one right after the other, at most;
     *     absent without a vote
     */
    public record Votes(int count, Double mean, Double low, Double high, Times toRate, Integer streak) {
        private static final double NINETEEN_OF_TWENTY = 1.96;

        /** No mean is beyond the scale, however few voted. */
        static Votes of(List<Visit> voted, Plan.RatingScale rating) {
            var scores = voted.stream().map(visit -> visit.vote().score()).toList();
            var toRate = Times.of(voted.stream().map(visit -> visit.vote().after()));
            var count = scores.size();
            if (count == 0) return new Votes(0, null, null, null, toRate, null);
            var mean = scores.stream().mapToInt(score -> score).average().orElseThrow();
            if (count == 1) return new Votes(1, tenths(mean), null, null, toRate, 1);
            var squares = scores.stream()
                    .mapToDouble(score -> (score - mean) * (score - mean))
                    .sum();
            var margin = NINETEEN_OF_TWENTY * Math.sqrt(squares / (count - 1) / count);
            var possible = Stream.concat(rating.levels().stream().map(Plan.Level::score), scores.stream())
                    .mapToInt(score -> score)
                    .summaryStatistics();
            return new Votes(
                    count,
                    tenths(mean),
                    tenths(Math.max(possible.getMin(), mean - margin)),
                    tenths(Math.min(possible.getMax(), mean + margin)),
                    toRate,
                    streak(voted));
        }

        private static int streak(List<Visit> voted) {
            var byClerk = voted.stream().collect(Collectors.groupingBy(visit -> Objects.toString(visit.clerk())));
            return byClerk.values().stream().mapToInt(Votes::longestRun).max().orElseThrow();
        }

        private static int longestRun(List<Visit> ofOneClerk) {
            var scores = ofOneClerk.stream()
                    .map(Visit::vote)
                    .sorted(Comparator.comparing(Visit.Vote::at))
                    .mapToInt(Visit.Vote::score)
                    .toArray();
            var longest = 0;
            var run = 0;
            for (var at = 0; at < scores.length; at++) {
                run = at > 0 && scores[at] == scores[at - 1] ? run + 1 : 1;
                longest = Math.max(longest, run);
            }
            return longest;
        }

        /** Indices have one decimal. */
        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    static Figures of(List<Visit> visits, Duration target, Plan.RatingScale rating) {
        Function<State, Integer> ended = state ->
                (int) visits.stream().filter(visit -> visit.state() == state).count();
        Function<Figure, Stream<Visit>> behind =
                figure -> visits.stream().filter(visit -> figure.counts(visit, target));
        return new Figures(
                visits.size(),
                ended.apply(State.SERVED),
                ended.apply(State.NO_SHOW),
                ended.apply(State.CANCELLED),
                ended.apply(State.VOIDED),
                ended.apply(State.UNSERVED),
                (int) behind.apply(Figure.PRESENT).count(),
                Times.of(behind.apply(Figure.CALLED).map(Visit::waited)),
                Times.of(behind.apply(Figure.SEEN).map(Visit::served)),
                (int) behind.apply(Figure.WITHIN).count(),
                Votes.of(behind.apply(Figure.VOTED).toList(), rating));
    }

    /** Of 100 who were served, how many voted; 0 when nobody was served. */
    int coverage() {
        return percent(votes.count(), seen);
    }

    /** Of 100 who were called, how many within the target; 0 when nobody was called. */
    int withinTargetPercent() {
        return percent(withinTarget, waited.count());
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }
}
