package vn.luot.hub.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Ticket.State;

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
     */
    public record Votes(int count, Double mean, Double low, Double high) {
        private static final double NINETEEN_OF_TWENTY = 1.96;

        static Votes of(List<Integer> scores) {
            var count = scores.size();
            if (count == 0) return new Votes(0, null, null, null);
            var mean = scores.stream().mapToInt(score -> score).average().orElseThrow();
            if (count == 1) return new Votes(1, tenths(mean), null, null);
            var squares = scores.stream()
                    .mapToDouble(score -> (score - mean) * (score - mean))
                    .sum();
            var margin = NINETEEN_OF_TWENTY * Math.sqrt(squares / (count - 1) / count);
            return new Votes(count, tenths(mean), tenths(mean - margin), tenths(mean + margin));
        }

        /** Indices have one decimal. */
        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    static Figures of(List<Visit> visits, Duration target) {
        Function<State, Integer> ended = state ->
                (int) visits.stream().filter(visit -> visit.state() == state).count();
        return new Figures(
                visits.size(),
                ended.apply(State.SERVED),
                ended.apply(State.NO_SHOW),
                ended.apply(State.CANCELLED),
                ended.apply(State.VOIDED),
                ended.apply(State.UNSERVED),
                (int) visits.stream().filter(visit -> visit.state().live()).count(),
                Times.of(visits.stream().map(Visit::waited)),
                Times.of(visits.stream()
                        .filter(visit -> visit.state() == Ticket.State.SERVED)
                        .map(Visit::served)),
                (int) visits.stream()
                        .map(Visit::waited)
                        .filter(wait -> wait != null && wait.compareTo(target) <= 0)
                        .count(),
                Votes.of(visits.stream()
                        .map(Visit::score)
                        .filter(Objects::nonNull)
                        .toList()));
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
