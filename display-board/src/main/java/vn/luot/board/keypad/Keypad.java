package vn.luot.board.keypad;

import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.TicketView;

/**
 * One keypad: what it shows, and what its keys do at its counter. A press is acted upon once, for the ticket whose number
 * the keypad showed when it was pressed, and is taken only when the hub has answered; until then the keypad keeps further
 * presses to itself. Belongs to the thread of its bus; {@link #part} may be asked on any.
 */
final class Keypad {
    private static final Logger LOG = LoggerFactory.getLogger(Keypad.class);
    private static final long ERROR_NANOS = 3_000_000_000L;

    /** The same key again within this time is one press by an impatient finger. */
    private static final long SAME_PRESS_NANOS = 700_000_000L;

    /** Answers missed in a row before a keypad counts as gone; on a line with few they are asked often, so that alone says little. */
    static final int PATIENCE = 2;

    /** A keypad that answered this lately is not gone: a busy machine heard its answer too late. */
    static final long LATELY_NANOS = 2_000_000_000L;

    private static final int UNKNOWN = -1;

    /** Asks the hub; the answer is null when nobody waits. */
    interface Hub {
        Future<CounterView> act(int counter, String verb, Long ticket);
    }

    private final String line;
    private final int address;
    private final int counter;
    private final Hub hub;
    private final Runnable changed;
    private int taken = UNKNOWN;
    private boolean asking;
    private Long told;

    /** The ticket whose number the keypad shows: a press that comes with an answer was made before the question. */
    private Long shown;

    private Key lastKey;
    private long lastKeyAt;
    private KeyError error;
    private long errorSince;
    private int missed;
    private long lastAnswerAt;
    private volatile boolean gone = true;

    /** @param changed told when it is gone, and when it is there again */
    Keypad(String line, int address, int counter, Hub hub, Runnable changed) {
        this.line = line;
        this.address = address;
        this.counter = counter;
        this.hub = hub;
        this.changed = changed;
    }

    int address() {
        return address;
    }

    /** @param hall as far as it is known; null before the hub told */
    KeypadFrame.Ask ask(HallView hall, long now) {
        var ticket = view(hall).map(CounterView::ticket);
        told = ticket.map(TicketView::id).orElse(null);
        return new KeypadFrame.Ask(address, Math.max(0, taken), fitted(text(hall, now)));
    }

    private String text(HallView hall, long now) {
        if (error != null && now - errorSince < ERROR_NANOS) return error.shown();
        return view(hall).map(Keypad::text).orElse("");
    }

    private static String text(CounterView view) {
        return switch (view.state()) {
            case CLOSED -> "DONG";
            case PAUSED -> "NGHI";
            case OPEN -> view.ticket() == null ? "----" : view.ticket().number();
        };
    }

    private Optional<CounterView> view(HallView hall) {
        return Optional.ofNullable(hall)
                .flatMap(known -> known.counters().stream()
                        .filter(view -> view.id() == counter)
                        .findFirst());
    }

    private static String fitted(String text) {
        var ascii = text.replaceAll("[^ -~]", "?");
        var last = ascii.substring(Math.max(0, ascii.length() - KeypadFrame.DIGITS));
        return " ".repeat(KeypadFrame.DIGITS - last.length()) + last;
    }

    /** The keypad answered. A press from before this program knew the keypad is not acted upon: it may be hours old. */
    void answered(KeypadFrame.Answer answer, long now) {
        missed = 0;
        lastAnswerAt = now;
        if (gone) isBack();
        if (taken == UNKNOWN || answer.press() == 0) taken = answer.press();
        if (answer.press() != 0 && answer.press() != taken && !asking) {
            Key.of(answer.key()).ifPresentOrElse(key -> press(key, answer.press(), now), () -> taken = answer.press());
        }
        shown = told;
    }

    private void isBack() {
        gone = false;
        LOG.info("{} answers", this);
        changed.run();
    }

    private void press(Key key, int press, long now) {
        var twice = key == lastKey && now - lastKeyAt < SAME_PRESS_NANOS;
        lastKey = key;
        lastKeyAt = now;
        if (twice) {
            taken = press;
            return;
        }
        if (key.isForTheOneShown() && shown == null) {
            taken = press;
            failed(KeyError.NOT_NOW);
            return;
        }
        asking = true;
        error = null;
        hub.act(counter, key.verb(), key.isForTheOneShown() ? shown : null).onComplete(done -> {
            asking = false;
            taken = press;
            lastKeyAt = System.nanoTime();
            if (done.failed()) failed(KeyError.of(done.cause()));
            else if (done.result() == null) failed(KeyError.NOBODY_WAITS);
        });
    }

    private void failed(KeyError why) {
        error = why;
        errorSince = System.nanoTime();
    }

    /** No answer came in time, or its line is not there. */
    void isSilent(long now) {
        if (++missed < PATIENCE || gone || now - lastAnswerAt < LATELY_NANOS) return;
        gone = true;
        LOG.warn("{} does not answer; check its power, its address and its wires", this);
        changed.run();
    }

    HardwareReport.Part part() {
        return gone
                ? new HardwareReport.Part(
                        line + " " + address,
                        HardwareType.KEYPAD,
                        HardwareCondition.GONE,
                        "Bàn phím không trả lời: kiểm tra nguồn, địa chỉ và dây")
                : new HardwareReport.Part(line + " " + address, HardwareType.KEYPAD, HardwareCondition.OK, null);
    }

    @Override
    public String toString() {
        return "Keypad " + address + " on " + line;
    }
}
