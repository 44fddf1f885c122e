package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.luot.board.BoardPlan;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Step;

/**
 * What the boards have to show after a step, found from the steps alone.
 *
 * @param calls the last calls, newest first, as on the main board
 * @param counters what is at each counter
 */
record BoardPicture(boolean open, List<String> calls, Map<Integer, String> counters) {
    static final int ROWS = 4;
    static final BoardPicture DARK = new BoardPicture(false, List.of(), Map.of());
    private static final int REMEMBERED = 12;

    BoardPicture after(Step step, History after) {
        return new BoardPicture(after.isOpen(), callsAfter(step, after), countersAfter(step, after));
    }

    private List<String> callsAfter(Step step, History after) {
        return switch (step.kind()) {
            case DAY_OPENED ->
                step.seq() > 1 && after.step(step.seq() - 1).day().equals(step.day()) ? calls : List.of();
            case CALLED, RECALLED -> called(step);
            default -> calls;
        };
    }

    private List<String> called(Step step) {
        var number = step.ticket().number().toString();
        var fresh = new ArrayList<String>();
        fresh.add(number + " > " + step.ticket().counter());
        for (var call : calls) {
            if (!call.startsWith(number + " ") && fresh.size() < REMEMBERED) fresh.add(call);
        }
        return List.copyOf(fresh);
    }

    private Map<Integer, String> countersAfter(Step step, History after) {
        if (step.counter() == null && after.isOpen() == open) return counters;
        var fresh = new TreeMap<Integer, String>();
        after.counters().forEach(counter -> fresh.put(counter.id(), text(counter, after)));
        return fresh;
    }

    private static String text(Counter counter, History after) {
        if (counter.state() != Counter.State.OPEN) return BoardPlan.CLOSED;
        if (counter.ticket() == 0) return BoardPlan.NOBODY;
        return after.ticket(counter.ticket())
                .map(ticket -> ticket.number().toString())
                .orElse("?");
    }

    /** The rows of the main board. */
    String main() {
        return open ? String.join("\n", calls.subList(0, Math.min(ROWS, calls.size()))) : BoardPlan.HALL_CLOSED;
    }

    /** The display of a counter. */
    String counter(int id) {
        return counters.getOrDefault(id, BoardPlan.CLOSED);
    }
}
