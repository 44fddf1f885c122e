package vn.luot.hub.planning;

import io.vertx.core.Vertx;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.hub.settings.PlanStore;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Problem;

/** The centre's plan for every program and person of the centre, and its versions for those who change it. */
public final class PlanApi {
    private static final Pattern TAG = Pattern.compile("\"([1-9]\\d{0,8})\"");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");

    private final Vertx vertx;
    private final PlanBook plans;
    private final PlanChanges changes;
    private final Supplier<Edition> inForce;

    /** @param inForce the edition that the hall goes by */
    public PlanApi(Vertx vertx, PlanBook plans, PlanChanges changes, Supplier<Edition> inForce) {
        this.vertx = vertx;
        this.plans = plans;
        this.changes = changes;
        this.inForce = inForce;
    }

    /** @param by who made it; absent when it was made on the command line */
    private record Version(int version, OffsetDateTime at, String by) {}

    private record Checked(List<Problem.Fault> faults) {}

    /** GET /api/plan */
    public void show(Call call) {
        show(call, inForce.get());
    }

    private static void show(Call call, Edition edition) {
        tag(call, edition);
        call.answer(200, edition.plan());
    }

    private static void tag(Call call, Edition edition) {
        call.context().response().putHeader("ETag", "\"" + edition.version() + "\"");
    }

    /** PUT /api/plan, with the version that was changed in If-Match. */
    public void replace(Call call) {
        var changed = changedVersion(call);
        var wanted = plan(call);
        PlanChanges.Edit edit = present -> {
            if (present.version() != changed) throw stale(present.version());
            return wanted;
        };
        call.then(
                changes.change(edit, call.actor()).onFailure(failed -> tag(call, inForce.get())),
                edition -> show(call, edition));
    }

    private static int changedVersion(Call call) {
        var header = call.context().request().getHeader("If-Match");
        if (header == null) {
            throw new Failure(
                    428,
                    "IF_MATCH_NEEDED",
                    "Thiếu tiêu đề If-Match: phải nói đang sửa bản kế hoạch nào.",
                    "The If-Match header is missing: say which version of the plan was changed.");
        }
        var tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw Failure.field("If-Match", "phải như \"12\", kể cả dấu ngoặc kép.", "must be like \"12\", in quotes.");
        }
        return Integer.parseInt(tag.group(1));
    }

    private static Plan plan(Call call) {
        try {
            return Plans.read(call.bytes());
        } catch (BadPlan e) {
            throw PlanChanges.failure(e);
        }
    }

    /** The answer to a plan that no hall could go by, with all its faults. */
    public static Failure failure(BadPlan bad) {
        return PlanChanges.failure(bad);
    }

    private static Failure stale(int present) {
        return new Failure(
                412,
                "PLAN_STALE",
                "Kế hoạch vừa được người khác đổi, nay là bản " + present + ". Hãy xem bản đó rồi sửa lại.",
                "Somebody else has just changed the plan; it is version " + present
                        + " now. Look at it and change that.");
    }

    /** POST /api/plan/check: what would be wrong with a plan; changes nothing. */
    public void check(Call call) {
        answerFaults(call);
    }

    /** Answers with all that is wrong with the plan that was sent. */
    public static void answerFaults(Call call) {
        try {
            Plans.read(call.bytes());
            call.answer(200, new Checked(List.of()));
        } catch (BadPlan e) {
            call.answer(200, new Checked(PlanChanges.faults(e)));
        }
    }

    /** GET /api/plan/versions: newest first. */
    public void versions(Call call) {
        var edition = inForce.get();
        var zone = edition.plan().centre().timeZone();
        call.then(
                vertx.executeBlocking(() -> plans.versions(edition.version()), false),
                kept -> call.answer(
                        200,
                        kept.stream()
                                .map((PlanStore.Kept one) -> new Version(
                                        one.version(), one.at().atZone(zone).toOffsetDateTime(), one.shownAs()))
                                .toList()));
    }

    /** GET /api/plan/versions/{version} */
    public void version(Call call) {
        var asked = call.path("version");
        var latest = inForce.get().version();
        if (!VERSION.matcher(asked).matches() || Integer.parseInt(asked) > latest) throw Failure.notFound();
        call.then(vertx.executeBlocking(() -> plans.edition(Integer.parseInt(asked)), false), old -> show(call, old));
    }
}
