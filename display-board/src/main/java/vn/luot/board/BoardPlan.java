package vn.luot.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.luot.board.led.Face;
import vn.luot.board.led.Face.Manner;
import vn.luot.board.led.Face.Row;
import vn.luot.protocol.message.CallView;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketView;

/**
 * What one board shows: a pure function of the hall, so that after any interruption the board is simply drawn again. Text
 * is Vietnamese; a board without such letters shows them without their marks.
 */
public sealed interface BoardPlan {
    /** On the display of an open counter that has called nobody. */
    String NOBODY = "----";

    /** On the display of a closed counter. */
    String CLOSED = "ĐÓNG";

    /** On a main board while no business day is open. */
    String HALL_CLOSED = "ĐÓNG CỬA";

    /** Below the number of a priority visitor, where there is room, so that those who wait see why. */
    String PRIORITY = "ƯU TIÊN";

    /** Calls on a main board of which nothing else is said. */
    int USUAL_LINES = 4;

    /** @param fresh counters that have called just now: their call blinks */
    Face face(HallView hall, Set<Integer> fresh);

    /**
     * The last calls of all counters, newest first, one a row: {@code A012 > 3}, with {@code UT} behind it while a priority
     * visitor is at the counter.
     *
     * @param lines rows to fill, 1 to 8
     * @param notices what runs through the last row; none to leave it to the calls
     */
    record MainBoard(int lines, List<String> notices) implements BoardPlan {
        static final int MOST_LINES = 8;

        /** What a sign's priority file holds beside the calls. */
        static final int LONGEST_NOTICES = 60;

        private static final String BETWEEN = "   ";
        private static final String PRIORITY_MARK = " UT";

        public MainBoard {
            notices = List.copyOf(notices);
            if (lines < 1 || lines > MOST_LINES) {
                throw new IllegalArgumentException(
                        "số dòng phải từ 1 đến " + MOST_LINES + " / a board has 1 to " + MOST_LINES + " lines");
            }
            if (!notices.isEmpty() && lines == 1) {
                throw new IllegalArgumentException(
                        "bảng có thông báo cần ít nhất 2 dòng / a board with notices has at least 2 lines");
            }
            if (String.join(BETWEEN, notices).length() > LONGEST_NOTICES) {
                throw new IllegalArgumentException("các thông báo dài quá " + LONGEST_NOTICES
                        + " ký tự / the notices are longer than " + LONGEST_NOTICES + " characters");
            }
        }

        public MainBoard(int lines) {
            this(lines, List.of());
        }

        @Override
        public Face face(HallView hall, Set<Integer> fresh) {
            var rows = new ArrayList<Row>();
            if (hall.day() == null) rows.add(new Row(HALL_CLOSED, Manner.STILL));
            else calls(hall).forEach(call -> rows.add(row(call, hall, fresh)));
            if (!notices.isEmpty()) rows.add(new Row(String.join(BETWEEN, notices), Manner.TRAVELS));
            return new Face(rows);
        }

        private List<CallView> calls(HallView hall) {
            var room = notices.isEmpty() ? lines : lines - 1;
            return hall.calls().stream().limit(room).toList();
        }

        private static Row row(CallView call, HallView hall, Set<Integer> fresh) {
            var present = BoardPlan.counter(hall, call.counter())
                    .map(CounterView::ticket)
                    .filter(ticket -> ticket.number().equals(call.number()));
            var mark = present.filter(BoardPlan::hasPriority).isPresent() ? PRIORITY_MARK : "";
            var blinks = fresh.contains(call.counter())
                    && present.filter(BoardPlan::isCalled).isPresent();
            return new Row(call.number() + " > " + call.counter() + mark, blinks ? Manner.BLINKS : Manner.STILL);
        }

        @Override
        public String toString() {
            return "main";
        }
    }

    /**
     * The number at one counter now. Dark when the hall has no such counter.
     *
     * @param lines 1, or 2 on a board that has room to say that a priority visitor is served
     */
    record CounterDisplay(int counter, int lines) implements BoardPlan {
        public CounterDisplay {
            if (lines < 1 || lines > 2) {
                throw new IllegalArgumentException(
                        "bảng của quầy có 1 hoặc 2 dòng / the board of a counter has 1 or 2 lines");
            }
        }

        public CounterDisplay(int counter) {
            this(counter, 1);
        }

        @Override
        public Face face(HallView hall, Set<Integer> fresh) {
            return BoardPlan.counter(hall, counter)
                    .map(view -> face(view, fresh.contains(counter)))
                    .orElse(Face.DARK);
        }

        private Face face(CounterView view, boolean fresh) {
            return switch (view.state()) {
                case PAUSED, CLOSED -> Face.still(CLOSED);
                case OPEN -> view.ticket() == null ? Face.still(NOBODY) : face(view.ticket(), fresh);
            };
        }

        private Face face(TicketView ticket, boolean fresh) {
            var number = new Row(ticket.number(), fresh && isCalled(ticket) ? Manner.BLINKS : Manner.STILL);
            return lines == 2 && hasPriority(ticket)
                    ? new Face(List.of(number, new Row(PRIORITY, Manner.STILL)))
                    : new Face(List.of(number));
        }

        @Override
        public String toString() {
            return "counter:" + counter;
        }
    }

    private static Optional<CounterView> counter(HallView hall, int id) {
        return hall.counters().stream().filter(view -> view.id() == id).findFirst();
    }

    /** It blinks until the visitor stands at the counter. */
    private static boolean isCalled(TicketView ticket) {
        return ticket.state() == TicketState.CALLED;
    }

    private static boolean hasPriority(TicketView ticket) {
        return ticket.priorityClass() != null;
    }

    Pattern COUNTER = Pattern.compile("counter:([1-9]\\d?)");

    /**
     * Reads {@code main} or {@code counter:3}.
     *
     * @param lines rows of the board; absent for as many as usual
     * @param notices what runs through the last row of a main board
     * @throws IllegalArgumentException with what to write instead, in Vietnamese and English
     */
    static BoardPlan parse(String shows, Integer lines, List<String> notices) {
        if (shows.equals("main")) return new MainBoard(lines == null ? USUAL_LINES : lines, notices);
        var counter = COUNTER.matcher(shows);
        if (!counter.matches()) {
            throw new IllegalArgumentException("«" + shows + "» phải là \"main\" hoặc \"counter:3\" (quầy 1 đến 99)"
                    + " / must be \"main\" or \"counter:3\" (counter 1 to 99)");
        }
        if (!notices.isEmpty()) {
            throw new IllegalArgumentException("chỉ bảng chính có thông báo / only a main board has notices");
        }
        return new CounterDisplay(Integer.parseInt(counter.group(1)), lines == null ? 1 : lines);
    }
}
