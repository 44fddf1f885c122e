package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.luot.board.led.BoardProtocol;
import vn.luot.board.led.Face;
import vn.luot.board.led.Face.Manner;
import vn.luot.board.led.Face.Row;

/** The driver's bytes, read by a sign that has no Vietnamese letters and a decoder of its own. */
class VietnameseOnASignTest {
    private static final int HIGH = 16;

    private final SimAlphaSign sign = new SimAlphaSign("01");

    @Test
    void isDrawnWithAllItsMarks() {
        draws(Face.still("CỬA"), HIGH);

        assertThat(art(0)).isEqualTo("""
                        ....................
                        ....................
                        ........##..........
                        ........#..##.......
                        .###..#...##...###..
                        #...#.#...#...#...#.
                        #.....#...#...#...#.
                        #.....#...#...#####.
                        #.....#...#...#...#.
                        #...#.#...#...#...#.
                        .###...###....#...#.
                        ....................
                        ....................""");
        assertThat(sign.misunderstood()).isEmpty();
    }

    @Test
    void standsAmongRowsOfOrdinaryLetters() {
        draws(
                new Face(List.of(
                        new Row("A012 > 3", Manner.BLINKS),
                        new Row("B001 > 4 UT", Manner.STILL),
                        new Row("Nghỉ trưa", Manner.TRAVELS))),
                HIGH);

        assertThat(sign.lit().lines())
                .extracting(SimAlphaSign.Line::text)
                .containsExactly("A012 > 3", "B001 > 4 UT", "▣");
        assertThat(sign.lit().lines()).extracting(SimAlphaSign.Line::blinking).containsExactly(true, false, false);
        assertThat(sign.lit().lines().get(2).mode()).isEqualTo('a');
        assertThat(sign.misunderstood()).isEmpty();
    }

    @Test
    void losesItsMarksWhereRowsAreLow() {
        draws(Face.still("ĐÓNG CỬA"), 7);

        assertThat(sign.lit().text()).isEqualTo("DONG CUA");
    }

    private void draws(Face face, int dots) {
        try (var unit = BoardProtocol.ALPHA.unit("01", 0, dots)) {
            unit.draw(face).forEach(sign::receive);
        }
    }

    private String art(int line) {
        return sign.lit().dots().get(line).stream()
                .map(row -> row.replace('1', '#').replace('0', '.'))
                .collect(Collectors.joining("\n"));
    }
}
