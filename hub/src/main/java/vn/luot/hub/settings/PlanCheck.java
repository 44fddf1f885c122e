package vn.luot.hub.settings;

import java.util.List;
import vn.luot.protocol.message.Plan;

/** Finds everything that is wrong with a plan: with each part by itself, then with how the parts go together. */
final class PlanCheck {
    private PlanCheck() {}

    /** While a part is missing, how the parts go together is not asked. */
    static List<PlanProblem> problems(Plan plan) {
        var faults = new Faults();
        new PlanParts(faults).check(plan);
        new PlanTicket(faults).check(plan);
        if (!faults.anyMissing()) new PlanTogether(faults).check(plan);
        if (!faults.anyMissing()) new PlanConduct(faults).check(plan);
        return faults.problems();
    }
}
