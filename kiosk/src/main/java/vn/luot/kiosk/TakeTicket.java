package vn.luot.kiosk;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * The one way from a touch to a ticket: printer ready → intent on disk → hub → paper. Every touch ends in a {@link
 * TakeResult}; the same touch sent twice ends the same way and never makes a second ticket.
 */
final class TakeTicket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakeTicket.class);

    /** With the printer's own time this keeps every touch below 15 s. */
    static final Duration HUB_TIME = Duration.ofSeconds(6);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    /** A ticket for an older touch would be for somebody who has left. */
    private static final Duration WORTH_ASKING = Duration.ofMinutes(10);

    private final HubLink hub;
    private final Printer printer;
    private final Outbox outbox;
    private final Supplier<Optional<Plan>> plan;
    private final Clock clock;
    private final Map<String, CompletableFuture<TakeResult>> underWay = new ConcurrentHashMap<>();

    /** Writes the outbox, which waits for the disk. */
    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    TakeTicket(HubLink hub, Printer printer, Outbox outbox, Supplier<Optional<Plan>> plan, Clock clock) {
        this.hub = hub;
        this.printer = printer;
        this.outbox = outbox;
        this.plan = plan;
        this.clock = clock;
    }

    /** Never fails; answers within 15 s unless the line is slower than 19,200 baud. */
    CompletableFuture<TakeResult> take(Touch touch) {
        return underWay.computeIfAbsent(touch.touch(), key -> {
            var result = CompletableFuture.supplyAsync(() -> begin(touch), disk)
                    .thenCompose(next -> next)
                    .exceptionally(fault -> {
                        LOG.error("Taking a ticket for {} failed", touch.service(), fault);
                        return TakeResult.notKnown();
                    });
            result.thenRunAsync(() -> underWay.remove(key), disk);
            return result;
        });
    }

    /**
     * Asks the hub what became of intents that were cut short, with their own keys. Their visitors are gone, so nothing is
     * printed.
     */
    void settle() {
        disk.execute(() -> {
            try {
                for (var intent : outbox.unsettled()) {
                    if (!underWay.containsKey(intent.key())) settle(intent);
                }
            } catch (SQLException e) {
                LOG.error("Reading the outbox failed", e);
            }
        });
    }

    @Override
    public void close() {
        disk.shutdown();
    }

    private CompletableFuture<TakeResult> begin(Touch touch) {
        var hall = plan.get();
        if (hall.isEmpty()) return CompletableFuture.completedFuture(TakeResult.notConnected());
        var known = find(touch.touch());
        if (known.isPresent()) return CompletableFuture.completedFuture(again(known.get()));
        return printer.look().thenCompose(state -> {
            if (!state.canPrint()) return CompletableFuture.completedFuture(TakeResult.notIssued(state.forCitizen()));
            return issueAndPrint(touch, hall.get());
        });
    }

    /** The answer to a touch that already ended. */
    private static TakeResult again(Intent intent) {
        return switch (intent.state()) {
            case PRINTED -> TakeResult.printed(intent.receipt());
            case ISSUED, NOT_PRINTED -> TakeResult.notOnPaper(intent.receipt());
            case PENDING, REFUSED, LOST -> TakeResult.notKnown();
        };
    }

    private CompletableFuture<TakeResult> issueAndPrint(Touch touch, Plan hall) {
        var request = new TicketRequest(touch.service(), null, touch.language(), null);
        return onDisk(() -> outbox.intend(touch.touch(), request, clock.instant()))
                .thenCompose(intended -> issued(touch.touch(), request))
                .thenCompose(answer -> answer.ticket == null
                        ? CompletableFuture.completedFuture(answer.end)
                        : print(touch, answer.ticket, hall));
    }

    /** Either a ticket, or how the touch ends without one. */
    private record Answer(TicketReceipt ticket, TakeResult end) {}

    private CompletableFuture<Answer> issued(String key, TicketRequest request) {
        var giveUpAt = System.nanoTime() + HUB_TIME.toNanos();
        return post(key, request, giveUpAt)
                // A late answer of the hub is not printed: its visitor was sent to a person.
                .completeOnTimeout(Optional.empty(), HUB_TIME.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(receipt -> kept(key, receipt))
                .exceptionallyCompose(fault -> refused(key, fault));
    }

    private CompletableFuture<Answer> kept(String key, Optional<TicketReceipt> receipt) {
        if (receipt.isEmpty()) return CompletableFuture.completedFuture(new Answer(null, TakeResult.notKnown()));
        return onDisk(() -> outbox.issued(key, receipt.get())).thenApply(kept -> new Answer(receipt.get(), null));
    }

    private CompletableFuture<Answer> refused(String key, Throwable fault) {
        if (!(cause(fault) instanceof HubProblem refusal)) return CompletableFuture.failedFuture(fault);
        LOG.info("The hub issued no ticket: {}", refusal.problem().code());
        return onDisk(() -> outbox.became(key, Intent.State.REFUSED))
                .thenApply(kept -> new Answer(null, TakeResult.refused(refusal.problem())));
    }

    /** Asks until the hub says yes or no, or time is up; always with the same key. Empty: nobody knows. */
    private CompletableFuture<Optional<TicketReceipt>> post(String key, TicketRequest request, long giveUpAt) {
        return hub.post("/api/tickets", key, request, TicketReceipt.class)
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(Optional::of)
                .exceptionallyCompose(fault -> {
                    if (isFinal(fault)) return CompletableFuture.failedFuture(fault);
                    if (System.nanoTime() > giveUpAt) return CompletableFuture.completedFuture(Optional.empty());
                    return afterPause().thenCompose(paused -> post(key, request, giveUpAt));
                });
    }

    private static CompletableFuture<Void> afterPause() {
        var pause = CompletableFuture.delayedExecutor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, pause);
    }

    /** Whether the hub said no. Silence is not a no, nor is that the same request is still under way. */
    private static boolean isFinal(Throwable fault) {
        return cause(fault) instanceof HubProblem no && !no.problem().code().equals("IN_PROGRESS");
    }

    private CompletableFuture<TakeResult> print(Touch touch, TicketReceipt ticket, Plan hall) {
        return CompletableFuture.supplyAsync(() -> TicketLayout.of(ticket, hall, touch.language()), disk)
                .thenCompose(printer::print)
                .thenCompose(outcome -> printed(touch.touch(), ticket, outcome))
                .exceptionally(fault -> {
                    LOG.error("Ticket {} was issued and could not be printed", ticket.number(), fault);
                    return TakeResult.notOnPaper(ticket);
                });
    }

    private CompletableFuture<TakeResult> printed(String key, TicketReceipt ticket, PrintOutcome outcome) {
        var isPrinted = outcome instanceof PrintOutcome.Printed;
        if (isPrinted) LOG.info("Ticket {} printed", ticket.number());
        else LOG.warn("Ticket {} is issued but perhaps not on paper: {}", ticket.number(), outcome);
        return onDisk(() -> outbox.became(key, isPrinted ? Intent.State.PRINTED : Intent.State.NOT_PRINTED))
                .thenApply(kept -> isPrinted ? TakeResult.printed(ticket) : TakeResult.notOnPaper(ticket));
    }

    private void settle(Intent intent) throws SQLException {
        if (intent.state() == Intent.State.ISSUED) {
            outbox.became(intent.key(), Intent.State.NOT_PRINTED);
            LOG.warn("Ticket {} was issued before a restart, and is perhaps not on paper", number(intent));
        } else if (intent.at().isBefore(clock.instant().minus(WORTH_ASKING))) {
            outbox.became(intent.key(), Intent.State.LOST);
            LOG.warn("A touch of {} was never answered; it is too old to ask for", intent.at());
        } else {
            issued(intent.key(), intent.request())
                    .thenCompose(answer -> answer.ticket == null
                            ? CompletableFuture.<Void>completedFuture(null)
                            : settled(intent.key(), answer.ticket))
                    .exceptionally(fault -> {
                        LOG.error("Asking for a touch of {} failed", intent.at(), fault);
                        return null;
                    });
        }
    }

    private CompletableFuture<Void> settled(String key, TicketReceipt ticket) {
        LOG.warn("Ticket {} was issued for a touch that was cut short; it is not printed", ticket.number());
        return onDisk(() -> outbox.became(key, Intent.State.NOT_PRINTED));
    }

    private static String number(Intent intent) {
        return intent.ticket().map(TicketReceipt::number).orElse("?");
    }

    private Optional<Intent> find(String key) {
        try {
            return outbox.find(key);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private interface DiskWork {
        void run() throws SQLException;
    }

    private CompletableFuture<Void> onDisk(DiskWork work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                disk);
    }

    private static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
