package vn.luot.protocol.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.HardwareReport;

/**
 * Tells the hub again and again how the hardware of a device is, and at once when something changed. While the hub does
 * not answer nothing piles up: the next beat says it anew.
 */
public final class HardwareBeat {
    private static final Logger LOG = LoggerFactory.getLogger(HardwareBeat.class);

    private final Vertx vertx;
    private final HubLink hub;
    private final Supplier<HardwareReport> report;
    private volatile boolean begun;
    private boolean stopped;
    private long timer;
    private boolean underWay;
    private boolean changedMeanwhile;
    private volatile boolean refused;

    /**
     * Says nothing before it {@linkplain #begin begins}.
     *
     * @param report how all the hardware is now; asked for on any thread, and must not block
     */
    public HardwareBeat(Vertx vertx, HubLink hub, Supplier<HardwareReport> report) {
        this.vertx = vertx;
        this.hub = hub;
        this.report = report;
    }

    /** From now on the hub is told; once is enough, and after {@link #stop} it is too late. */
    public synchronized void begin() {
        if (begun || stopped) return;
        begun = true;
        timer = vertx.setPeriodic(0, HardwareReport.BEAT_MILLIS, due -> tell(false));
    }

    /** Something changed: the hub is to know now, or as soon as it answered the report before. */
    public void changed() {
        if (begun) tell(true);
    }

    public synchronized void stop() {
        stopped = true;
        if (begun) vertx.cancelTimer(timer);
    }

    /** One report at a time, so that none overtakes a newer one. */
    private synchronized void tell(boolean isNews) {
        if (underWay) {
            changedMeanwhile |= isNews;
            return;
        }
        underWay = true;
        send().onComplete(done -> ended());
    }

    private synchronized void ended() {
        underWay = false;
        if (!changedMeanwhile) return;
        changedMeanwhile = false;
        tell(true);
    }

    private Future<Void> send() {
        return hub.post("/api/hardware", null, report.get(), Void.class)
                .onSuccess(done -> refused = false)
                .onFailure(this::failed);
    }

    /** That the hub is away is said by the link already; that it says no would otherwise not be noticed. */
    private void failed(Throwable fault) {
        if (!(fault instanceof HubProblem) || refused) return;
        refused = true;
        LOG.warn("The hub does not take the report on the hardware: {}", fault.getMessage());
    }
}
