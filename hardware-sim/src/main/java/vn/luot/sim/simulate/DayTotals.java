package vn.luot.sim.simulate;

import java.util.Collection;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Ticket.State;

/** A day in numbers: whoever came was served, did not show up, was taken back, gave up, was left over, or is still here. */
record DayTotals(long issued, long served, long noShow, long voided, long cancelled, long unserved, long here) {
    static DayTotals of(Collection<Ticket> tickets) {
        var here = 0;
        var ended = new long[State.values().length];
        for (var ticket : tickets) {
            if (ticket.state().live()) here++;
            else ended[ticket.state().ordinal()]++;
        }
        return new DayTotals(
                tickets.size(),
                ended[State.SERVED.ordinal()],
                ended[State.NO_SHOW.ordinal()],
                ended[State.VOIDED.ordinal()],
                ended[State.CANCELLED.ordinal()],
                ended[State.UNSERVED.ordinal()],
                here);
    }

    boolean addUp() {
        return issued == served + noShow + voided + cancelled + unserved + here;
    }
}
