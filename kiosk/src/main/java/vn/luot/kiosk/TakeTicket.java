package vn.luot.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * The one way from a touch to a ticket: printer ready → intent on disk → hub, or else a number of the kiosk's own → paper.
 * Every touch ends in a {@link TakeResult}; the same touch sent twice ends the same way and never makes a second ticket.
 */
final class TakeTicket {
    private static final Logger LOG = LoggerFactory.getLogger(TakeTicket.class);

    /** Every touch ends within 15 s, also when the paper takes longer. */
    private static final Duration LONGEST = Duration.ofSeconds(14);

    /** How long the hub may take when nothing but the hub can give a number. */
    private static final Duration HUB_TIME = Duration.ofSeconds(6);

    /** How long it may take when the kiosk can: with the printer's time, paper starts within 4 s. */
    private static final Duration SHORT_HUB_TIME = Duration.ofSeconds(2);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final HubTickets hub;
    private final TicketPrinter printer;
    private final Printing printing;
    private final Intents intents;
    private final HubMemory memory;
    private final Offline offline;
    private final KioskLoop loop;
    private final Runnable ended;
    private final Map<String, CompletableFuture<TakeResult>> underWay = new HashMap<>();

    /** @param ended told whenever a touch ended */
    TakeTicket(
            HubTickets hub,
            TicketPrinter printer,
            Printing printing,
            Intents intents,
            HubMemory memory,
            Offline offline,
            KioskLoop loop,
            Runnable ended) {
        this.hub = hub;
        this.printer = printer;
        this.printing = printing;
        this.intents = intents;
        this.memory = memory;
        this.offline = offline;
        this.loop = loop;
        this.ended = ended;
    }

    boolean isUnderWay(String key) {
        return underWay.containsKey(key);
    }

    /**
     * Never fails.
     *
     * @param key of the touch
     * @param wish what is asked of the hub; who it is, if it says so, goes there and nowhere else
     */
    CompletableFuture<TakeResult> take(String key, TicketRequest wish) {
        var known = underWay.get(key);
        if (known != null) return known;
        var result = new CompletableFuture<TakeResult>();
        underWay.put(key, result);
        loop.after(LONGEST, () -> outlasted(key, result));
        begin(key, wish).whenCompleteAsync((end, fault) -> ended(key, end, fault, result), loop);
        return result;
    }

    private void outlasted(String key, CompletableFuture<TakeResult> result) {
        if (result.isDone()) return;
        LOG.warn("Touch {} takes too long; its visitor is sent to a person", key);
        result.complete(known(key).map(TakeTicket::again).orElse(TakeResult.notKnown()));
    }

    private Optional<Intent> known(String key) {
        try {
            return intents.find(key);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void ended(String key, TakeResult end, Throwable fault, CompletableFuture<TakeResult> result) {
        if (fault != null) LOG.error("Taking a ticket for touch {} failed", key, fault);
        underWay.remove(key);
        result.complete(fault == null ? end : TakeResult.notKnown());
        ended.run();
    }

    private CompletableFuture<TakeResult> begin(String key, TicketRequest wish) {
        var plan = memory.plan();
        if (plan.isEmpty()) return CompletableFuture.completedFuture(TakeResult.notConnected());
        if (memory.barred().isPresent()) {
            return CompletableFuture.completedFuture(
                    TakeResult.notIssued(memory.barred().get()));
        }
        try {
            var known = known(key);
            if (known.isPresent()) return CompletableFuture.completedFuture(again(known.get()));
        } catch (CompletionException e) {
            return CompletableFuture.failedFuture(e.getCause());
        }
        return printer.look()
                .thenComposeAsync(
                        state -> state.canPrint()
                                ? issueAndPrint(key, wish, plan.get())
                                : CompletableFuture.completedFuture(TakeResult.notIssued(state.forCitizen())),
                        loop);
    }

    /** The answer to a touch that already ended. */
    private static TakeResult again(Intent intent) {
        return switch (intent.state()) {
            case PRINTED -> TakeResult.printed(intent);
            case ISSUED, NOT_PRINTED -> TakeResult.notOnPaper(intent);
            case PENDING, REFUSED, VOIDED, TOO_LATE -> TakeResult.notKnown();
        };
    }

    private CompletableFuture<TakeResult> issueAndPrint(String key, TicketRequest wish, Plan plan) {
        var intent = Intent.of(key, wish.anonymous(), memory.now());
        try {
            intents.intend(intent);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return issued(intent, wish)
                .thenComposeAsync(
                        answer -> answer.issued == null
                                ? CompletableFuture.completedFuture(answer.end)
                                : printing.print(answer.issued, plan).thenApply(TakeTicket::again),
                        loop);
    }

    /** Either an intent with its ticket, or how the touch ends without one. */
    private record Answer(Intent issued, TakeResult end) {}

    private CompletableFuture<Answer> issued(Intent intent, TicketRequest wish) {
        var canGive = offline.block(intent.request().service()).isPresent();
        if (canGive && !memory.isHere()) return CompletableFuture.completedFuture(given(intent));
        var asking = new Asking(intent.key(), wish);
        asking.ask();
        loop.after(canGive ? SHORT_HUB_TIME : HUB_TIME, asking::giveUp);
        return asking.answer
                .thenApplyAsync(
                        receipt -> receipt.map(ticket -> issued(intent, ticket)).orElseGet(() -> given(intent)), loop)
                .exceptionallyAsync(fault -> refused(intent, asking, fault), loop);
    }

    private Answer issued(Intent intent, TicketReceipt ticket) {
        var issued = intent.issued(ticket);
        intents.keep(issued);
        return new Answer(issued, null);
    }

    /** From now on an answer of the hub comes too late: what it may have given is voided. */
    private Answer given(Intent intent) {
        var block = offline.block(intent.request().service());
        if (block.isEmpty()) return new Answer(null, TakeResult.notKnown());
        try {
            var given = offline.give(intent, block.get());
            LOG.info("Ticket {} is given without the hub", given.receipt().number());
            return new Answer(given, null);
        } catch (IOException e) {
            LOG.error("No number can be given, because the disk takes none", e);
            return new Answer(null, TakeResult.notKnown());
        }
    }

    private Answer refused(Intent intent, Asking asking, Throwable fault) {
        var refusal = HubAnswer.no(fault).orElseThrow(() -> new CompletionException(HubAnswer.cause(fault)));
        LOG.info("The hub issued no ticket: {}", refusal.code());
        // Neither this nor whoever is not let in hears what becomes of an earlier try: its number is still to be
        // voided.
        var isAllOfIt = asking.tries == 1 && !HubAnswer.isAtTheDoor(refusal.code());
        if (isAllOfIt) intents.keep(intent.became(Intent.State.REFUSED));
        return new Answer(null, TakeResult.refused(refusal));
    }

    /** Asks until the hub says yes or no, or time is up; always with the same key. */
    private final class Asking {
        private final String key;
        private final TicketRequest wish;
        /** Empty when time is up and nobody knows; fails when the hub said no. */
        private final CompletableFuture<Optional<TicketReceipt>> answer = new CompletableFuture<>();

        private int tries;

        Asking(String key, TicketRequest wish) {
            this.key = key;
            this.wish = wish;
        }

        void ask() {
            if (answer.isDone()) return;
            tries++;
            hub.issue(key, wish).whenCompleteAsync(this::heard, loop);
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
}
