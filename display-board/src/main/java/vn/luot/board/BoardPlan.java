package vn.luot.board;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.luot.protocol.message.CallView;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;

/**
 * What one board shows: a pure function of the hall, so that after any interruption the board is simply drawn again. Text
 * is ASCII, because a sign has no Vietnamese letters.
 */
public sealed interface BoardPlan {
    /** On the display of an open counter that has called nobody. */
    String NOBODY = "----";

    /** "Đóng", on the display of a closed counter. */
    String CLOSED = "DONG";

    /** Calls on a main board of which nothing else is said. */
    int USUAL_LINES = 4;

    /** The text for the hall as it is now, rows separated by {@code \n}; empty to stay dark. */
    String text(HallView hall);

    /**
     * The last calls of all counters, newest first, one a row: {@code A012 > 3}. Dark while no business day is open.
     *
     * @param lines rows to fill, 1 to 8
     */
    record MainBoard(int lines) implements BoardPlan {
        static final int MOST_LINES = 8;

        public MainBoard {
            if (lines < 1 || lines > MOST_LINES) {
                throw new IllegalArgumentException(
                        "số dòng phải từ 1 đến " + MOST_LINES + " / a board has 1 to " + MOST_LINES + " lines");
            }
        }

        @Override
        public String text(HallView hall) {
            if (hall.day() == null) return "";
            return hall.calls().stream().limit(lines).map(MainBoard::row).collect(Collectors.joining("\n"));
        }

        private static String row(CallView call) {
            return call.number() + " > " + call.counter();
        }

        @Override
        public String toString() {
            return "main";
        }
    }

    /** The number at one counter now. Dark when the hall has no such counter. */
    record CounterDisplay(int counter) implements BoardPlan {
        @Override
        public String text(HallView hall) {
            return hall.counters().stream()
                    .filter(view -> view.id() == counter)
                    .findFirst()
                    .map(CounterDisplay::text)
                    .orElse("");
        }

        private static String text(CounterView view) {
            return switch (view.state()) {
                case PAUSED, CLOSED -> CLOSED;
                case OPEN -> view.ticket() == null ? NOBODY : view.ticket().number();
            };
        }

        @Override
        public String toString() {
            return "counter:" + counter;
        }
    }

    Pattern COUNTER = Pattern.compile("counter:([1-9]\\d?)");

    /**
     * Reads {@code main} or {@code counter:3}.
     *
     * @param lines rows of a main board
     * @throws IllegalArgumentException with what to write instead, in Vietnamese and English
     */
    static BoardPlan parse(String shows, int lines) {
        if (shows.equals("main")) return new MainBoard(lines);
        var counter = COUNTER.matcher(shows);
        if (counter.matches()) return new CounterDisplay(Integer.parseInt(counter.group(1)));
        throw new IllegalArgumentException("«" + shows + "» phải là \"main\" hoặc \"counter:3\" (quầy 1 đến 99)"
                + " / must be \"main\" or \"counter:3\" (counter 1 to 99)");
    }
}
