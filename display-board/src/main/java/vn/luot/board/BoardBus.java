package vn.luot.board;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.board.BoardConfig.Bus;
import vn.luot.board.led.Face;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.line.LineGone;
import vn.luot.protocol.message.HallView;

/**
 * The one writer of a line with boards. It draws one board at a time with the newest text for it, keeps the pauses the
 * boards need, and draws every board again from time to time and whenever the line comes back. Works on one Vert.x
 * context; its methods may be called from any thread.
 */
final class BoardBus {
    private static final Logger LOG = LoggerFactory.getLogger(BoardBus.class);
    private static final long HALF_A_BLINK_MILLIS = 700;

    /** When so many in a row fall silent, it is their line, and the others need not be asked one by one. */
    static final int SILENT_LINE = 3;

    private final Vertx vertx;
    private final Context context;
    private final LineAddress address;
    private final BusTiming timing;
    private final List<BusBoard> boards;
    private Line line;
    private boolean up;
    private boolean busy;
    private boolean closing;
    private BusBoard asked;
    private Promise<Void> answered = Promise.promise();
    private Future<Void> exchange = Future.succeededFuture();
    private long turns;
    /** How many have fallen silent since any board was last heard. */
    private int silentInARow;

    private long refresh;
    private long blink;

    private BoardBus(Vertx vertx, LineAddress address, List<BusBoard> boards, BusTiming timing) {
        this.vertx = vertx;
        this.address = address;
        this.boards = List.copyOf(boards);
        this.timing = timing;
        context = vertx.getOrCreateContext();
    }

    /**
     * Opens the line; boards stay as they are until they are first told to {@link #show} something.
     *
     * @param changed told, on the bus's context, whenever a board takes its text in another way than before
     */
    static BoardBus start(Vertx vertx, Bus bus, BusTiming timing, Runnable changed) {
        var boards = bus.boards().stream()
                .map(board -> new BusBoard(bus.line(), bus.protocol(), board, changed))
                .toList();
        return start(vertx, bus.line(), boards, timing);
    }

    static BoardBus start(Vertx vertx, LineAddress address, List<BusBoard> boards, BusTiming timing) {
        var started = new BoardBus(vertx, address, boards, timing);
        started.context.runOnContext(now -> started.open());
        return started;
    }

    /**
     * Draws the boards of which {@code hall} changes the text.
     *
     * @param fresh counters that have called just now
     */
    void show(HallView hall, Set<Integer> fresh) {
        change(board -> board.show(hall, fresh));
    }

    /** Draws {@code face} on every board, whatever it should show. */
    void show(Function<BoardState, Face> face) {
        change(board -> board.show(face.apply(board.state())));
    }

    private void change(Consumer<BusBoard> change) {
        context.runOnContext(now -> {
            boards.forEach(change);
            drawNext();
        });
    }

    List<BoardState> states() {
        return boards.stream().map(BusBoard::state).toList();
    }

    /** Leaves the boards as they are; an exchange on its way is ended first, so that the next program does not hear its answer. */
    Future<Void> close() {
        var closed = Promise.<Void>promise();
        context.runOnContext(now -> {
            closing = true;
            vertx.cancelTimer(refresh);
            vertx.cancelTimer(blink);
            exchange.transform(ended -> letGo()).eventually(this::release).onComplete(closed);
        });
        return closed.future();
    }

    private Future<Void> letGo() {
        return vertx.executeBlocking(() -> {
            line.close();
            return null;
        });
    }

    private Future<Void> release() {
        boards.forEach(BusBoard::close);
        return Future.succeededFuture();
    }

    private void open() {
        line = Line.open(address, new Ears());
        refresh = vertx.setPeriodic(timing.refresh().toMillis(), id -> refresh());
        blink = vertx.setPeriodic(HALF_A_BLINK_MILLIS, id -> blink());
    }

    /** Brings what the line tells on its own thread to the bus's context. */
    private final class Ears implements Line.Listener {
        @Override
        public void up() {
            context.runOnContext(now -> lineIsUp());
        }

        @Override
        public void down(String reason) {
            context.runOnContext(now -> lineIsDown(reason));
        }

        @Override
        public void received(byte[] bytes) {
            context.runOnContext(now -> hear(bytes));
        }
    }

    private void lineIsUp() {
        up = true;
        boards.forEach(BusBoard::isUnknown);
        drawNext();
    }

    private void lineIsDown(String reason) {
        up = false;
        boards.forEach(BusBoard::lineIsDown);
        answered.tryFail(new LineGone(reason));
    }

    private void hear(byte[] bytes) {
        if (asked == null) return;
        asked.heard(bytes).ifPresent(reply -> {
            silentInARow = 0;
            answered.tryComplete();
        });
    }

    private void refresh() {
        boards.forEach(BusBoard::refresh);
        drawNext();
    }

    private void blink() {
        boards.forEach(BusBoard::blink);
        drawNext();
    }

    private void drawNext() {
        if (!up || busy || closing) return;
        boards.stream().filter(BusBoard::isDue).min(BusBoard.MOST_URGENT_FIRST).ifPresent(this::draw);
    }

    private void draw(BusBoard board) {
        busy = true;
        asked = board;
        // A second try is for a frame that was damaged on its way, not for a line that says nothing.
        var tries = board.isSilent() || silentInARow > 0 ? 1 : 2;
        exchange = attempt(tries).eventually(() -> pause(timing.gap(board.gap())));
        exchange.onComplete(done -> {
            busy = false;
            drawNext();
        });
    }

    /**
     * Sends the newest text for the board, so that a repetition never shows an older one. Whatever fails, also in drawing
     * the text, fails the future and not the caller: the other boards of the line wait for it to end.
     */
    private Future<Void> attempt(int tries) {
        answered = Promise.promise();
        return Future.succeededFuture()
                .compose(ready -> send(asked.draw(++turns)))
                .compose(sent -> asked.mustAnswer() ? answer() : noAnswer())
                .recover(failure -> failed(failure, tries));
    }

    private Future<Void> failed(Throwable failure, int tries) {
        if (failure instanceof TimeoutException) return unanswered(failure, tries);
        if (failure instanceof LineGone) asked.isUnknown();
        else LOG.error("{} keeps what it shows until it is drawn again: its text failed", asked, failure);
        return Future.failedFuture(failure);
    }

    private Future<Void> unanswered(Throwable failure, int tries) {
        if (tries > 1 && !closing) return pause(timing.gap(asked.gap())).compose(paused -> attempt(tries - 1));
        var before = asked.isSilent();
        asked.fellSilent();
        if (!before && ++silentInARow == SILENT_LINE) boards.forEach(BusBoard::lineIsSilent);
        return Future.failedFuture(failure);
    }

    private Future<Void> send(List<byte[]> parts) {
        var sent = write(parts.get(0));
        for (var part : parts.subList(1, parts.size())) {
            sent = sent.compose(head -> pause(timing.partPause())).compose(paused -> write(part));
        }
        return sent;
    }

    /** Done when the bytes have left the wire, which is later than the operating system took them. */
    private Future<Void> write(byte[] part) {
        return Future.fromCompletionStage(line.send(part), context).compose(taken -> pause(timing.wire(part.length)));
    }

    private Future<Void> answer() {
        var waiting = answered;
        var deadline = vertx.setTimer(
                timing.answer().toMillis(), id -> waiting.tryFail(new TimeoutException("the board does not answer")));
        return waiting.future().onComplete(done -> vertx.cancelTimer(deadline));
    }

    private Future<Void> noAnswer() {
        asked.sent();
        return Future.succeededFuture();
    }

    private Future<Void> pause(Duration pause) {
        var over = Promise.<Void>promise();
        vertx.setTimer(Math.max(1, pause.plusNanos(999_999).toMillis()), id -> over.complete());
        return over.future();
    }
}
