package vn.luot.hub.queue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The hours of a week in which tickets are issued, in the hall's local time. */
public record Opening(List<Span> spans) {

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
    }

    public Opening {
        spans = List.copyOf(spans);
    }

    public boolean isOpen(LocalDateTime time) {
        return spans.stream().anyMatch(span -> span.contains(time));
    }

    /** When it opens next after {@code time}; empty when it never does. */
    public Optional<LocalDateTime> nextAfter(LocalDateTime time) {
        return IntStream.rangeClosed(0, 7)
                .mapToObj(days -> time.toLocalDate().plusDays(days))
                .flatMap(date -> spans.stream()
                        .filter(span -> span.days().contains(date.getDayOfWeek()))
                        .map(span -> date.atTime(span.from())))
                .filter(start -> start.isAfter(time))
                .min(LocalDateTime::compareTo);
    }
}
