package vn.luot.sim.bench;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.TicketOrder;

/** What people want of a hall, without a wire between. */
final class BenchHall {
    static final Actor KIOSK = new Actor(Role.KIOSK, "Kiosk", "Kiosk");
    static final Actor CLERK = new Actor(Role.CLERK, "quay", "Cán bộ");

    private BenchHall() {}

    static Decision issue(Hall hall, Instant now) {
        var random = ThreadLocalRandom.current();
        var bits = random.nextLong();
        var service = BenchPlan.service((int) Math.floorMod(bits, (long) BenchPlan.SERVICES));
        var key = Long.toHexString(bits | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
        return hall.issue(new TicketOrder(key, bits, key, service, null, "vi", 1), KIOSK, now);
    }
}
