package vn.luot.board;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardState.Health;
import vn.luot.board.led.BoardProtocol;
import vn.luot.board.led.LedUnit;
import vn.luot.board.led.LedUnit.Reply;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.HallView;

/**
 * One board of a bus: the text it should show, whether it must be told, and how it takes it. Changed on the bus's thread
 * only; its {@link #state} may be read on any.
 */
final class BusBoard {
    /** Whether the board must be drawn, the least urgent first. */
    private enum Due {
        NO,
        AGAIN,
        NEW
    }

    private record Standing(Health health, String reason, long sinceNanos) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - sinceNanos);
        }
    }

    /** A silent board waits until nobody else wants the line; fresh calls go before repetitions, then it is in turn. */
    static final Comparator<BusBoard> MOST_URGENT_FIRST = Comparator.comparing(BusBoard::isSilent)
            .thenComparing(board -> board.due, Comparator.reverseOrder())
            .thenComparingLong(board -> board.turn);

    private static final Logger LOG = LoggerFactory.getLogger(BoardBus.class);

    private final LineAddress line;
    private final Board board;
    private final LedUnit unit;
    private String wanted;
    private String drawn;
    private Due due = Due.NO;
    private long turn;
    private volatile String shown = "";
    private volatile Standing standing = new Standing(Health.LINE_DOWN, "", System.nanoTime());

    BusBoard(LineAddress line, BoardProtocol protocol, Board board) {
        this.line = line;
        this.board = board;
        unit = protocol.unit(board.address(), board.register());
    }

    void show(HallView hall) {
        var text = board.shows().text(hall);
        if (text.equals(wanted)) return;
        wanted = text;
        due = Due.NEW;
    }

    /** Must be drawn as soon as possible, because nobody knows what it shows. */
    void isUnknown() {
        if (wanted != null) due = Due.NEW;
    }

    void refresh() {
        if (wanted != null && due == Due.NO) due = Due.AGAIN;
    }

    boolean isDue() {
        return due != Due.NO;
    }

    /** The bytes of the newest text. */
    List<byte[]> draw(long turn) {
        this.turn = turn;
        due = Due.NO;
        drawn = wanted;
        return unit.draw(drawn);
    }

    boolean mustAnswer() {
        return unit.mustAnswer();
    }

    boolean isSilent() {
        return standing.health == Health.SILENT;
    }

    Optional<Reply> heard(byte[] bytes) {
        var reply = unit.heard(bytes);
        reply.ifPresent(this::answered);
        return reply;
    }

    private void answered(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            stands(Health.REFUSES, refused.reason());
        } else {
            shown = drawn;
            stands(Health.ANSWERS, "");
        }
    }

    /** The line took the text, and no answer is expected. */
    void sent() {
        shown = drawn;
        if (standing.health == Health.LINE_DOWN) stands(Health.SENT, "");
    }

    void fellSilent() {
        stands(Health.SILENT, "");
    }

    void lineIsDown() {
        stands(Health.LINE_DOWN, "");
    }

    private void stands(Health health, String reason) {
        var before = standing;
        if (before.health == health && before.reason.equals(reason)) return;
        standing = new Standing(health, reason, System.nanoTime());
        tell(before);
    }

    private void tell(Standing before) {
        switch (standing.health) {
            case LINE_DOWN, SENT -> {} // the line tells that itself
            case ANSWERS -> LOG.info("{} answers{}", this, before.health == Health.LINE_DOWN ? "" : again(before));
            case REFUSES -> LOG.warn("{} refuses its text: {}", this, standing.reason);
            case SILENT -> LOG.warn("{} does not answer; check its power, its address and its wires", this);
        }
    }

    private static String again(Standing before) {
        return " again after " + before.age().toSeconds() + " s";
    }

    BoardState state() {
        var now = standing;
        return new BoardState(
                line.toString(), board.address(), board.shows().toString(), shown, now.health, now.reason, now.age());
    }

    void close() {
        unit.close();
    }

    @Override
    public String toString() {
        return "Board " + board.address() + " on " + line;
    }
}
