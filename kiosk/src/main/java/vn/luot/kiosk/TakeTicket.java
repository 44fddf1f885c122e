package vn.luot.kiosk;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Duration BETWEEN_SETTLINGS = Duration.ofSeconds(2);

    private final HubLink hub;
    private final Printer printer;
    private final Outbox outbox;
    private final Supplier<Optional<Plan>> plan;
    private final Clock clock;
    private final Map<String, CompletableFuture<TakeResult>> underWay = new ConcurrentHashMap<>();

    // What follows is touched on the thread of the disk only.

    /** Intents as the disk would not take them: known as long as this program runs, and written when there is room. */
    private final Map<String, Intent> unwritten = new HashMap<>();
    /** Keys that the hub is asked to void. */
    private final Set<String> beingVoided = new HashSet<>();

    private boolean settlesLater;

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
            result.thenRunAsync(
                    () -> {
                        underWay.remove(key);
                        settleNow();
                    },
                    disk);
            return result;
        });
    }

    /**
     * Has the hub void whatever intents that were cut short asked for: their visitors were sent to a person, or are gone, and
     * nobody must be called by a number that nobody holds. While the hub does not answer, it is asked again and again.
     */
    void settle() {
        disk.execute(this::settleNow);
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
            case PENDING, REFUSED, VOIDED, TOO_LATE -> TakeResult.notKnown();
        };
    }

    private CompletableFuture<TakeResult> issueAndPrint(Touch touch, Plan hall) {
        var request = new TicketRequest(touch.service(), null, touch.language(), null);
        var intent = Intent.of(touch.touch(), request, clock.instant());
        return onDisk(() -> outbox.intend(intent))
                .thenCompose(intended -> answered(intent))
                .thenCompose(answer -> answer.issued == null
                        ? CompletableFuture.completedFuture(answer.end)
                        : print(answer.issued, hall));
    }

    /** Either an intent with its ticket, or how the touch ends without one. */
    private record Answer(Intent issued, TakeResult end) {}

    private CompletableFuture<Answer> answered(Intent intent) {
        var giveUpAt = System.nanoTime() + HUB_TIME.toNanos();
        return post(intent.key(), intent.request(), giveUpAt)
                // A late answer of the hub is not printed: its visitor was sent to a person.
                .completeOnTimeout(Optional.empty(), HUB_TIME.toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(receipt -> issued(intent, receipt), disk)
                .exceptionallyAsync(fault -> refused(intent, fault), disk);
    }

    private Answer issued(Intent intent, Optional<TicketReceipt> receipt) {
        if (receipt.isEmpty()) return new Answer(null, TakeResult.notKnown());
        var issued = intent.issued(receipt.get());
        keep(issued);
        return new Answer(issued, null);
    }

    private Answer refused(Intent intent, Throwable fault) {
        if (!(cause(fault) instanceof HubProblem refusal)) throw new CompletionException(cause(fault));
        LOG.info("The hub issued no ticket: {}", refusal.problem().code());
        keep(intent.became(Intent.State.REFUSED));
        return new Answer(null, TakeResult.refused(refusal.problem()));
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

    private CompletableFuture<TakeResult> print(Intent issued, Plan hall) {
        var ticket = issued.receipt();
        var language = issued.request().language();
        return CompletableFuture.supplyAsync(() -> TicketLayout.of(ticket, hall, language), disk)
                .thenCompose(printer::print)
                .thenApplyAsync(outcome -> printed(issued, outcome), disk)
                .exceptionally(fault -> {
                    LOG.error("Ticket {} was issued and could not be printed", ticket.number(), fault);
                    return TakeResult.notOnPaper(ticket);
                });
    }

    private TakeResult printed(Intent issued, PrintOutcome outcome) {
        var ticket = issued.receipt();
        if (outcome instanceof PrintOutcome.Printed) {
            LOG.info("Ticket {} printed", ticket.number());
            keep(issued.became(Intent.State.PRINTED));
            return TakeResult.printed(ticket);
        }
        LOG.warn("Ticket {} is issued but perhaps not on paper: {}", ticket.number(), outcome);
        keep(issued.became(Intent.State.NOT_PRINTED));
        return TakeResult.notOnPaper(ticket);
    }

    private void settleNow() {
        List.copyOf(unwritten.values()).forEach(this::keep);
        try {
            for (var intent : outbox.unsettled()) {
                if (!underWay.containsKey(intent.key()) && !unwritten.containsKey(intent.key())) settle(intent);
            }
        } catch (SQLException e) {
            LOG.error("Reading the outbox failed", e);
        }
    }

    private void settle(Intent intent) {
        if (intent.state() == Intent.State.ISSUED) {
            LOG.warn("Ticket {} was issued for a touch that was cut short; it is perhaps not on paper", number(intent));
            keep(intent.became(Intent.State.NOT_PRINTED));
        } else if (beingVoided.add(intent.key())) {
            hub.post("/api/tickets/void", intent.key(), null, Void.class)
                    .toCompletionStage()
                    .whenCompleteAsync((done, fault) -> voided(intent, fault), disk);
        }
    }

    private void voided(Intent intent, Throwable fault) {
        beingVoided.remove(intent.key());
        if (fault == null) {
            LOG.info("A touch of {} was cut short; nobody is called by it", intent.at());
            keep(intent.became(Intent.State.VOIDED));
        } else if (!isFinal(fault)) {
            settleLater();
        } else if (isTooLate(fault)) {
            LOG.warn(
                    "A touch of {} for {} was cut short, yet its ticket is or was served, perhaps to nobody: {}",
                    intent.at(),
                    intent.request().service(),
                    cause(fault).getMessage());
            keep(intent.became(Intent.State.TOO_LATE));
        } else {
            // The business day is not open, for example: it is voided when the next one opens.
            LOG.warn(
                    "The hub does not void a touch of {} yet: {}",
                    intent.at(),
                    cause(fault).getMessage());
        }
    }

    private static boolean isTooLate(Throwable fault) {
        return cause(fault) instanceof HubProblem no && no.problem().code().equals("ILLEGAL_TRANSITION");
    }

    private void settleLater() {
        if (settlesLater) return;
        settlesLater = true;
        CompletableFuture.delayedExecutor(BETWEEN_SETTLINGS.toMillis(), TimeUnit.MILLISECONDS, disk)
                .execute(() -> {
                    settlesLater = false;
                    settleNow();
                });
    }

    /**
     * Writes what became of an intent. Never fails: a full disk must not keep from a visitor, or from the paper, what is known.
     */
    private void keep(Intent intent) {
        try {
            outbox.keep(intent);
            unwritten.remove(intent.key());
        } catch (SQLException e) {
            if (unwritten.put(intent.key(), intent) == null) LOG.error("The outbox cannot be written", e);
            settleLater();
        }
    }

    private static String number(Intent intent) {
        return intent.ticket().map(TicketReceipt::number).orElse("?");
    }

    private Optional<Intent> find(String key) {
        if (unwritten.containsKey(key)) return Optional.of(unwritten.get(key));
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
