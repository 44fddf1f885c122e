package vn.luot.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.Slip;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.kiosk.printer.TicketTemplate;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * The one way from a touch to a ticket: printer ready → intent on disk → hub → paper. Every touch ends in a {@link
 * TakeResult}; the same touch sent twice ends the same way and never makes a second ticket. Methods may be called from any
 * thread; everything is decided on the kiosk's own.
 */
public final class TakeTicket {
    private static final Logger LOG = LoggerFactory.getLogger(TakeTicket.class);

    /** With the printer's own time this keeps every touch below 15 s. */
    private static final Duration HUB_TIME = Duration.ofSeconds(6);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final HubTickets hub;
    private final TicketPrinter printer;
    private final Intents intents;
    private final Supplier<Optional<Plan>> plan;
    private final TicketTemplate template;
    private final KioskLoop loop;
    private final Settling settling;
    private final Map<String, CompletableFuture<TakeResult>> underWay = new HashMap<>();

    /** With the kiosk's own ticket template. */
    public TakeTicket(
            HubTickets hub, TicketPrinter printer, Outbox outbox, Supplier<Optional<Plan>> plan, KioskLoop loop) {
        this(hub, printer, outbox, plan, TicketTemplate.standard(), loop);
    }

    /** @param plan the hall's, asked for on the kiosk's thread; empty before the hub was ever reached */
    public TakeTicket(
            HubTickets hub,
            TicketPrinter printer,
            Outbox outbox,
            Supplier<Optional<Plan>> plan,
            TicketTemplate template,
            KioskLoop loop) {
        this.hub = hub;
        this.printer = printer;
        this.intents = new Intents(outbox);
        this.plan = plan;
        this.template = template;
        this.loop = loop;
        this.settling = new Settling(hub, intents, loop, underWay::containsKey);
    }

    /** Never fails; answers within 15 s unless the line is slower than 19,200 baud. */
    public CompletableFuture<TakeResult> take(Touch touch) {
        return CompletableFuture.supplyAsync(() -> underWay(touch), loop).thenCompose(result -> result);
    }

    /** Clears up after the touches that were cut short; to be called whenever the hub is reached again. */
    public void settle() {
        loop.execute(settling::settle);
    }

    private CompletableFuture<TakeResult> underWay(Touch touch) {
        var known = underWay.get(touch.touch());
        if (known != null) return known;
        var result = new CompletableFuture<TakeResult>();
        underWay.put(touch.touch(), result);
        begin(touch).whenCompleteAsync((end, fault) -> ended(touch, end, fault, result), loop);
        return result;
    }

    private void ended(Touch touch, TakeResult end, Throwable fault, CompletableFuture<TakeResult> result) {
        if (fault != null) LOG.error("Taking a ticket for {} failed", touch.service(), fault);
        underWay.remove(touch.touch());
        result.complete(fault == null ? end : TakeResult.notKnown());
        settling.settle();
    }

    private CompletableFuture<TakeResult> begin(Touch touch) {
        var hall = plan.get();
        if (hall.isEmpty()) return CompletableFuture.completedFuture(TakeResult.notConnected());
        try {
            var known = intents.find(touch.touch());
            if (known.isPresent()) return CompletableFuture.completedFuture(again(known.get()));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return printer.look()
                .thenComposeAsync(
                        state -> state.canPrint()
                                ? issueAndPrint(touch, hall.get())
                                : CompletableFuture.completedFuture(TakeResult.notIssued(state.forCitizen())),
                        loop);
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
        var intent = Intent.of(touch.touch(), request, loop.now());
        try {
            intents.intend(intent);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return answered(intent)
                .thenComposeAsync(
                        answer -> answer.issued == null
                                ? CompletableFuture.completedFuture(answer.end)
                                : print(answer.issued, hall),
                        loop);
    }

    /** Either an intent with its ticket, or how the touch ends without one. */
    private record Answer(Intent issued, TakeResult end) {}

    private CompletableFuture<Answer> answered(Intent intent) {
        var asking = new Asking(intent);
        asking.ask();
        // A late answer of the hub is not printed: its visitor was sent to a person.
        loop.after(HUB_TIME, asking::giveUp);
        return asking.answer
                .thenApplyAsync(receipt -> issued(intent, receipt), loop)
                .exceptionallyAsync(fault -> refused(intent, fault), loop);
    }

    private Answer issued(Intent intent, Optional<TicketReceipt> receipt) {
        if (receipt.isEmpty()) return new Answer(null, TakeResult.notKnown());
        var issued = intent.issued(receipt.get());
        intents.keep(issued);
        return new Answer(issued, null);
    }

    private Answer refused(Intent intent, Throwable fault) {
        var refusal = HubAnswer.no(fault).orElseThrow(() -> new CompletionException(HubAnswer.cause(fault)));
        LOG.info("The hub issued no ticket: {}", refusal.code());
        intents.keep(intent.became(Intent.State.REFUSED));
        return new Answer(null, TakeResult.refused(refusal));
    }

    /** Asks until the hub says yes or no, or time is up; always with the same key. */
    private final class Asking {
        private final Intent intent;
        /** Empty when time is up and nobody knows; fails when the hub said no. */
        private final CompletableFuture<Optional<TicketReceipt>> answer = new CompletableFuture<>();

        Asking(Intent intent) {
            this.intent = intent;
        }

        void ask() {
            if (answer.isDone()) return;
            hub.issue(intent.key(), intent.request()).whenCompleteAsync(this::heard, loop);
        }

        private void heard(TicketReceipt receipt, Throwable fault) {
            if (fault == null) answer.complete(Optional.of(receipt));
            else if (HubAnswer.isNo(fault)) answer.completeExceptionally(fault);
            else loop.after(BETWEEN_TRIES, this::ask);
        }

        void giveUp() {
            answer.complete(Optional.empty());
        }
    }

    private CompletableFuture<TakeResult> print(Intent issued, Plan hall) {
        var ticket = issued.receipt();
        return onPaper(ticket, hall, issued.request().language())
                .thenApplyAsync(outcome -> printed(issued, outcome), loop)
                .exceptionally(fault -> {
                    LOG.error("Ticket {} was issued and could not be printed", ticket.number(), fault);
                    return TakeResult.notOnPaper(ticket);
                });
    }

    private CompletableFuture<PrintOutcome> onPaper(TicketReceipt ticket, Plan hall, String language) {
        try {
            var slip = new Slip(ticket, language);
            return printer.print(template.ticket(slip, hall))
                    .thenComposeAsync(outcome -> againIfLost(outcome, template.ticket(slip.again(), hall)), loop);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * A printer that lost a ticket and is fine again gets it once more, marked, because the first may be on paper after all. One
     * that only does not confirm would print both and confirm neither.
     */
    private CompletableFuture<PrintOutcome> againIfLost(PrintOutcome outcome, List<PrintLine> marked) {
        if (!(outcome instanceof PrintOutcome.Unknown lost) || lost.why() == PrinterState.NOT_CONFIRMING) {
            return CompletableFuture.completedFuture(outcome);
        }
        return printer.look()
                .thenComposeAsync(
                        state -> state.canPrint() ? printer.print(marked) : CompletableFuture.completedFuture(outcome),
                        loop);
    }

    private TakeResult printed(Intent issued, PrintOutcome outcome) {
        var ticket = issued.receipt();
        if (outcome instanceof PrintOutcome.Printed) {
            LOG.info("Ticket {} printed", ticket.number());
            intents.keep(issued.became(Intent.State.PRINTED));
            return TakeResult.printed(ticket);
        }
        LOG.warn("Ticket {} is issued but perhaps not on paper: {}", ticket.number(), outcome);
        intents.keep(issued.became(Intent.State.NOT_PRINTED));
        return TakeResult.notOnPaper(ticket);
    }
}
