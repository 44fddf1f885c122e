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
 * @param perPerson how many live tickets of one field a person may have who says who they are; 0 for any number
 * @param fewNumbers from how many left on a service's range is about to be used up; of a quota a quarter at most
 * @param opensBefore how long before its first hours the day opens by itself; absent when only people open it
 * @param closesAfter how long after its last hours the day closes by itself; absent when only people close it
 */
public record Conduct(
        OrderPolicy order,
        Set<Integer> inOrder,
        Duration early,
        Duration late,
        int recalls,
        Duration comeBack,
        Duration headStart,
        int perPerson,
        int fewNumbers,
        Duration opensBefore,
        Duration closesAfter) {
    public Conduct {
        inOrder = Set.copyOf(inOrder);
    }

    /** First come first served, three recalls, half an hour to come back, nobody loses the time they waited. */
    public static final Conduct USUAL = new Conduct(
            new OrderPolicy.FirstCome(),
            Set.of(),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            3,
            Duration.ofMinutes(30),
            null,
            0,
            20,
            null,
            null);

    public Conduct calling(OrderPolicy policy) {
        return new Conduct(
                policy,
                inOrder,
                early,
                late,
                recalls,
                comeBack,
                headStart,
                perPerson,
                fewNumbers,
                opensBefore,
                closesAfter);
    }
}
