package vn.luot.hub.queue;

import java.util.List;

/** What a hall says to a wish: the steps to take, that they were taken before, or why not. */
public sealed interface Decision permits Step, Decision.Steps, Decision.Already, Refused {

    /** Several steps, in order, to be taken all or none; the last is what was wished for. */
    record Steps(List<Step> steps) implements Decision {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** The same wish was granted before; {@code ticket} is as it was left then or later; absent when it was about none. */
    record Already(Ticket ticket) implements Decision {}
}
