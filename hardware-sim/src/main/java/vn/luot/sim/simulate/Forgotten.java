package vn.luot.sim.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.luot.hub.queue.Lease;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.TicketNumber;

/** What a restore lost: just the steps that the backup lacked. Nothing else is excused by it. */
final class Forgotten {
    static final Forgotten NOTHING = new Forgotten(List.of());

    private final Set<String> tickets = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> votes = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final List<Lease> leases = new ArrayList<>();

    Forgotten(List<Step> steps) {
        steps.forEach(this::add);
    }

    private void add(Step step) {
        if (step.ticket() != null) keys.add(step.ticket().key());
        switch (step.kind()) {
            case ISSUED, WALKED_IN -> tickets.add(step.ticket().token());
            case RATED -> votes.add(step.ticket().token());
            case DAY_OPENED -> days.add(step.day());
            case LEASED -> leases.add(Lease.parse(step.reason()));
            case VOIDED -> {
                if (step.ticket() == null) keys.add(step.reason());
            }
            default -> {}
        }
    }

    /** Whether the ticket of this token was given in a lost step. */
    boolean hasTicket(String token) {
        return tickets.contains(token);
    }

    /** Whether a lost step was about the ticket of this key, or about the key itself. */
    boolean hasKey(String key) {
        return keys.contains(key);
    }

    boolean hasVote(String token) {
        return votes.contains(token);
    }

    /** Whether it was opened in a lost step. */
    boolean hasDay(LocalDate day) {
        return days.contains(day);
    }

    /** Whether {@code day} was over by a lost step. */
    boolean hasDayAfter(LocalDate day) {
        return days.stream().anyMatch(day::isBefore);
    }

    /** Whether the block that this number was given from was leased in a lost step. */
    boolean hasLeaseOf(String service, TicketNumber number, int epoch) {
        return leases.stream()
                .anyMatch(lease -> lease.service().equals(service)
                        && lease.epoch() == epoch
                        && lease.first() <= number.value()
                        && number.value() <= lease.last());
    }
}
