package vn.luot.kiosk;

import java.time.Duration;
import java.util.Objects;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.Plan;

/**
 * How far a kiosk goes on without the hub.
 *
 * @param numbers of each service that are kept ready, though never more than a twentieth of its numbers; 0 for none
 * @param time since the hub was heard last
 */
public record OfflineBudget(int numbers, Duration time) {
    public static final OfflineBudget USUAL = new OfflineBudget(40, Duration.ofHours(8));

    private static final int SHARE = 20;

    public OfflineBudget {
        Objects.requireNonNull(time, "time");
        if (numbers < 0 || numbers > BlockRequest.MOST) {
            throw new IllegalArgumentException("numbers " + numbers + ": 0 to " + BlockRequest.MOST);
        }
        if (time.isNegative()) throw new IllegalArgumentException("time " + time);
    }

    int numbersOf(Plan.Service service) {
        return Math.min(numbers, (service.last() - service.first() + 1) / SHARE);
    }
}
