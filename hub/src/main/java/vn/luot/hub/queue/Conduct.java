package vn.luot.hub.queue;

import java.time.Duration;
import java.util.Set;

/**
 * How a hall treats its visitors.
 *
 * @param inOrder counters that finish one service before the next, in the order of their list; the others take all
 *     their services together
 * @param early how long before the booked time an appointment may be called
 * @param late how long after the booked time an appointment is still kept; later, its holder is an ordinary visitor
 * @param recalls how often a called one may be called again
 * @param comeBack how long after a missed call its holder may still come back
 * @param headStart how long somebody who is sent back into a line counts as having waited there; absent to keep the
 *     original arrival
 */
public record Conduct(
        OrderPolicy order,
        Set<Integer> inOrder,
        Duration early,
        Duration late,
        int recalls,
        Duration comeBack,
        Duration headStart) {
    public Conduct {
        inOrder = Set.copyOf(inOrder);
    }

    /** First come first served, three recalls, half an hour to come back, and nobody loses the time they waited. */
    public static final Conduct USUAL = new Conduct(
            new OrderPolicy.FirstCome(),
            Set.of(),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            3,
            Duration.ofMinutes(30),
            null);

    public Conduct calling(OrderPolicy policy) {
        return new Conduct(policy, inOrder, early, late, recalls, comeBack, headStart);
    }

    public Conduct inOrderAt(Set<Integer> counters) {
        return new Conduct(order, counters, early, late, recalls, comeBack, headStart);
    }

    public Conduct withHeadStart(Duration waited) {
        return new Conduct(order, inOrder, early, late, recalls, comeBack, waited);
    }
}
