package vn.luot.hub.queue;

import java.util.List;

/**
 * Why this one was called, as kept in the reason of a call's step.
 *
 * @param points what decided where points do; 0 otherwise
 * @param passed numbers of the first ten who waited for the counter, came earlier and were not called
 * @param more how many came earlier beside them; 99 for 99 or more
 * @param words why the clerk called out of turn; empty when the rule chose
 */
public record Choice(Rule rule, long points, List<String> passed, int more, String words) {
    static final int MOST_NAMED = 10;
    static final int MOST_COUNTED = 99;

    /** What decided. The names are in journals: never rename one. */
    public enum Rule {
        ARRIVAL,
        POINTS,
        WAITED_TOO_LONG,
        PRIORITY_TURN,
        ORDINARY_TURN,
        COUNTER_ORDER,
        CHOSEN
    }

    public Choice {
        passed = List.copyOf(passed);
    }

    /** As a step's reason keeps it: rule;points;passed,passed;more;words. */
    String text() {
        return rule + ";" + points + ";" + String.join(",", passed) + ";" + more + ";" + words;
    }

    /** @throws IllegalArgumentException when {@code text} is not the reason of a call */
    public static Choice parse(String text) {
        var parts = text.split(";", 5);
        if (parts.length != 5) throw new IllegalArgumentException("not the reason of a call: " + text);
        var passed = parts[2].isEmpty() ? List.<String>of() : List.of(parts[2].split(","));
        return new Choice(
                Rule.valueOf(parts[0]), Long.parseLong(parts[1]), passed, Integer.parseInt(parts[3]), parts[4]);
    }
}
