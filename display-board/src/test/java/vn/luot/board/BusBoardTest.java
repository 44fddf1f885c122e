package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.led.BoardProtocol;
import vn.luot.protocol.line.LineAddress;

class BusBoardTest {
    private static final byte[] ANSWER_OF_3 = {3, 0x10, 0, 0, 0, 6, (byte) 0x41, (byte) 0xE9};

    @Test
    void drawsFreshCallsFirstThenTheOneWhoWaitedLongestAndSilentOnesLast() {
        var boards = IntStream.rangeClosed(1, 4).mapToObj(BusBoardTest::board).toList();
        boards.forEach(board -> board.show(Halls.quiet(), Set.of()));
        var turn = 0;
        for (var board : boards) board.draw(++turn);

        boards.forEach(BusBoard::refresh);
        boards.get(0).fellSilent();
        boards.get(0).show(Halls.after("A001 > 1"), Set.of());
        boards.get(3).show(Halls.after("A004 > 4"), Set.of());

        assertThat(boards.stream().sorted(BusBoard.MOST_URGENT_FIRST))
                .containsExactly(boards.get(3), boards.get(1), boards.get(2), boards.get(0));
    }

    @Test
    void aFreshCallIsFirstShownHoweverLongItWaitsForTheLine() {
        var board = board(1);
        board.show(Halls.after("A001 > 1"), Set.of(1));
        var atOnce = board.draw(1);
        board.blink();
        var dark = board.draw(2);
        assertThat(joined(dark)).isNotEqualTo(joined(atOnce));

        board.show(Halls.after("A002 > 1"), Set.of(1));
        board.show(Halls.after("A001 > 1"), Set.of(1));
        board.blink();

        assertThat(joined(board.draw(3))).isEqualTo(joined(atOnce));
        board.blink();
        assertThat(joined(board.draw(4))).isEqualTo(joined(dark));
    }

    private static String joined(List<byte[]> parts) {
        return parts.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining());
    }

    @Test
    void tellsTheOperatorWhoFellSilentAndWhoIsBack() {
        var board = board(3);
        board.show(Halls.quiet(), Set.of());
        board.draw(1);

        try (var told = new Told(BoardBus.class)) {
            board.fellSilent();
            board.fellSilent();
            board.heard(ANSWER_OF_3);
            board.heard(ANSWER_OF_3);

            assertThat(told.lines()).hasSize(2);
            assertThat(told.lines().get(0))
                    .isEqualTo(
                            "Board 3 on tcp:127.0.0.1:1 does not answer; check its power, its address and its wires");
            assertThat(told.lines().get(1))
                    .startsWith("Board 3 on tcp:127.0.0.1:1 answers again")
                    .doesNotContain("after 0 s");
        }
    }

    @Test
    void tellsOfEveryChangeOnce() {
        var changes = new AtomicInteger();
        var board = board(3, changes::incrementAndGet);
        board.show(Halls.quiet(), Set.of());
        board.draw(1);

        board.fellSilent();
        board.fellSilent();
        assertThat(changes).hasValue(1);
        board.heard(ANSWER_OF_3);
        board.heard(ANSWER_OF_3);

        assertThat(changes).hasValue(2);
    }

    private static BusBoard board(int unit) {
        return board(unit, () -> {});
    }

    private static BusBoard board(int unit, Runnable changed) {
        var line = new LineAddress.Tcp("127.0.0.1", 1);
        return new BusBoard(line, BoardProtocol.MODBUS, new Board("" + unit, new CounterDisplay(unit)), changed);
    }
}
