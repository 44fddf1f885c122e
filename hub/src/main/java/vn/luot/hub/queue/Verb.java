package vn.luot.hub.queue;

import static vn.luot.hub.queue.Ticket.State.CALLED;
import static vn.luot.hub.queue.Ticket.State.HELD;
import static vn.luot.hub.queue.Ticket.State.NO_SHOW;
import static vn.luot.hub.queue.Ticket.State.SERVED;
import static vn.luot.hub.queue.Ticket.State.SERVING;
import static vn.luot.hub.queue.Ticket.State.WAITING;

import java.util.Set;
import vn.luot.hub.queue.Ticket.State;

/** What can be done with a ticket, and in which states. Whatever is not in this table is refused. */
public enum Verb {
    CALL(WAITING),
    CALL_CHOSEN(WAITING, HELD),
    RECALL(CALLED),
    START(CALLED),
    /** A clerk who never pressed start may finish as well. */
    FINISH(CALLED, SERVING),
    MISS(CALLED),
    HOLD(CALLED, SERVING),
    RESUME(HELD),
    RETURN(CALLED, SERVING, HELD, NO_SHOW),
    /** The holder lets others go first. */
    PUSH_BACK(WAITING),
    TRANSFER(WAITING, CALLED, SERVING, HELD),
    ADD_FURTHER(WAITING, CALLED, SERVING, HELD),
    CANCEL(WAITING, CALLED, HELD),
    /** Who did not show up may come back, unless nobody ever held the number. */
    VOID(WAITING, CALLED, HELD, NO_SHOW),
    REPRINT(WAITING, CALLED, SERVING, HELD, NO_SHOW),
    LEAVE_UNSERVED(WAITING, CALLED, SERVING, HELD),
    /** In time to make a difference. */
    ASK_PRIORITY(WAITING),
    DECIDE_PRIORITY(WAITING),
    RATE(SERVED);

    private final Set<State> states;

    Verb(State... states) {
        this.states = Set.of(states);
    }

    boolean isLegalIn(State state) {
        return states.contains(state);
    }
}
