package vn.luot.board.keypad;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareReport;

/**
 * The one writer of a line with keypads: asks each in turn, for ever. Works on one Vert.x context; its methods may be
 * called from any thread.
 */
public final class KeypadBus {
    /**
     * As many as staff can know of within 5 s when all of them fall silent at once; one line of RS-485 drives hardly more.
     */
    public static final int MOST = 30;

    /** An answer of seven characters at 9600 is there in 8 ms; the rest is for slow keypads and converters. */
    static final long ANSWER_MILLIS = 60;

    static final long BETWEEN_MILLIS = 10;

    private final Vertx vertx;
    private final Context context;
    private final LineAddress address;
    private final List<Keypad> keypads;
    private final EmbeddedChannel decoder = new EmbeddedChannel(new KeypadDecoder());
    private Line line;
    private HallView hall;
    private int turn;
    private Keypad asked;
    private long timer;
    private boolean up;
    private boolean closing;

    /**
     * Opens the line and begins to ask.
     *
     * @param hubs the hub as each keypad may use it, for at most {@value #MOST} of them
     * @param changed told when a keypad is gone or back
     */
    public static KeypadBus start(Vertx vertx, LineAddress line, Map<Pad, HubLink> hubs, Runnable changed) {
        var keypads = hubs.entrySet().stream()
                .map(entry -> keypad(line, entry.getKey(), entry.getValue(), changed))
                .toList();
        var bus = new KeypadBus(vertx, line, keypads);
        bus.start();
        return bus;
    }

    /** Which keypad works which counter. */
    public record Pad(int address, int counter) {}

    private static Keypad keypad(LineAddress line, Pad pad, HubLink hub, Runnable changed) {
        return new Keypad(
                line.toString(),
                pad.address,
                pad.counter,
                (counter, verb, ticket) -> hub.post(
                        "/api/counters/" + counter + "/" + verb,
                        null,
                        ticket == null ? null : Map.of("ticket", ticket),
                        CounterView.class),
                changed);
    }

    private KeypadBus(Vertx vertx, LineAddress address, List<Keypad> keypads) {
        this.vertx = vertx;
        this.address = address;
        this.keypads = List.copyOf(keypads);
        context = vertx.getOrCreateContext();
    }

    private void start() {
        context.runOnContext(now -> {
            line = Line.open(address, new Ears());
            next();
        });
    }

    /** What the hall is now: keypads show the number at their counter. */
    public void show(HallView hall) {
        context.runOnContext(now -> this.hall = hall);
    }

    public List<HardwareReport.Part> parts() {
        return keypads.stream().map(Keypad::part).toList();
    }

    public Future<Void> close() {
        var closed = Promise.<Void>promise();
        context.runOnContext(now -> {
            closing = true;
            vertx.cancelTimer(timer);
            vertx.<Void>executeBlocking(() -> {
                        line.close();
                        return null;
                    })
                    .eventually(() -> {
                        decoder.finishAndReleaseAll();
                        return Future.succeededFuture();
                    })
                    .onComplete(closed);
        });
        return closed.future();
    }

    /** Brings what the line tells on its own thread to the bus's context. */
    private final class Ears implements Line.Listener {
        @Override
        public void up() {
            context.runOnContext(now -> up = true);
        }

        @Override
        public void down(String reason) {
            context.runOnContext(now -> up = false);
        }

        @Override
        public void received(byte[] bytes) {
            context.runOnContext(now -> hear(bytes));
        }
    }

    private void next() {
        if (closing) return;
        asked = keypads.get(turn++ % keypads.size());
        if (up) line.send(asked.ask(hall, System.nanoTime()).bytes());
        timer = vertx.setTimer(ANSWER_MILLIS, late -> silent());
    }

    private void silent() {
        asked.isSilent(System.nanoTime());
        next();
    }

    private void hear(byte[] bytes) {
        if (closing) return;
        decoder.writeInbound(Unpooled.wrappedBuffer(bytes));
        for (KeypadFrame.Answer answer = decoder.readInbound(); answer != null; answer = decoder.readInbound()) {
            if (asked != null && answer.address() == asked.address()) answered(answer);
        }
    }

    private void answered(KeypadFrame.Answer answer) {
        vertx.cancelTimer(timer);
        asked.answered(answer, System.nanoTime());
        asked = null;
        timer = vertx.setTimer(BETWEEN_MILLIS, over -> next());
    }
}
