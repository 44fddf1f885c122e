package vn.luot.hub.planning;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.desk.Refusals;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.WaitRange;

/** Services move between counters while the hall works: the part of the plan that a manager changes, with its effect. */
public final class CounterServicesApi {
    private final Vertx vertx;
    private final Reception reception;
    private final Foresight foresight;
    private final PlanChanges changes;
    private final Supplier<Edition> inForce;
    private final Clock clock;

    public CounterServicesApi(
            Vertx vertx,
            Reception reception,
            Foresight foresight,
            PlanChanges changes,
            Supplier<Edition> inForce,
            Clock clock) {
        this.vertx = vertx;
        this.reception = reception;
        this.foresight = foresight;
        this.changes = changes;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The most important first, as in the plan. */
    private record Services(List<String> services) {}

    /** By service, for an ordinary visitor who came now; a service is absent when nobody can tell. */
    private record Effect(Map<String, WaitRange> before, Map<String, WaitRange> after) {}

    /** PUT /api/counters/{counter}/services */
    public void replace(Call call) {
        var services = services(call);
        var counter = call.path("counter");
        call.then(
                changes.change(present -> moved(present.plan(), counter, services), call.actor()),
                edition -> call.answer(
                        200, new Services(counter(edition.plan(), counter).services())));
    }

    /** POST /api/counters/{counter}/services/preview: how the expected waits would change; changes nothing. */
    public void preview(Call call) {
        var present = inForce.get();
        var counter = call.path("counter");
        var services = services(call);
        var next = PlanChanges.made(edition -> moved(edition.plan(), counter, services), present);
        call.then(
                reception
                        .look(hall -> foresight.look(hall, clock.instant()))
                        .compose(seen -> vertx.executeBlocking(
                                () -> new Effect(seen.waitsBy(present.rules()), seen.waitsBy(Plans.rules(next))),
                                false)),
                effect -> call.answer(200, effect));
    }

    private static List<String> services(Call call) {
        var services = call.body(Services.class).services();
        if (services == null || services.contains(null)) {
            throw Failure.field("services", "phải là danh sách mã dịch vụ.", "must be a list of service ids.");
        }
        return services;
    }

    private static Plan moved(Plan plan, String counter, List<String> services) throws BadPlan {
        var there = counter(plan, counter);
        var moved = plan.withCounter(new Plan.Counter(there.id(), there.name(), services));
        return Plans.read(Json.bytes(moved));
    }

    private static Plan.Counter counter(Plan plan, String id) {
        return plan.counters().stream()
                .filter(counter -> String.valueOf(counter.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.answer(new Refused(Rule.COUNTER_UNKNOWN, null)));
    }
}
