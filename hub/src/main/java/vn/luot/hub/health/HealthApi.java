package vn.luot.hub.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Hardware;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Ticket;

/**
 * How the hub is. <em>Live</em>: the program runs. <em>Ready</em>: the journal takes steps. <em>Degraded</em>: it works, but
 * somebody has to act. Everybody may ask for the first two; the third and the figures are for this machine only.
 */
public final class HealthApi {
    /** What proxies add for whom they ask, if they are told to: one that adds nothing looks like this machine. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");

    private final Vertx vertx;
    private final Health health;
    private final Desk desk;
    private final Reception reception;
    private final MeasuredJournal journal;
    /** Answers by the first digit of their status. */
    private final AtomicLongArray answers = new AtomicLongArray(6);

    public HealthApi(Vertx vertx, Health health, Desk desk, Reception reception, MeasuredJournal journal) {
        this.vertx = vertx;
        this.health = health;
        this.desk = desk;
        this.reception = reception;
        this.journal = journal;
    }

    /** What there is to see to, and what the hall was like meanwhile. */
    private record Findings(Picture picture, List<Alarm> alarms) {}

    private record Picture(long seq, List<Hardware.Known> hardware, Map<Ticket.State, Long> tickets) {
        static final Picture NONE = new Picture(0, List.of(), Map.of());

        static Picture of(Hall hall) {
            return new Picture(
                    hall.seq(),
                    List.copyOf(hall.hardware()),
                    hall.tickets().stream().collect(Collectors.groupingBy(Ticket::state, Collectors.counting())));
        }
    }

    /** Answers with alarms, those to act on first. */
    private record AlarmList(List<Alarm> alarms) {}

    /** Before every other handler. */
    public void count(RoutingContext context) {
        context.addEndHandler(ended -> answers.incrementAndGet(
                Math.min(5, Math.max(0, context.response().getStatusCode() / 100))));
        context.next();
    }

    /** GET /health/live */
    public void live(RoutingContext context) {
        context.response().end("up\n");
    }

    /** GET /health/ready */
    public void ready(RoutingContext context) {
        context.response().setStatusCode(desk.working() ? 200 : 503).end(desk.working() ? "ready\n" : "not ready\n");
    }

    /** GET /health/degraded */
    public void degraded(Call call) {
        onlyHere(call);
        call.then(
                findings(),
                found -> call.context()
                        .response()
                        .setStatusCode(found.alarms().isEmpty() ? 200 : 503)
                        .end(
                                found.alarms().isEmpty()
                                        ? "well\n"
                                        : found.alarms().stream()
                                                .map(alarm -> alarm.kind() + " " + alarm.owner() + "\n")
                                                .distinct()
                                                .collect(Collectors.joining())));
    }

    /** GET /api/alarms */
    public void alarms(Call call) {
        var isAdmin = call.actor().role() == Role.ADMIN;
        call.then(
                findings(),
                found -> call.answer(
                        200,
                        new AlarmList(found.alarms().stream()
                                .filter(alarm -> isAdmin || !alarm.kind().isForAdminsOnly())
                                .toList())));
    }

    /** GET /metrics */
    public void metrics(Call call) {
        onlyHere(call);
        call.then(
                findings(),
                found -> call.context()
                        .response()
                        .putHeader("Content-Type", MetricsText.CONTENT_TYPE)
                        .end(text(found)));
    }

    /** A proxy on this machine asks for others: it has to say so, or must not pass these addresses on. */
    private static void onlyHere(Call call) {
        if (!isThisMachine(call.address()) || isForwarded(call)) throw Failure.notFound();
    }

    private static boolean isForwarded(Call call) {
        return FORWARDED.stream().anyMatch(call.context().request().headers()::contains);
    }

    static boolean isThisMachine(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private Future<Findings> findings() {
        return reception
                .look(Picture::of)
                .otherwise(Picture.NONE)
                .compose(picture -> vertx.executeBlocking(
                        () -> new Findings(picture, health.alarms(desk.working(), picture.hardware())), false));
    }

    private String text(Findings found) {
        var text = new MetricsText()
                .gauge("luot_ready", "Whether the journal takes steps", desk.working() ? 1 : 0)
                .gauge(
                        "luot_step_seq",
                        "Number of the latest step",
                        found.picture().seq())
                .counter("luot_journal_steps_total", "Steps kept since the start", journal.steps())
                .counter("luot_journal_commits_total", "Commits since the start", journal.commits())
                .counter("luot_journal_commit_seconds_total", "Time spent in commits", journal.seconds())
                .counter("luot_journal_failures_total", "Commits that failed", journal.failures());
        for (var state : Ticket.State.values()) {
            text.gauge(
                    "luot_tickets",
                    "Tickets of the business day by state",
                    found.picture().tickets().getOrDefault(state, 0L),
                    "state",
                    state.name());
        }
        for (var hundreds = 2; hundreds <= 5; hundreds++) {
            text.counter(
                    "luot_http_answers_total", "Answers by status", answers.get(hundreds), "status", hundreds + "xx");
        }
        Arrays.stream(Alarm.Kind.values())
                .forEach(kind -> text.gauge(
                        "luot_alarms",
                        "What somebody has to see to",
                        found.alarms().stream()
                                .filter(alarm -> alarm.kind() == kind)
                                .count(),
                        "kind",
                        kind.name()));
        health.backupAge()
                .ifPresent(age -> text.gauge("luot_backup_age_seconds", "Age of the newest backup", age.toSeconds()));
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return text.gauge("luot_disk_free_bytes", "Room for the data", health.freeBytes())
                .gauge("luot_heap_used_bytes", "Heap in use", memory.getUsed())
                .gauge(
                        "luot_uptime_seconds",
                        "Since the start of the program",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0)
                .toString();
    }
}
