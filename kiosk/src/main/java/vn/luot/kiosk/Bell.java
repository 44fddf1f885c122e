package vn.luot.kiosk;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;

/** What a visitor calls a person with. It rings until somebody says that they come, or nobody needs them. Thread-safe. */
final class Bell {
    enum State {
        STILL,
        RUNG,
        COMING
    }

    /** Whoever rang went away long ago. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String CALLS = "Có người gọi cán bộ ở máy này";

    private final LongSupplier nanoTime;
    private final Runnable changed;
    private State state = State.STILL;
    private long since;

    /** @param changed told after every change */
    Bell(LongSupplier nanoTime, Runnable changed) {
        this.nanoTime = nanoTime;
        this.changed = changed;
    }

    void ring() {
        turn(State.STILL, State.RUNG);
    }

    /** @return whether somebody still waits for it */
    boolean coming() {
        turn(State.RUNG, State.COMING);
        return state() == State.COMING;
    }

    /** Whoever rang was helped, or needs nobody any more. */
    void stop() {
        if (state() != State.STILL) turn(state(), State.STILL);
    }

    void lookAgain() {
        if (isOld()) stop();
    }

    private synchronized boolean isOld() {
        return state != State.STILL && nanoTime.getAsLong() - since > LONGEST.toNanos();
    }

    private void turn(State from, State to) {
        synchronized (this) {
            if (state != from) return;
            state = to;
            since = nanoTime.getAsLong();
        }
        changed.run();
    }

    synchronized State state() {
        return state;
    }

    /** As staff see it; there is nothing to see of a bell that is still. */
    Stream<HardwareReport.Part> parts() {
        return switch (state()) {
            case STILL -> Stream.empty();
            case RUNG -> Stream.of(new HardwareReport.Part("bell", HardwareType.BELL, HardwareCondition.RUNG, CALLS));
            case COMING -> Stream.of(new HardwareReport.Part("bell", HardwareType.BELL, HardwareCondition.OK, null));
        };
    }
}
