package vn.luot.kiosk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import vn.luot.kiosk.scanner.Scan;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketStatus;

/**
 * The code that was scanned last, for the one visitor who stands there: in memory only, until it was used, another was
 * scanned, or two minutes have passed. The page names it and never has it. Safe for several threads.
 */
final class Scans {
    private static final Duration KEPT = Duration.ofMinutes(2);

    private record Latest(String name, Scan scan, long at) {}

    private final Function<String, CompletableFuture<TicketStatus>> ticket;
    private final LongSupplier nanoTime;
    private Latest latest;

    /** @param ticket asks the hub how the ticket of a token stands */
    Scans(Function<String, CompletableFuture<TicketStatus>> ticket, LongSupplier nanoTime) {
        this.ticket = ticket;
        this.nanoTime = nanoTime;
    }

    /**
     * Never fails.
     *
     * @param plan absent before the hub was ever reached
     * @param today absent when nobody knows
     * @param key of the day
     */
    CompletableFuture<ScanView> scanned(String text, Plan plan, LocalDate today, ScanKey key) {
        var scan = Scan.of(text, plan == null ? List.of() : plan.priorityClasses(), today, key);
        var name = keep(scan);
        if (scan instanceof Scan.Ticket known) {
            return ticket.apply(known.token())
                    .handle((status, fault) -> new ScanView(ScanView.Kind.TICKET, name, null, List.of(), status));
        }
        return CompletableFuture.completedFuture(view(scan, name, plan));
    }

    private static ScanView view(Scan scan, String name, Plan plan) {
        if (scan instanceof Scan.Card card) return new ScanView(ScanView.Kind.CARD, name, what(card), List.of(), null);
        if (scan instanceof Scan.Appointment) return ScanView.of(ScanView.Kind.APPOINTMENT, name);
        if (scan instanceof Scan.Receipt && plan != null && !results(plan).isEmpty()) {
            return new ScanView(ScanView.Kind.RECEIPT, name, null, results(plan), null);
        }
        return ScanView.of(ScanView.Kind.UNKNOWN, name);
    }

    private static Text what(Scan.Card card) {
        return card.priorityClass() == null ? null : card.priorityClass().name();
    }

    private static List<String> results(Plan plan) {
        return plan.fields().stream()
                .map(Plan.Field::results)
                .filter(Objects::nonNull)
                .toList();
    }

    private synchronized String keep(Scan scan) {
        latest = new Latest(UUID.randomUUID().toString(), scan, nanoTime.getAsLong());
        return latest.name();
    }

    /** What a touch asks of the hub; empty when the scan that it names is not kept any more. */
    synchronized Optional<TicketRequest> wish(Touch touch) {
        if (touch.scan() == null) return Optional.of(touch.wish());
        forgetOld();
        return Optional.ofNullable(latest)
                .filter(known -> known.name().equals(touch.scan()))
                .flatMap(known -> wish(touch, known.scan()));
    }

    private static Optional<TicketRequest> wish(Touch touch, Scan scan) {
        if (scan instanceof Scan.Appointment booked) {
            return Optional.of(new TicketRequest(null, null, touch.language(), null, null, null, booked.code()));
        }
        if (touch.service() == null) return Optional.empty();
        if (!(scan instanceof Scan.Card card)) return Optional.of(touch.wish());
        var proven = Boolean.TRUE.equals(touch.priority()) && card.priorityClass() != null;
        return Optional.of(new TicketRequest(
                touch.service(),
                proven ? card.priorityClass().id() : null,
                touch.language(),
                null,
                null,
                card.identity(),
                null));
    }

    /** The visitor has a ticket, or went away. */
    synchronized void forget(String scan) {
        if (latest != null && latest.name().equals(scan)) latest = null;
    }

    synchronized void forgetOld() {
        if (latest != null && nanoTime.getAsLong() - latest.at() > KEPT.toNanos()) latest = null;
    }
}
