package vn.luot.hub.queue;

/**
 * A numbered desk.
 *
 * @param clerk sign-in name of the clerk who sits there; absent when closed
 * @param clerkShownAs the clerk's name for visitors; absent when closed
 * @param ticket id of the ticket called or served here; 0 when there is none
 * @param toRate id of the ticket served here last, until it is rated or another is called; 0 when there is none
 */
public record Counter(int id, State state, String clerk, String clerkShownAs, long ticket, long toRate) {

    /** Whether a clerk sits there. */
    public enum State {
        OPEN,
        CLOSED
    }

    static Counter closed(int id) {
        return new Counter(id, State.CLOSED, null, null, 0, 0);
    }

    Counter openedBy(Actor clerk) {
        return new Counter(id, State.OPEN, clerk.name(), clerk.shownAs(), 0, toRate);
    }

    Counter closed() {
        return new Counter(id, State.CLOSED, null, null, 0, toRate);
    }

    Counter calling(long ticket) {
        return new Counter(id, state, clerk, clerkShownAs, ticket, 0);
    }

    Counter served() {
        return new Counter(id, state, clerk, clerkShownAs, 0, ticket);
    }

    Counter freed() {
        return new Counter(id, state, clerk, clerkShownAs, 0, toRate);
    }

    Counter rated() {
        return new Counter(id, state, clerk, clerkShownAs, ticket, 0);
    }
}
