package vn.luot.hub.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of a business day: given from the bottom of each range, leased from the top, none of them twice. */
final class Numbers {
    /** How many numbers of a service a store may have given since its backup, and how many it may have leased. */
    private static final int FORGOTTEN = 60;

    /** In place of the key of a block that lies where the hub gives numbers itself. */
    private static final String GIVEN = "given";

    private static final String NOBODY = "";

    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> leasedFrom = new HashMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final Set<TicketNumber> givenOffline = new HashSet<>();

    /** The next number; empty when the range is used up. */
    Optional<TicketNumber> next(Service service) {
        return left(service) == 0
                ? Optional.empty()
                : Optional.of(new TicketNumber(service.prefix(), lastOf(service) + 1));
    }

    int left(Service service) {
        return top(service) - lastOf(service);
    }

    /** A block of up to {@code count} numbers; empty when none are left. */
    Optional<Lease> block(Service service, int count, int epoch, String key, String holder) {
        var size = Math.min(count, left(service));
        var top = top(service);
        return size < 1
                ? Optional.empty()
                : Optional.of(new Lease(service.id(), top - size + 1, top, epoch, key, holder));
    }

    /** The blocks that a kiosk was given today. */
    List<Lease> leasesOf(String holder) {
        return leases.stream().filter(lease -> lease.holder().equals(holder)).toList();
    }

    boolean isHeldBy(String holder, int epoch, Service service, TicketNumber number) {
        return number.prefix().equals(service.prefix())
                && leases.stream()
                        .filter(lease -> lease.service().equals(service.id()))
                        .filter(lease ->
                                lease.epoch() == epoch && lease.holder().equals(holder))
                        .anyMatch(lease -> lease.holds(number));
    }

    boolean wasGivenOffline(TicketNumber number) {
        return givenOffline.contains(number);
    }

    void give(Ticket ticket) {
        if (ticket.marks().contains(Ticket.Mark.OFFLINE)) {
            givenOffline.add(ticket.number());
        } else {
            last.put(ticket.asked().service(), ticket.number().value());
        }
    }

    void lease(Lease lease) {
        leases.add(lease);
        if (lease.holder().equals(NOBODY) && lease.key().equals(GIVEN)) {
            last.put(lease.service(), lease.last());
        } else {
            leasedFrom.put(lease.service(), lease.first());
        }
    }

    /** The numbers that a store which begins another life may have given in its last one: they go to nobody. */
    List<Lease> forgotten(Service service, int epoch) {
        if (leasesOf(NOBODY).stream().anyMatch(lease -> lease.epoch() == epoch)) return List.of();
        var forgotten = new ArrayList<Lease>();
        var given = Math.min(FORGOTTEN, left(service));
        var first = lastOf(service) + 1;
        if (given > 0) forgotten.add(new Lease(service.id(), first, first + given - 1, epoch, GIVEN, NOBODY));
        var leased = Math.min(FORGOTTEN, left(service) - given);
        var top = top(service);
        if (leased > 0) forgotten.add(new Lease(service.id(), top - leased + 1, top, epoch, "leased", NOBODY));
        return forgotten;
    }

    /** Of this day, whether all of their numbers were given or not. */
    List<Lease> leases() {
        return List.copyOf(leases);
    }

    void clear() {
        last.clear();
        leasedFrom.clear();
        leases.clear();
        givenOffline.clear();
    }

    private int lastOf(Service service) {
        return last.getOrDefault(service.id(), service.first() - 1);
    }

    /** The highest number that is not leased. */
    private int top(Service service) {
        return leasedFrom.getOrDefault(service.id(), service.last() + 1) - 1;
    }
}
