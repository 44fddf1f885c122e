package vn.luot.hub.queue;

import java.time.Duration;

/**
 * How a hall treats its visitors.
 *
 * @param recalls how often a called one may be called again
 * @param comeBack how long after a missed call its holder may still come back
 * @param headStart how long somebody who is sent back into a line counts as having waited there; absent to keep the
 *     original arrival
 */
public record Conduct(int recalls, Duration comeBack, Duration headStart) {
    /** Three recalls, half an hour to come back, and nobody loses the time they waited. */
    public static final Conduct USUAL = new Conduct(3, Duration.ofMinutes(30), null);
}
