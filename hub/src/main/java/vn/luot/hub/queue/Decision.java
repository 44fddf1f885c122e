package vn.luot.hub.queue;

/** What a hall says to a wish: the step to take, that it was taken before, or why not. */
public sealed interface Decision permits Step, Decision.Already, Refused {

    /** The same wish was granted before; {@code ticket} is as it was left then or later. */
    record Already(Ticket ticket) implements Decision {}
}
