package vn.luot.hub.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;

/** Puts visits together from the steps of one or more business days. A visit belongs to the day of its ticket. */
public final class Visits {
    private final LocalDate until;
    private final Map<Long, Course> courses = new LinkedHashMap<>();

    /** @param until the last day whose tickets count; steps of later days only complete them */
    public Visits(LocalDate until) {
        this.until = until;
    }

    /** One ticket while its steps go by. */
    private static final class Course {
        private final Step began;
        private final Visit.Channel channel;
        private Ticket ticket;
        private Instant called;
        private Instant atCounterSince;
        private Duration served = Duration.ZERO;
        private Counter counter;

        private Course(Step began) {
            this.began = began;
            this.channel = channel(began);
            this.ticket = began.ticket();
        }

        private static Visit.Channel channel(Step began) {
            if (began.kind() == Step.Kind.WALKED_IN) return Visit.Channel.WALK_IN;
            if (began.ticket().marks().contains(Ticket.Mark.OFFLINE)) return Visit.Channel.OFFLINE;
            return began.actor().role() == Role.KIOSK ? Visit.Channel.KIOSK : Visit.Channel.HOST;
        }

        private void goesOn(Step step) {
            if (isBeingServed(ticket) && !isBeingServed(step.ticket())) leaves(step.at());
            ticket = step.ticket();
            if (ticket.state() == Ticket.State.CALLED && called == null) called = ticket.calledAt();
            if (isBeingServed(ticket) && atCounterSince == null) atCounterSince = step.at();
            // Not where somebody else sits when the vote comes.
            if (step.counter() != null && step.counter().ticket() == ticket.id()) counter = step.counter();
        }

        private void leaves(Instant at) {
            served = served.plus(Duration.between(atCounterSince, at));
            atCounterSince = null;
        }

        private static boolean isBeingServed(Ticket ticket) {
            return ticket.state() == Ticket.State.SERVING;
        }

        private Visit visit() {
            return new Visit(
                    ticket.id(),
                    began.day(),
                    ticket.number().toString(),
                    ticket.asked().service(),
                    ticket.priorityClass(),
                    channel,
                    ticket.issuedAt(),
                    called,
                    servedAtOnce() ? Duration.between(ticket.calledAt(), ticket.finishedAt()) : served,
                    ticket.state(),
                    counter == null ? 0 : counter.id(),
                    counter == null ? null : counter.clerk(),
                    counter == null ? null : counter.clerkShownAs(),
                    vote());
        }

        private Visit.Vote vote() {
            var rating = ticket.rating();
            if (rating == null || ticket.state() == Ticket.State.VOIDED) return null;
            return new Visit.Vote(rating.score(), rating.at(), Duration.between(ticket.finishedAt(), rating.at()));
        }

        /** Some clerks call and finish, and never press start. */
        private boolean servedAtOnce() {
            return ticket.state() == Ticket.State.SERVED && served.isZero() && ticket.calledAt() != null;
        }
    }

    /** The next step. */
    public void take(Step step) {
        if (step.ticket() == null) return;
        var course = courses.get(step.ticket().id());
        if (course != null) {
            course.goesOn(step);
        } else if (step.ticket().id() == step.seq() && !step.day().isAfter(until)) {
            course = new Course(step);
            course.goesOn(step);
            courses.put(step.ticket().id(), course);
        }
    }

    /** In the order of their tickets. */
    public List<Visit> all() {
        return courses.values().stream().map(Course::visit).toList();
    }
}
