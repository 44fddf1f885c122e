package vn.luot.hub.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;

/** The record that complaints are answered from, and the checkpoint that proves it. */
public final class AuditApi {
    private static final int MOST_DAYS = 31;

    private final Vertx vertx;
    private final Reception reception;
    private final Audit audit;
    private final Checkpoints checkpoints;
    private final Supplier<ZoneId> zone;
    private final Clock clock;

    public AuditApi(
            Vertx vertx,
            Reception reception,
            Audit audit,
            Checkpoints checkpoints,
            Supplier<ZoneId> zone,
            Clock clock) {
        this.vertx = vertx;
        this.reception = reception;
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.zone = zone;
        this.clock = clock;
    }

    /** GET /api/audit: from a day to another, both inside; today when absent. */
    public void report(Call call) {
        var hall = zone.get();
        var today = LocalDate.ofInstant(clock.instant(), hall).toString();
        var from = day("from", call.query("from", today));
        var to = day("to", call.query("to", from.toString()));
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Failure.field(
                    "to",
                    "phải không trước «from» và trong vòng " + MOST_DAYS + " ngày.",
                    "not before \"from\", and within " + MOST_DAYS + " days.");
        }
        var begin = from.atStartOfDay(hall).toInstant();
        var end = to.plusDays(1).atStartOfDay(hall).toInstant();
        call.then(vertx.executeBlocking(() -> audit.between(begin, end), false), entries -> call.answer(200, entries));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Failure.field(field, "không phải ngày, hãy ghi như 2026-11-23.", "not a day: write 2026-11-23.");
        }
    }

    /** GET /api/audit/checkpoint */
    public void checkpoint(Call call) {
        call.then(latest(), latest -> call.answer(200, latest));
    }

    /** Also when the day was closed a moment ago and it is still being made; fails when there is none. */
    Future<Checkpoint> latest() {
        return reception
                .look(Hall::seq)
                .compose(seen -> Future.fromCompletionStage(checkpoints.latest(), vertx.getOrCreateContext()))
                .map(latest -> latest.orElseThrow(() -> new Failure(
                        404,
                        "NO_CHECKPOINT",
                        "Chưa có điểm kiểm nào; điểm kiểm được làm khi đóng ngày.",
                        "There is no checkpoint yet; one is made when the day is closed.")));
    }
}
