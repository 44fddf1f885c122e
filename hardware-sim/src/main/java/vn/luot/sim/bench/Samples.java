package vn.luot.sim.bench;

import java.util.Arrays;

/** What was measured again and again. */
final class Samples {
    private double[] values = new double[64];
    private int count;

    void add(double value) {
        if (count == values.length) values = Arrays.copyOf(values, 2 * count);
        values[count++] = value;
    }

    int count() {
        return count;
    }

    double median() {
        return percentile(50);
    }

    /**
     * The least sample that at least {@code percent} of all do not exceed.
     *
     * @throws IllegalStateException when nothing was measured
     */
    double percentile(double percent) {
        if (count == 0) throw new IllegalStateException("nothing was measured");
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * count) - 1)];
    }
}
