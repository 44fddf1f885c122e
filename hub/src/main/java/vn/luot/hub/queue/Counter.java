package vn.luot.hub.queue;

/**
 * A numbered desk.
 *
 * @param clerk sign-in name of the clerk who sits there; absent when closed
 * @param clerkShownAs the clerk's name for visitors; absent when closed
 * @param pause why the clerk is away; absent unless paused
 * @param ticket id of the ticket called or served here; 0 when there is none
 * @param toRate id of the ticket served here last, until it is rated or another is called; 0 when there is none
 * @param streak how many priority tickets were called in a row while an ordinary one waited; below 0, how many ordinary
 *     ones were called in a row
 */
public record Counter(
        int id, State state, String clerk, String clerkShownAs, String pause, long ticket, long toRate, int streak) {

    /** Whether a clerk sits there. */
    public enum State {
        OPEN,
        PAUSED,
        CLOSED
    }

    static Counter closed(int id) {
        return new Counter(id, State.CLOSED, null, null, null, 0, 0, 0);
    }

    Counter openedBy(Actor clerk) {
        return new Counter(id, State.OPEN, clerk.name(), clerk.shownAs(), null, ticket, toRate, streak);
    }

    Counter paused(String why) {
        return new Counter(id, State.PAUSED, clerk, clerkShownAs, why, ticket, toRate, streak);
    }

    Counter closed() {
        return new Counter(id, State.CLOSED, null, null, null, 0, toRate, streak);
    }

    Counter calling(long ticket, int streak) {
        return new Counter(id, state, clerk, clerkShownAs, pause, ticket, 0, streak);
    }

    Counter taking(long ticket) {
        return calling(ticket, streak);
    }

    Counter served() {
        return new Counter(id, state, clerk, clerkShownAs, pause, 0, ticket, streak);
    }

    Counter freed() {
        return new Counter(id, state, clerk, clerkShownAs, pause, 0, toRate, streak);
    }

    Counter rated() {
        return new Counter(id, state, clerk, clerkShownAs, pause, ticket, 0, streak);
    }
}
