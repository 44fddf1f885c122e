package vn.luot.kiosk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/**
 * How a kiosk stands with its hub.
 *
 * @param plan absent before the hub was ever reached
 * @param openDay the business day that was open when the hub was heard last; absent when none was
 * @param isHere whether the hub is
 * @param barred why nobody gets a number here, such as a hub that does not talk to this kiosk; absent when all is well
 * @param outdated whether the hub is there and of another version than this program
 * @param ready services of which the kiosk can give a number by itself now
 * @param unwanted numbers on paper that the hub did not take in
 */
public record Standing(
        Plan plan,
        LocalDate openDay,
        boolean isHere,
        Text barred,
        boolean outdated,
        Set<String> ready,
        List<String> unwanted) {
    public Standing {
        ready = Set.copyOf(ready);
        unwanted = List.copyOf(unwanted);
    }

    /** The same, but the kiosk gives no numbers, for another reason than the hub's. */
    Standing barredBy(Text why) {
        return new Standing(plan, openDay, isHere, why, outdated, ready, unwanted);
    }

    static final Standing UNKNOWN = new Standing(null, null, false, null, false, Set.of(), List.of());
}
