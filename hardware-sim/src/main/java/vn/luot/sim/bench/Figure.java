package vn.luot.sim.bench;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param name what was measured, ending in its unit
 * @param limit what it is held against, measured in the same rounds
 * @param ratio {@code value} by {@code limit}: the median of the rounds' ratios, so that a round in which the machine
 *     was busy with something else weighs no more than any other
 */
record Figure(String name, double value, double limit, double ratio, Goal goal) {
    /** {@code NAME value VALUE limit LIMIT ratio RATIO goal GOAL ok|short} */
    String line() {
        return "%s value %s limit %s ratio %s goal %s %s"
                .formatted(name, text(value), text(limit), text(ratio), goal, isMet() ? "ok" : "short");
    }

    boolean isMet() {
        return goal.isMetBy(ratio);
    }

    /** Three digits that mean something. */
    private static String text(double number) {
        var pattern = number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, number);
    }
}
