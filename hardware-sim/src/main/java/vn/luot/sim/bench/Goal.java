package vn.luot.sim.bench;

import java.util.Locale;

/** What a figure's ratio to its limit should be. */
record Goal(Sense sense, double bound) {
    enum Sense {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** A figure that is shown for scale. */
    static final Goal NONE = new Goal(Sense.NONE, 0);

    static Goal atLeast(double bound) {
        return new Goal(Sense.AT_LEAST, bound);
    }

    static Goal atMost(double bound) {
        return new Goal(Sense.AT_MOST, bound);
    }

    boolean isMetBy(double ratio) {
        return switch (sense) {
            case AT_LEAST -> ratio >= bound;
            case AT_MOST -> ratio <= bound;
            case NONE -> true;
        };
    }

    @Override
    public String toString() {
        return switch (sense) {
            case AT_LEAST -> ">=" + text();
            case AT_MOST -> "<=" + text();
            case NONE -> "-";
        };
    }

    private String text() {
        return String.format(Locale.ROOT, "%.2f", bound);
    }
}
