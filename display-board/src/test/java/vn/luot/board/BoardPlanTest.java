package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.BoardPlan.MainBoard;

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

        assertThat(new MainBoard(lines).text(hall)).isEqualTo(shown.replace(", ", "\n"));
    }

    @Test
    void mainBoardIsDarkBeforeTheFirstCallAndWithoutABusinessDay() {
        assertThat(new MainBoard(4).text(Halls.quiet())).isEmpty();
        assertThat(new MainBoard(4).text(Halls.withoutDay(Halls.after("A012 > 3"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3,  A012", // called
        "4,  ----", // open, nobody called
        "12, DONG", // closed
        "13, ''", // the hall has no such counter
    })
    void counterDisplayShowsWhoIsAtTheCounterNow(int counter, String shown) {
        assertThat(new CounterDisplay(counter).text(Halls.after("A012 > 3"))).isEqualTo(shown);
    }

    @Test
    void counterDisplayForgetsANumberThatIsFinished() {
        var called = Halls.after("A012 > 3");

        var finished = called.after(Halls.finish(called, 3));

        assertThat(new CounterDisplay(3).text(finished)).isEqualTo("----");
        assertThat(new MainBoard(4).text(finished)).isEqualTo("A012 > 3");
    }

    @Test
    void readsWhatABoardShows() {
        assertThat(BoardPlan.parse("main", 2)).isEqualTo(new MainBoard(2));
        assertThat(BoardPlan.parse("counter:10", 4)).isEqualTo(new CounterDisplay(10));
        assertThat(new MainBoard(2)).hasToString("main");
        assertThat(new CounterDisplay(10)).hasToString("counter:10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "counter", "counter:0", "counter:100", "counter:3x"})
    void refusesToShowAnythingElse(String shows) {
        assertThatThrownBy(() -> BoardPlan.parse(shows, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phải là")
                .hasMessageContaining("must be");
    }
}
