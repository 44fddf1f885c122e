package vn.luot.board;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardState.Health;
import vn.luot.board.led.BoardProtocol;
import vn.luot.board.led.Face;
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

    /** After so many refreshes the board is told also what it should remember, in case it does not. */
    private static final int REFRESHES_KEPT = 80;

    /** A board that says nothing is drawn only at every so manyth refresh: whoever watches it should see no flicker. */
    private static final int REFRESHES_UNTOLD = 4;

    private static final int MOST_UNCLEAR = 512;
    private static final Logger LOG = LoggerFactory.getLogger(BoardBus.class);

    private final LineAddress line;
    private final Board board;
    private final LedUnit unit;
    private final Duration gap;
    private final Runnable changed;
    private Face wanted;
    private Face drawn;
    private Due due = Due.NO;
    private boolean between;
    private boolean repeated;
    private int refreshes;
    private long turn;
    private byte[] sent = {};

    /** What came since it was drawn and was no answer. */
    private final ByteArrayOutputStream unclear = new ByteArrayOutputStream();

    private volatile String shown = "";
    private volatile Standing standing = new Standing(Health.LINE_DOWN, "", System.nanoTime());

    /** @param changed told whenever the board takes its text in another way than before */
    BusBoard(LineAddress line, BoardProtocol protocol, Board board, Runnable changed) {
        this.line = line;
        this.board = board;
        this.gap = protocol.gap();
        this.changed = changed;
        unit = protocol.unit(board.address(), board.register(), board.dots());
    }

    void show(HallView hall, Set<Integer> fresh) {
        show(board.shows().face(hall, fresh));
    }

    void show(Face face) {
        if (face.equals(wanted)) return;
        wanted = face;
        between = false;
        repeated = false;
        due = Due.NEW;
    }

    /** Must be drawn as soon as possible, because nobody knows what it shows. */
    void isUnknown() {
        unit.forget();
        if (wanted != null) due = Due.NEW;
    }

    /** The board shows nothing new; it may have lost its power meanwhile. */
    void refresh() {
        if (wanted == null || due != Due.NO) return;
        repeated = false;
        if (++refreshes % REFRESHES_KEPT == 0) unit.forget();
        if (unit.mustAnswer() || refreshes % REFRESHES_UNTOLD == 0) due = Due.AGAIN;
    }

    /** The next half of a blink, on a board that does not blink by itself; what is new is shown before it goes dark. */
    void blink() {
        if (wanted == null || due == Due.NEW || unit.blinksByItself() || !wanted.blinks()) return;
        between = !between;
        due = Due.AGAIN;
    }

    boolean isDue() {
        return due != Due.NO;
    }

    /** The bytes of the newest text. */
    List<byte[]> draw(long turn) {
        this.turn = turn;
        due = Due.NO;
        drawn = wanted;
        unclear.reset();
        var parts = unit.draw(between ? wanted.between() : wanted);
        sent = joined(parts);
        return parts;
    }

    private static byte[] joined(List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Silence this board wants after its frame. */
    Duration gap() {
        return gap;
    }

    boolean mustAnswer() {
        return unit.mustAnswer();
    }

    /** Whether it gave no clear answer the last time. */
    boolean isSilent() {
        return standing.health == Health.SILENT || standing.health == Health.GARBLED;
    }

    Optional<Reply> heard(byte[] bytes) {
        if (unclear.size() < MOST_UNCLEAR) unclear.writeBytes(bytes);
        var reply = unit.heard(bytes);
        reply.ifPresent(this::answered);
        return reply;
    }

    private void answered(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            stands(Health.REFUSES, refused.reason());
            repeat();
        } else {
            shown = drawn.text();
            stands(Health.ANSWERS, "");
        }
    }

    /** What was refused is sent once more, and then with the next refresh: it may have been damaged on its way. */
    private void repeat() {
        if (!repeated && due == Due.NO) due = Due.AGAIN;
        repeated = true;
    }

    /** The line took the text, and no answer is expected. */
    void sent() {
        shown = drawn.text();
        if (standing.health == Health.LINE_DOWN) stands(Health.SENT, "");
    }

    /** No answer came in time. */
    void fellSilent() {
        if (saidSomething()) stands(Health.GARBLED, "two boards may have its address, or its wire has noise");
        else stands(Health.SILENT, "");
    }

    /** So many others of its line fell silent that this one, which answered before, would too. */
    void lineIsSilent() {
        switch (standing.health) {
            case ANSWERS, REFUSES -> stands(Health.SILENT, "");
            case LINE_DOWN, SENT, SILENT, GARBLED -> {} // says so already, or never answers
        }
    }

    /** Some RS-485 adapters give back what was sent; that is not the board. */
    private boolean saidSomething() {
        var heard = unclear.toByteArray();
        return heard.length > sent.length || !Arrays.equals(heard, 0, heard.length, sent, 0, heard.length);
    }

    void lineIsDown() {
        stands(Health.LINE_DOWN, "");
    }

    private void stands(Health health, String reason) {
        var before = standing;
        if (before.health == health && before.reason.equals(reason)) return;
        standing = new Standing(health, reason, System.nanoTime());
        tell(before);
        changed.run();
    }

    private void tell(Standing before) {
        switch (standing.health) {
            case LINE_DOWN, SENT -> {} // the line tells that itself
            case ANSWERS -> LOG.info("{} answers{}", this, before.health == Health.LINE_DOWN ? "" : again(before));
            case REFUSES -> LOG.warn("{} refuses its text: {}", this, standing.reason);
            case GARBLED -> LOG.warn("{} answers unclearly: {}", this, standing.reason);
            case SILENT -> LOG.warn("{} does not answer; check its power, its address and its wires", this);
        }
    }

    private static String again(Standing before) {
        var seconds = before.age().toSeconds();
        return seconds == 0 ? " again" : " again after " + seconds + " s";
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
