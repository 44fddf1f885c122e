package vn.luot.sim.simulate;

import java.util.Collection;
import java.util.function.Predicate;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Ticket.State;

/** A day in numbers: whoever came was served, did not show up, was taken back, gave up, was left over, or is still here. */
record DayTotals(long issued, long served, long noShow, long voided, long cancelled, long unserved, long here) {
    static DayTotals of(Collection<Ticket> tickets) {
        return new DayTotals(
                tickets.size(),
                count(tickets, state -> state == State.SERVED),
                count(tickets, state -> state == State.NO_SHOW),
                count(tickets, state -> state == State.VOIDED),
                count(tickets, state -> state == State.CANCELLED),
                count(tickets, state -> state == State.UNSERVED),
                count(tickets, State::live));
    }

    private static long count(Collection<Ticket> tickets, Predicate<State> which) {
        return tickets.stream().filter(ticket -> which.test(ticket.state())).count();
    }

    boolean addUp() {
        return issued == served + noShow + voided + cancelled + unserved + here;
    }
}
