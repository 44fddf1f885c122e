package vn.luot.kiosk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.WaitRange;
import vn.luot.protocol.message.WaitsView;

/** What the hub is asked once the link stands: the plan, how long one waits, and the day's key for cards. */
final class HubReading {
    private static final Logger LOG = LoggerFactory.getLogger(HubReading.class);
    private static final long BETWEEN_TRIES_MILLIS = 2_000;

    private final Vertx vertx;
    private final HubLink hub;
    private final SqliteOutbox outbox;
    private final BiConsumer<Plan, LocalDate> read;
    private final Runnable changed;

    private volatile boolean linked;
    private volatile LocalDate day;
    private volatile LocalDate orderedFor;
    private volatile Map<String, Integer> tickets = Map.of();
    private volatile Map<String, WaitRange> waits = Map.of();
    private volatile ScanKey scanKey = ScanKey.NONE;

    /**
     * @param read told a plan that was read, and the day
     * @param changed told that what is shown of waits is another
     */
    HubReading(Vertx vertx, HubLink hub, SqliteOutbox outbox, BiConsumer<Plan, LocalDate> read, Runnable changed) {
        this.vertx = vertx;
        this.hub = hub;
        this.outbox = outbox;
        this.read = read;
        this.changed = changed;
    }

    /** What is used how much, and how long one waits for it; of waits nothing while the link is down. */
    PageState.Use use() {
        return new PageState.Use(tickets, linked ? waits : Map.of());
    }

    ScanKey scanKey() {
        return scanKey;
    }

    /** The plan may be another one since the link was lost. */
    void begin(LocalDate today) {
        day = today;
        linked = true;
        learnPlan();
    }

    void dayIs(LocalDate today) {
        day = today;
        scanKey = ScanKey.NONE;
        learnScanKey();
    }

    /** Without the hub nobody asks whose ticket it is, so the key need not lie about for longer than the link. */
    void end() {
        linked = false;
        scanKey = ScanKey.NONE;
    }

    /** Nothing waits for them: without them a visitor is told how many wait, and not how long. */
    void learnWaits() {
        if (!linked) return;
        hub.get("/api/waits", WaitsView.class).onSuccess(fresh -> {
            waits = fresh.services();
            changed.run();
        });
    }

    private void learnPlan() {
        if (!linked) return;
        learnScanKey()
                .compose(known -> hub.get("/api/plan", Plan.class))
                .compose(fresh -> lately().onSuccess(counts -> learned(fresh, counts)))
                .onFailure(failure -> {
                    LOG.warn("The plan of the hall cannot be read: {}", failure.getMessage());
                    vertx.setTimer(BETWEEN_TRIES_MILLIS, again -> learnPlan());
                });
    }

    /** A hub that has none does not hear who comes. */
    private Future<Void> learnScanKey() {
        return hub.get("/api/scan-key", ScanKey.class)
                .onSuccess(fresh -> {
                    if (linked && Objects.equals(fresh.day(), day)) scanKey = fresh;
                })
                .onFailure(fault -> LOG.info("Cards are read without their numbers: {}", fault.getMessage()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** How much each service is used; the fields keep their places on the screen for a whole day. */
    private Future<Map<String, Integer>> lately() {
        var isNewDay = orderedFor == null || !orderedFor.equals(day);
        return isNewDay ? vertx.executeBlocking(outbox::ticketsByService) : Future.succeededFuture(tickets);
    }

    private void learned(Plan fresh, Map<String, Integer> counts) {
        tickets = counts;
        orderedFor = day;
        // Read again when the link is back.
        if (!linked) return;
        read.accept(fresh, day);
        learnWaits();
    }
}
