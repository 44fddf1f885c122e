package vn.luot.sim.bench;

import java.util.Random;

/**
 * What kind of day is played when waits are held against the truth. Nothing here is known to the hall, and the families
 * of service times differ, so that no estimate can be made to fit them all.
 *
 * @see WaitDay
 */
enum DayKind {
    /** Whoever usually sits there sits there. */
    STEADY(false, 1, 0.04, 0.02) {
        @Override
        double spread(Random chance) {
            return logNormal(chance, 0.55);
        }
    },
    /** Clerks come late, take breaks, are away for half a day, and are fetched when the line is long. */
    CHANGING(true, 1, 0.05, 0.03) {
        @Override
        double spread(Random chance) {
            return logNormal(chance, 0.65);
        }
    },
    /** A market day: most come early, and whoever can be spared opens another counter. */
    RUSH(true, 1.02, 0.05, 0.02) {
        @Override
        double spread(Random chance) {
            return logNormal(chance, 0.5);
        }
    },
    /** The one-stop software answers slowly from some time on. */
    SLOW(true, 0.85, 0.04, 0.03) {
        @Override
        double spread(Random chance) {
            return 1.35 * (erlang(chance) + erlang(chance) + erlang(chance)) / 3;
        }
    },
    /** Many short visits and some very long ones; more who do not come when called, and who go on to another counter. */
    UNEVEN(true, 0.9, 0.12, 0.08) {
        @Override
        double spread(Random chance) {
            return chance.nextDouble() < 0.15 ? 2.9 * erlang(chance) : 0.25 + 0.42 * erlang(chance);
        }
    };

    final boolean staffChanges;
    /** How many come, held against a steady day. */
    final double crowd;
    /** How many of the called do not come. */
    final double missing;
    /** How many of the served go on to another service. */
    final double further;

    DayKind(boolean staffChanges, double crowd, double missing, double further) {
        this.staffChanges = staffChanges;
        this.crowd = crowd;
        this.missing = missing;
        this.further = further;
    }

    /** How long a visit takes, held against the mean of its service. */
    abstract double spread(Random chance);

    private static double logNormal(Random chance, double sigma) {
        return Math.exp(sigma * chance.nextGaussian() - sigma * sigma / 2);
    }

    private static double erlang(Random chance) {
        return -Math.log(1 - chance.nextDouble());
    }
}
