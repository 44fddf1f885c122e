package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.led.BoardProtocol;
import vn.luot.protocol.line.LineAddress;

class BusBoardTest {
    @Test
    void drawsFreshCallsFirstThenTheOneWhoWaitedLongestAndSilentOnesLast() {
        var boards = IntStream.rangeClosed(1, 4).mapToObj(BusBoardTest::board).toList();
        boards.forEach(board -> board.show(Halls.quiet()));
        var turn = 0;
        for (var board : boards) board.draw(++turn);

        boards.forEach(BusBoard::refresh);
        boards.get(0).fellSilent();
        boards.get(0).show(Halls.after("A001 > 1"));
        boards.get(3).show(Halls.after("A004 > 4"));

        assertThat(boards.stream().sorted(BusBoard.MOST_URGENT_FIRST))
                .containsExactly(boards.get(3), boards.get(1), boards.get(2), boards.get(0));
    }

    private static BusBoard board(int unit) {
        var line = new LineAddress.Tcp("127.0.0.1", 1);
        return new BusBoard(line, BoardProtocol.MODBUS, new Board("" + unit, new CounterDisplay(unit)));
    }
}
