package vn.luot.hub.planning;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Problem;

/** The one way a centre's plan changes: decided at the desk like everything else, so that two changes cannot cross. */
public final class PlanChanges {
    private final Reception reception;
    private final PlanBook plans;
    private final Supplier<Edition> inForce;

    /** @param inForce the edition whose step is durable */
    public PlanChanges(Reception reception, PlanBook plans, Supplier<Edition> inForce) {
        this.reception = reception;
        this.plans = plans;
        this.inForce = inForce;
    }

    /** What is wanted in place of the plan in force. */
    @FunctionalInterface
    interface Edit {
        /** @throws BadPlan when no hall could go by what comes out */
        Plan of(Edition present) throws BadPlan;
    }

    /** Puts what {@code edit} makes in force, and brings the edition that is in force then. */
    Future<Edition> change(Edit edit, Actor by) {
        return reception.ask((hall, now) -> decide(edit, by, hall, now)).map(outcome -> inForce.get());
    }

    private Decision decide(Edit edit, Actor by, Hall hall, Instant now) {
        var present = plans.edition(hall.plan());
        var next = made(edit, present);
        if (next.equals(present.plan())) return new Decision.Already(null);
        var rules = Plans.rules(next);
        var decision = hall.changePlan(present.version() + 1, rules, by, now);
        if (decision instanceof Refused) throw Objections.failure(hall.objections(rules, now), present.plan(), next);
        // Kept before the step that names it: whoever replays that step finds it.
        plans.keep(present.version() + 1, next, by);
        return decision;
    }

    static Plan made(Edit edit, Edition present) {
        try {
            return edit.of(present);
        } catch (BadPlan e) {
            throw failure(e);
        }
    }

    static Failure failure(BadPlan bad) {
        var faults = faults(bad);
        return new Failure(
                        400,
                        "PLAN_INVALID",
                        "Kế hoạch còn " + faults.size() + " chỗ chưa đúng nên chưa có gì thay đổi. Hãy sửa từng chỗ.",
                        "The plan has " + faults.size() + " faults, so nothing was changed. Correct each of them.")
                .with(faults);
    }

    static List<Problem.Fault> faults(BadPlan bad) {
        return bad.problems().stream()
                .map(problem -> new Problem.Fault(problem.path(), problem.vi(), problem.en()))
                .toList();
    }
}
