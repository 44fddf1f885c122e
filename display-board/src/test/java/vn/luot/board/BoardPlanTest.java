package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.BoardPlan.MainBoard;
import vn.luot.board.led.Face;
import vn.luot.board.led.Face.Manner;
import vn.luot.board.led.Face.Row;

class BoardPlanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // calls made          | rows | what the main board shows
                "A012 > 3              | 1    | A012 > 3",
                "A012 > 3              | 4    | A012 > 3",
                "A012 > 3, B001 > 10   | 4    | B001 > 10, A012 > 3",
                "A012 > 3, B001 > 10   | 1    | B001 > 10",
                "A1 > 1, A2 > 2, A3 > 3 | 2   | A3 > 3, A2 > 2",
                "A012 > 3, B001 > 4, A012 > 3 | 4 | A012 > 3, B001 > 4", // recalled: on top, once
            })
    void mainBoardShowsTheLastCallsNewestFirst(String calls, int lines, String shown) {
        var hall = Halls.after(calls.split(", "));

        assertThat(new MainBoard(lines).face(hall, Set.of()).text()).isEqualTo(shown.replace(", ", "\n"));
    }

    @Test
    void mainBoardIsDarkBeforeTheFirstCallAndSaysWhenTheHallIsClosed() {
        assertThat(new MainBoard(4).face(Halls.quiet(), Set.of()).text()).isEmpty();
        assertThat(new MainBoard(4)
                        .face(Halls.withoutDay(Halls.after("A012 > 3")), Set.of())
                        .text())
                .isEqualTo("ĐÓNG CỬA");
    }

    @ParameterizedTest
    @CsvSource({
        "3,  A012", // called
        "4,  ----", // open, nobody called
        "12, ĐÓNG", // closed
        "13, ''", // the hall has no such counter
    })
    void counterDisplayShowsWhoIsAtTheCounterNow(int counter, String shown) {
        assertThat(new CounterDisplay(counter)
                        .face(Halls.after("A012 > 3"), Set.of())
                        .text())
                .isEqualTo(shown);
    }

    @Test
    void counterDisplayForgetsANumberThatIsFinished() {
        var called = Halls.after("A012 > 3");

        var finished = called.after(Halls.finish(called, 3));

        assertThat(new CounterDisplay(3).face(finished, Set.of()).text()).isEqualTo("----");
        assertThat(new MainBoard(4).face(finished, Set.of()).text()).isEqualTo("A012 > 3");
    }

    @Test
    void aCallBlinksUntilItsVisitorStandsAtTheCounter() {
        var called = Halls.after("B001 > 4", "A012 > 3");

        assertThat(new MainBoard(4).face(called, Set.of(3)).rows())
                .containsExactly(new Row("A012 > 3", Manner.BLINKS), new Row("B001 > 4", Manner.STILL));
        assertThat(new CounterDisplay(3).face(called, Set.of(3)).blinks()).isTrue();
        assertThat(new CounterDisplay(4).face(called, Set.of(3)).blinks()).isFalse();
        assertThat(new MainBoard(4)
                        .face(called.after(Halls.start(called, 3)), Set.of(3))
                        .blinks())
                .isFalse();
    }

    @Test
    void saysThatAPriorityVisitorIsServed() {
        var called = Halls.withPriority(Halls.after("B001 > 4", "A012 > 3"), 3);

        assertThat(new MainBoard(4).face(called, Set.of()).text()).isEqualTo("A012 > 3 UT\nB001 > 4");
        assertThat(new CounterDisplay(3, 2).face(called, Set.of()).text()).isEqualTo("A012\nƯU TIÊN");
        assertThat(new CounterDisplay(3).face(called, Set.of()).text()).isEqualTo("A012");
    }

    @Test
    void leavesTheLastRowOfAMainBoardToItsNotices() {
        var board = new MainBoard(2, List.of("Nghỉ trưa 11:30", "Mời ngồi chờ"));
        var notices = new Row("Nghỉ trưa 11:30   Mời ngồi chờ", Manner.TRAVELS);

        assertThat(board.face(Halls.after("A012 > 3", "B001 > 4"), Set.of()).rows())
                .containsExactly(new Row("B001 > 4", Manner.STILL), notices);
        assertThat(board.face(Halls.quiet(), Set.of()).rows()).containsExactly(notices);
        assertThat(board.face(Halls.withoutDay(Halls.quiet()), Set.of()))
                .isEqualTo(new Face(List.of(new Row("ĐÓNG CỬA", Manner.STILL), notices)));
    }

    @Test
    void readsWhatABoardShows() {
        assertThat(BoardPlan.parse("main", 2, List.of())).isEqualTo(new MainBoard(2));
        assertThat(BoardPlan.parse("counter:10", null, List.of())).isEqualTo(new CounterDisplay(10));
        assertThat(new MainBoard(2)).hasToString("main");
        assertThat(new CounterDisplay(10)).hasToString("counter:10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "counter", "counter:0", "counter:100", "counter:3x"})
    void refusesToShowAnythingElse(String shows) {
        assertThatThrownBy(() -> BoardPlan.parse(shows, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phải là")
                .hasMessageContaining("must be");
    }
}
