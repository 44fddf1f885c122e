package vn.luot.sim.simulate;

import java.util.List;
import java.util.Optional;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Step;

/** The rules of a simulated day, held against the journal of a real hub. */
public final class JournalChecks {
    private JournalChecks() {}

    /**
     * @param steps all of a journal, of one plan
     * @return the first that breaks one, such as "S7 812 CALLED of D013 …"; empty for a sound journal
     */
    public static Optional<String> firstBroken(Rules rules, List<Step> steps) {
        var verdict = new Verdict(new Trace(new Scheduler()));
        var checks = new StepChecks(new CallOracle(rules), verdict);
        var history = new History(rules);
        for (var step : steps) {
            checks.check(step, history);
            history.take(step);
            if (verdict.isGuilty()) break;
        }
        return verdict.violation().map(broken -> broken.invariant() + " " + broken.how());
    }
}
