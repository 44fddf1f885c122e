package vn.luot.sim.simulate;

import java.util.Optional;
import java.util.function.Supplier;

/** What a run was found guilty of; the first thing counts, since the rest may follow from it. */
final class Verdict {
    /** An invariant that did not hold, and how. */
    record Violation(Invariant invariant, String how) {}

    private final Trace trace;
    private Violation violation;

    Verdict(Trace trace) {
        this.trace = trace;
    }

    void unless(boolean holds, Invariant invariant, String how) {
        if (!holds) broken(invariant, how);
    }

    /** @param how said only when it does not hold */
    void unless(boolean holds, Invariant invariant, Supplier<String> how) {
        if (!holds) broken(invariant, how.get());
    }

    void broken(Invariant invariant, String how) {
        if (violation != null) return;
        violation = new Violation(invariant, how);
        trace.note("VIOLATION", invariant + " " + how);
    }

    boolean isGuilty() {
        return violation != null;
    }

    Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }
}
