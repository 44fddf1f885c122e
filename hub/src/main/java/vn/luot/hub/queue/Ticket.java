package vn.luot.hub.queue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One number of one business day, and how far its visit has come.
 *
 * @param id the {@code seq} of the step that issued it
 * @param asked what its holder asked for; only its class may be decided later
 * @param ahead how many waited for the counters of its service when it was issued
 * @param place where it stands, or stood, in the order
 * @param rating absent until its holder voted
 */
public record Ticket(
        long id,
        TicketNumber number,
        TicketOrder asked,
        Instant issuedAt,
        int ahead,
        Place place,
        Progress progress,
        Set<Mark> marks,
        Rating rating) {

    /** Where a ticket stands. The names are in journals: never rename one. */
    public enum State {
        WAITING,
        CALLED,
        SERVING,
        HELD,
        SERVED,
        NO_SHOW,
        CANCELLED,
        VOIDED,
        UNSERVED;

        /** Whether the visit is still going on. */
        public boolean live() {
            return switch (this) {
                case WAITING, CALLED, SERVING, HELD -> true;
                case SERVED, NO_SHOW, CANCELLED, VOIDED, UNSERVED -> false;
            };
        }

        /** Whether it is at a counter. */
        boolean atCounter() {
            return this == CALLED || this == SERVING;
        }
    }

    /** What staff should know of the paper and the vote. The names are in journals: never rename one. */
    public enum Mark {
        /** The kiosk gave the number from its block while the hub was away. */
        OFFLINE,
        /** There may be a second paper, marked so. */
        REPRINTED,
        /** Its holder says that it has priority, and waits for a person to look. */
        PRIORITY_ASKED,
        /** It had a vote that does not count, and gets no other. */
        VOTE_VOIDED
    }

    /**
     * A place in the order.
     *
     * @param service the service it waits for, or came to last
     * @param since the time it counts from: arrival, or the booked time of an appointment that was kept
     * @param counter the only counter that may call it; 0 when each counter of the service may
     * @param further the services that follow on the same number
     */
    public record Place(String service, Instant since, int counter, List<String> further) {
        public Place {
            further = List.copyOf(further);
        }
    }

    /**
     * How far it has come.
     *
     * @param counter the counter that called it last; 0 before the first call
     * @param calls how often it was called since it last waited, recalls included
     * @param misses how often it did not come
     * @param outcome the clerk's code for how the visit ended; absent when none was given
     * @param files how many files it brought, corrected by the clerk
     */
    public record Progress(
            State state,
            int counter,
            int calls,
            int misses,
            Instant calledAt,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            int files) {

        private Progress called(int at, Instant now) {
            return new Progress(State.CALLED, at, calls + 1, misses, now, startedAt, null, null, files);
        }

        private Progress started(int at, Instant now) {
            var first = startedAt == null ? now : startedAt;
            return new Progress(State.SERVING, at, calls, misses, calledAt, first, null, null, files);
        }

        private Progress held() {
            return new Progress(State.HELD, counter, calls, misses, calledAt, startedAt, null, null, files);
        }

        private Progress waiting(int files) {
            return new Progress(State.WAITING, counter, 0, misses, null, null, null, null, files);
        }

        private Progress ended(State how, Instant now, String outcome, int files) {
            var missed = how == State.NO_SHOW ? misses + 1 : misses;
            var started = how == State.SERVED && startedAt == null ? now : startedAt;
            return new Progress(how, counter, calls, missed, calledAt, started, now, outcome, files);
        }
    }

    public Ticket {
        marks = Set.copyOf(marks);
    }

    static Ticket issued(long id, TicketNumber number, TicketOrder order, int ahead, Instant since, Instant at) {
        var place = new Place(order.service(), since, 0, List.of());
        var progress = new Progress(State.WAITING, 0, 0, 0, null, null, null, null, order.files());
        return new Ticket(id, number, order, at, ahead, place, progress, Set.of(), null);
    }

    Ticket called(int counter, Instant now) {
        return with(progress.called(counter, now));
    }

    Ticket started(int counter, Instant now) {
        return with(progress.started(counter, now));
    }

    Ticket held() {
        return with(progress.held());
    }

    /** Back among the waiting, at {@code place}. */
    Ticket waitingAt(Place place) {
        return waitingAt(place, files());
    }

    Ticket waitingAt(Place place, int files) {
        return new Ticket(id, number, asked, issuedAt, ahead, place, progress.waiting(files), marks, rating);
    }

    Ticket finished(Instant now, Finish how) {
        return with(progress.ended(State.SERVED, now, how.outcome(), how.files() == 0 ? files() : how.files()));
    }

    /** The visit ended otherwise than served. */
    Ticket ended(State how, Instant now) {
        return with(progress.ended(how, now, null, files()));
    }

    Ticket followedBy(String service) {
        var further =
                Stream.concat(place.further().stream(), Stream.of(service)).toList();
        return with(new Place(place.service(), place.since(), place.counter(), further));
    }

    Ticket marked(Mark mark) {
        var all = EnumSet.of(mark);
        all.addAll(marks);
        return new Ticket(id, number, asked, issuedAt, ahead, place, progress, all, rating);
    }

    /** @param priorityClass absent for an ordinary visitor after all */
    Ticket decided(String priorityClass) {
        var others = marks.stream().filter(mark -> mark != Mark.PRIORITY_ASKED).collect(Collectors.toSet());
        return new Ticket(id, number, asked.as(priorityClass), issuedAt, ahead, place, progress, others, rating);
    }

    /** Whether its one vote is still to come. */
    public boolean mayBeRated() {
        return state() == State.SERVED && rating == null && !marks.contains(Mark.VOTE_VOIDED);
    }

    Ticket rated(Rating vote) {
        return new Ticket(id, number, asked, issuedAt, ahead, place, progress, marks, vote);
    }

    private Ticket with(Progress further) {
        return new Ticket(id, number, asked, issuedAt, ahead, place, further, marks, rating);
    }

    private Ticket with(Place other) {
        return new Ticket(id, number, asked, issuedAt, ahead, other, progress, marks, rating);
    }

    public String service() {
        return place.service();
    }

    public String token() {
        return asked.token();
    }

    /** The idempotency key it was asked for with. */
    public String key() {
        return asked.key();
    }

    /** Fingerprint of the request, so that the same key for something else is noticed. */
    public long request() {
        return asked.request();
    }

    /** Absent for an ordinary visitor. */
    public String priorityClass() {
        return asked.priorityClass();
    }

    public String language() {
        return asked.language();
    }

    public State state() {
        return progress.state();
    }

    public int counter() {
        return progress.counter();
    }

    public int calls() {
        return progress.calls();
    }

    public int files() {
        return progress.files();
    }

    public Instant calledAt() {
        return progress.calledAt();
    }

    public Instant startedAt() {
        return progress.startedAt();
    }

    public Instant finishedAt() {
        return progress.finishedAt();
    }

    /** Whether it stands at the booked time of an appointment that was kept. */
    public boolean booked() {
        return place.since().equals(asked.appointment());
    }

    boolean priority() {
        return asked.priorityClass() != null;
    }
}
