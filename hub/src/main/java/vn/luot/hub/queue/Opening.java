package vn.luot.hub.queue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours of a week in which tickets are issued, in the hall's local time.
 *
 * @param holidays dates without hours
 */
public record Opening(List<Span> spans, Set<LocalDate> holidays) {
    private static final int FAR_AHEAD = 366;

    /** From {@code from}, inclusive, to {@code to}, exclusive; a {@code to} of 00:00 is the midnight that ends the day. */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = Set.copyOf(days);
            if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException("opens at " + from + " and closes before, at " + to);
            }
        }

        private boolean contains(LocalDateTime time) {
            return days.contains(time.getDayOfWeek())
                    && !time.toLocalTime().isBefore(from)
                    && (to.equals(LocalTime.MIDNIGHT) || time.toLocalTime().isBefore(to));
        }

        private LocalDateTime endOn(LocalDate date) {
            return (to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date).atTime(to);
        }
    }

    public Opening {
        spans = List.copyOf(spans);
        holidays = Set.copyOf(holidays);
    }

    /** The same hours all year. */
    public Opening(List<Span> spans) {
        this(spans, Set.of());
    }

    public boolean isOpen(LocalDateTime time) {
        return !holidays.contains(time.toLocalDate()) && spans.stream().anyMatch(span -> span.contains(time));
    }

    /** When it opens next after {@code time}; empty when it does not within a year. */
    public Optional<LocalDateTime> nextAfter(LocalDateTime time) {
        return IntStream.rangeClosed(0, FAR_AHEAD)
                .mapToObj(days -> time.toLocalDate().plusDays(days))
                .map(date -> on(date).map(span -> date.atTime(span.from()))
                        .filter(start -> start.isAfter(time))
                        .min(LocalDateTime::compareTo))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When it opens first on a date; empty when it does not. */
    Optional<LocalDateTime> beginsOn(LocalDate date) {
        return on(date).map(span -> date.atTime(span.from())).min(LocalDateTime::compareTo);
    }

    /** When it closes for the day; empty when it is not open on that date. */
    Optional<LocalDateTime> endsOn(LocalDate date) {
        return on(date).map(span -> span.endOn(date)).max(LocalDateTime::compareTo);
    }

    /** From when to when it is open on a date. */
    record Hours(LocalDateTime from, LocalDateTime to) {}

    List<Hours> hoursOn(LocalDate date) {
        return on(date).map(span -> new Hours(date.atTime(span.from()), span.endOn(date)))
                .toList();
    }

    private Stream<Span> on(LocalDate date) {
        return spans.stream()
                .filter(span -> !holidays.contains(date) && span.days().contains(date.getDayOfWeek()));
    }
}
