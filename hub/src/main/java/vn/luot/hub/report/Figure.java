package vn.luot.hub.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.luot.hub.queue.Ticket.State;

/** A figure of a report that counts visits; whoever asks what is behind it is shown those it counts. */
enum Figure {
    ARRIVED,
    SEEN,
    NO_SHOW,
    GONE,
    PRESENT,
    CALLED,
    WITHIN,
    VOTED;

    /** Such as {@code no-show}. */
    String text() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} writes. */
    static Optional<Figure> parse(String text) {
        return Stream.of(values()).filter(figure -> figure.text().equals(text)).findFirst();
    }

    boolean counts(Visit visit, Duration target) {
        var state = visit.state();
        return switch (this) {
            case ARRIVED -> true;
            case SEEN -> state == State.SERVED;
            case NO_SHOW -> state == State.NO_SHOW;
            case GONE -> state == State.CANCELLED || state == State.VOIDED || state == State.UNSERVED;
            case PRESENT -> state.live();
            case CALLED -> visit.waited() != null;
            case WITHIN -> visit.waited() != null && visit.waited().compareTo(target) <= 0;
            case VOTED -> visit.vote() != null;
        };
    }
}
