package vn.luot.sim.bench;

/** A value and its limit, measured one right after the other, round by round. */
final class Pairs {
    private final Samples values = new Samples();
    private final Samples limits = new Samples();
    private final Samples ratios = new Samples();

    void add(double value, double limit) {
        values.add(value);
        limits.add(limit);
        ratios.add(value / limit);
    }

    Figure figure(String name, Goal goal) {
        return new Figure(name, values.median(), limits.median(), ratios.median(), goal);
    }
}
