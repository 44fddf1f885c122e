package vn.luot.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.Text;

/**
 * This PC's clock beside the hub's. The hub's is the one that counts, so a small difference harms nothing but a restart
 * without the hub; staff are told of it. With a large one nobody knows which of the two is right. Thread-safe.
 */
final class OwnClock {
    private static final Logger LOG = LoggerFactory.getLogger(OwnClock.class);

    private static final Duration TOLERATED = Duration.ofMinutes(5);
    /** Less than is tolerated, so that a clock at the limit does not come and go with every message. */
    private static final Duration RIGHT_AGAIN = Duration.ofMinutes(4);

    private static final Duration FARTHEST = Duration.ofHours(24);

    private enum Skew {
        NONE,
        NOTICEABLE,
        GREAT
    }

    private static final Text FAR_OFF = new Text(
            "Đồng hồ của máy này và của máy chủ lệch nhau hơn 24 giờ.",
            "The clocks of this machine and of the hub are more than 24 hours apart.");

    private final KioskLoop loop;
    private final Runnable changed;
    /** The hub's time when the kiosk's uptime was zero; absent before the hub was heard. */
    private Instant origin;

    private Skew skew = Skew.NONE;

    /** @param changed told when there is something else to say */
    OwnClock(KioskLoop loop, Runnable changed) {
        this.loop = loop;
        this.changed = changed;
    }

    /** The hub told its time just now. */
    void heard(Instant at) {
        synchronized (this) {
            origin = at.minus(loop.uptime());
        }
        lookAgain();
    }

    /** Somebody may have set the clock. */
    void lookAgain() {
        synchronized (this) {
            if (origin == null) return;
            var off = Duration.between(origin.plus(loop.uptime()), loop.now());
            var now = of(off.abs());
            if (now == skew) return;
            skew = now;
            if (now == Skew.NONE) LOG.info("The clock is right again");
            else LOG.warn("The clock is {} s ahead of the hub's; set it right", off.toSeconds());
        }
        changed.run();
    }

    private Skew of(Duration off) {
        if (off.compareTo(FARTHEST) > 0) return Skew.GREAT;
        var most = skew == Skew.NONE ? TOLERATED : RIGHT_AGAIN;
        return off.compareTo(most) > 0 ? Skew.NOTICEABLE : Skew.NONE;
    }

    /** Why nobody gets a number here, when the clocks are that far apart. */
    synchronized Optional<Text> trouble() {
        return skew == Skew.GREAT ? Optional.of(FAR_OFF) : Optional.empty();
    }

    /** As staff see it; there is nothing to see of a clock that is right. */
    synchronized Stream<HardwareReport.Part> parts() {
        return switch (skew) {
            case NONE -> Stream.empty();
            case NOTICEABLE -> Stream.of(part("Đồng hồ lệch hơn 5 phút so với máy chủ: chỉnh lại ngày giờ"));
            case GREAT ->
                Stream.of(part("Đồng hồ lệch hơn 24 giờ so với máy chủ, máy ngừng cấp số: chỉnh lại ngày giờ"));
        };
    }

    private static HardwareReport.Part part(String detail) {
        return new HardwareReport.Part("clock", HardwareType.CLOCK, HardwareCondition.CLOCK_SKEW, detail);
    }
}
