package vn.luot.hub.http;

import vn.luot.protocol.message.Plan;

/** The centre's plan, for every program and person of the centre. */
public final class PlanApi {
    private final Plan plan;
    private final String tag;

    public PlanApi(Plan plan, int version) {
        this.plan = plan;
        this.tag = "\"" + version + "\"";
    }

    /** GET /api/plan */
    public void show(Call call) {
        call.context().response().putHeader("ETag", tag);
        call.answer(200, plan);
    }
}
