package vn.luot.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketRequest;

/**
 * All that a kiosk decides: it takes tickets with the hub and without it, and sets right with the hub what happened
 * meanwhile. Methods may be called from any thread; everything is decided on the kiosk's own.
 */
public final class KioskTickets {
    private final KioskLoop loop;
    private final HubMemory memory;
    private final Standings standings;
    private final TakeTicket takeTicket;
    private final ReprintNotes reprintNotes;
    private final Reprinting reprinting;
    private final Settling settling;
    private final Uploading uploading;
    private final Leasing leasing;
    private final Consumer<Standing> told;
    private final Blocks blocks;

    /**
     * @param freshKey makes idempotency keys, no two alike
     * @param told of how the kiosk stands, on the kiosk's thread, whenever that may have changed
     */
    public KioskTickets(
            HubTickets hub,
            TicketPrinter printer,
            Outbox outbox,
            TicketLayout layout,
            OfflineBudget budget,
            KioskLoop loop,
            Supplier<String> freshKey,
            Consumer<Standing> told) {
        this.loop = loop;
        this.told = told;
        var intents = new Intents(outbox);
        blocks = new Blocks(outbox);
        memory = new HubMemory(outbox, loop);
        var offline = new Offline(memory, blocks, budget);
        standings = new Standings(memory, offline, outbox);
        var printing = new Printing(printer, layout, intents, loop);
        takeTicket = new TakeTicket(hub, printer, printing, intents, memory, offline, loop, this::ended);
        reprintNotes = new ReprintNotes(hub, memory, outbox, intents, loop);
        reprinting = new Reprinting(reprintNotes, memory, printer, printing, intents, loop, this::ended);
        settling = new Settling(hub, intents, loop, this::isUnderWay);
        uploading = new Uploading(hub, memory, intents, loop, this::isUnderWay, this::uploaded);
        leasing = new Leasing(hub, memory, blocks, budget, loop, freshKey, this::lookAgainNow);
    }

    /** Recalls what was before, and prints again what was being printed. Before anything else. */
    public void start() {
        loop.execute(() -> {
            memory.recall();
            blocks.recall();
            reprintNotes.recall();
            reprinting.begin();
            lookAgainNow();
        });
    }

    /** The link to the hub is up, and this is its plan; again after every {@link #lost}. */
    public void reached(Plan plan, LocalDate openDay) {
        loop.execute(() -> {
            memory.reached(plan, openDay);
            settling.settle();
            uploading.upload();
            reprintNotes.tell();
            leasing.begin();
            lookAgainNow();
        });
    }

    /** @param openDay absent when no day is open any more */
    public void dayIs(LocalDate openDay) {
        loop.execute(() -> {
            memory.dayIs(openDay);
            settling.settle();
            uploading.upload();
            leasing.begin();
            lookAgainNow();
        });
    }

    /** The hub told its time just now. */
    public void heard(Instant at) {
        loop.execute(() -> memory.heard(at));
    }

    public void lost() {
        loop.execute(() -> {
            memory.lost();
            lookAgainNow();
        });
    }

    /** The hub is of another version: as good as away, but staff have to know. */
    public void outdated() {
        loop.execute(() -> {
            memory.outdated();
            lookAgainNow();
        });
    }

    /** The hub does not talk to this kiosk, which gives no numbers until it does. */
    public void barred(Text why) {
        loop.execute(() -> {
            memory.barred(why);
            lookAgainNow();
        });
    }

    /** Never fails; answers within 15 s. */
    public CompletableFuture<TakeResult> take(Touch touch) {
        return take(touch.touch(), touch.wish());
    }

    /** The same for whoever scanned something before. */
    CompletableFuture<TakeResult> take(String key, TicketRequest wish) {
        return CompletableFuture.supplyAsync(() -> takeTicket.take(key, wish), loop)
                .thenCompose(result -> result);
    }

    /** Time has passed. */
    public void lookAgain() {
        loop.execute(this::lookAgainNow);
    }

    private void lookAgainNow() {
        told.accept(standings.now());
    }

    private void uploaded() {
        reprintNotes.tell();
        lookAgainNow();
    }

    private boolean isUnderWay(String key) {
        return takeTicket.isUnderWay(key) || reprinting.isUnderWay(key);
    }

    private void ended() {
        settling.settle();
        uploading.upload();
        leasing.topUp();
        lookAgainNow();
    }
}
