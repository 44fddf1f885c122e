package vn.luot.sim.hall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import vn.luot.protocol.message.Plan;

/** A plan whose centre never closes, because simulated visitors come at any hour of ours. */
public final class DayAndNight {
    private DayAndNight() {}

    public static Plan open(Plan plan) {
        return open(plan, plan.fields());
    }

    /** @param fields instead of the plan's */
    public static Plan open(Plan plan, List<Plan.Field> fields) {
        var always = new Plan.Hours(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return new Plan(plan.centre(), List.of(always), fields, plan.counters(), plan.priorityClasses(), plan.rating());
    }
}
