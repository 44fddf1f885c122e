package vn.luot.hub.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.desk.Audit;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.PastSteps;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.protocol.message.Plan;

/** What the hall did, for managers; and for clerks what they did today. */
public final class ReportApi {
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_MINUTES = 600;
    /** QĐ 468/QĐ-TTg: an average wait of at most a quarter of an hour. */
    private static final String USUAL_TARGET = "15";

    private static final int MOST_TICKETS = 1_000;
    /** A vote may come on the day after. */
    private static final int DAYS_OF_LATE_VOTES = 1;

    private static final int WEEKS_LOOKED_BACK = 4;

    private final Vertx vertx;
    private final PastSteps past;
    private final Audit audit;
    private final Supplier<Plan> plan;
    private final Clock clock;

    public ReportApi(Vertx vertx, PastSteps past, Audit audit, Supplier<Plan> plan, Clock clock) {
        this.vertx = vertx;
        this.past = past;
        this.audit = audit;
        this.plan = plan;
        this.clock = clock;
    }

    /** What a report is asked for. */
    private record Question(LocalDate from, LocalDate to, Grouping by, Duration target) {}

    /** A figure opens the tickets behind it. */
    private record Behind(int count, List<TicketLine> tickets) {}

    /** @param rated whether a vote of it counts, not which; absent otherwise */
    private record TicketLine(
            long id,
            String number,
            LocalDate day,
            String service,
            String priorityClass,
            Visit.Channel channel,
            String state,
            OffsetDateTime arrived,
            OffsetDateTime called,
            Long waitSeconds,
            long serviceSeconds,
            Integer counter,
            String clerk,
            Boolean rated) {}

    /** What a clerk did today. */
    private record OwnDay(LocalDate day, Figures figures) {}

    /** GET /api/reports/visits?from=…&to=…&by=…&target=…&format=json|csv|xlsx|pdf&lang=vi|en */
    public void visits(Call call) {
        var question = question(call);
        var language = language(call);
        var name = question.by().text();
        Callable<Sheet> sheet = () -> Sheet.of(report(question), language);
        switch (call.query("format", "json")) {
            case "json" -> call.then(elsewhere(() -> report(question)), report -> call.answer(200, report));
            case "csv" -> file(call, Format.CSV, question, name, sheet);
            case "xlsx" -> file(call, Format.XLSX, question, name, sheet);
            case "pdf" -> file(call, Format.PDF, question, name, sheet);
            default ->
                throw Failure.field("format", "phải là json, csv, xlsx hoặc pdf.", "must be json, csv, xlsx or pdf.");
        }
    }

    /** GET /api/reports/audit?from=…&to=…&format=csv|xlsx&lang=vi|en: what complaints are answered from, in words. */
    public void audit(Call call) {
        var question = question(call);
        var language = language(call);
        var zone = plan.get().centre().timeZone();
        var from = question.from().atStartOfDay(zone).toInstant();
        var until = question.to().plusDays(1).atStartOfDay(zone).toInstant();
        Callable<Sheet> sheet = () -> AuditSheet.of(audit.between(from, until), zone, language);
        switch (call.query("format", "csv")) {
            case "csv" -> file(call, Format.CSV, question, "audit", sheet);
            case "xlsx" -> file(call, Format.XLSX, question, "audit", sheet);
            default -> throw Failure.field("format", "phải là csv hoặc xlsx.", "must be csv or xlsx.");
        }
    }

    /** GET /api/reports/tickets?from=…&to=…&by=…&key=…&figure=…&target=… */
    public void tickets(Call call) {
        var question = question(call);
        var key = call.query("key", null);
        var figure = figure(call);
        var now = plan.get();
        call.then(
                elsewhere(() -> visits(question.from(), question.to()).stream()
                        .filter(Report.inRow(question.by(), key, now))
                        .filter(visit -> figure.counts(visit, question.target()))
                        .toList()),
                visits -> call.answer(200, behind(visits)));
    }

    /** GET /api/reports/mine */
    public void mine(Call call) {
        var today = today();
        var clerk = call.actor().name();
        var target = target(call);
        call.then(
                elsewhere(() -> visits(today, today).stream()
                        .filter(visit -> clerk.equals(visit.clerk()))
                        // A clerk does not see the votes.
                        .map(ReportApi::withoutVote)
                        .toList()),
                visits -> call.answer(
                        200,
                        new OwnDay(today, Figures.of(visits, target, plan.get().rating()))));
    }

    /** GET /api/reports/next-hour */
    public void nextHour(Call call) {
        call.then(elsewhere(this::nextHour), next -> call.answer(200, next));
    }

    private NextHour nextHour() throws JournalFailed {
        var today = today();
        var past = new ArrayList<List<Visit>>();
        for (var day : NextHour.daysBefore(today, WEEKS_LOOKED_BACK)) past.add(visits(day, day));
        return NextHour.of(visits(today, today), past, clock.instant(), plan.get());
    }

    private static Visit withoutVote(Visit visit) {
        return new Visit(
                visit.id(),
                visit.day(),
                visit.number(),
                visit.service(),
                visit.priorityClass(),
                visit.channel(),
                visit.arrived(),
                visit.called(),
                visit.served(),
                visit.state(),
                visit.counter(),
                visit.clerk(),
                visit.clerkShownAs(),
                null);
    }

    private enum Format {
        CSV("text/csv; charset=utf-8", Csv::of),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Xlsx::of),
        PDF("application/pdf", Pdf::of);

        private final String type;
        private final Function<Sheet, byte[]> written;

        Format(String type, Function<Sheet, byte[]> written) {
            this.type = type;
            this.written = written;
        }
    }

    private void file(Call call, Format format, Question question, String what, Callable<Sheet> sheet) {
        var suffix = format.name().toLowerCase(Locale.ROOT);
        var name = "luot-%s-%s-%s.%s".formatted(question.from(), question.to(), what, suffix);
        call.then(
                elsewhere(() -> format.written.apply(sheet.call())),
                bytes -> call.context()
                        .response()
                        .putHeader("Content-Type", format.type)
                        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .putHeader("Cache-Control", "no-store")
                        .end(Buffer.buffer(bytes)));
    }

    private Report report(Question question) throws JournalFailed {
        return Report.of(
                visits(question.from(), question.to()),
                question.from(),
                question.to(),
                question.by(),
                question.target(),
                plan.get());
    }

    private List<Visit> visits(LocalDate from, LocalDate to) throws JournalFailed {
        var visits = new Visits(to);
        past.read(from, to.plusDays(DAYS_OF_LATE_VOTES), visits::take);
        return visits.all();
    }

    private Behind behind(List<Visit> visits) {
        return new Behind(
                visits.size(),
                visits.stream().limit(MOST_TICKETS).map(this::line).toList());
    }

    private TicketLine line(Visit visit) {
        return new TicketLine(
                visit.id(),
                visit.number(),
                visit.day(),
                visit.service(),
                visit.priorityClass(),
                visit.channel(),
                visit.state().name(),
                time(visit.arrived()),
                time(visit.called()),
                visit.waited() == null ? null : visit.waited().toSeconds(),
                visit.served().toSeconds(),
                visit.counter() == 0 ? null : visit.counter(),
                visit.clerkShownAs(),
                visit.vote() == null ? null : true);
    }

    private OffsetDateTime time(Instant at) {
        return at == null ? null : at.atZone(plan.get().centre().timeZone()).toOffsetDateTime();
    }

    /** The disk, and thousands of tickets, are not for the event loop. */
    private <T> Future<T> elsewhere(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private Question question(Call call) {
        var today = today();
        var from = day(call, "from", today);
        var to = day(call, "to", today);
        if (to.isBefore(from)) {
            throw Failure.field("to", "phải từ ngày bắt đầu trở đi.", "must not be before the first day.");
        }
        if (to.isAfter(today)) throw Failure.field("to", "là ngày chưa tới.", "is in the future.");
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw Failure.field(
                    "from", "báo cáo không quá 366 ngày một lần.", "a report covers at most 366 days at a time.");
        }
        return new Question(from, to, by(call), target(call));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plan.get().centre().timeZone());
    }

    private static LocalDate day(Call call, String name, LocalDate otherwise) {
        try {
            return LocalDate.parse(call.query(name, otherwise.toString()));
        } catch (DateTimeParseException e) {
            throw Failure.field(name, "phải là ngày có dạng 2026-11-23.", "must be a day such as 2026-11-23.");
        }
    }

    private static Grouping by(Call call) {
        return Grouping.parse(call.query("by", "field")).orElseThrow(() -> {
            var known = Stream.of(Grouping.values()).map(Grouping::text).collect(Collectors.joining(", "));
            return Failure.field("by", "phải là một trong: " + known + ".", "must be one of: " + known + ".");
        });
    }

    private static Figure figure(Call call) {
        return Figure.parse(call.query("figure", "arrived")).orElseThrow(() -> {
            var known = Stream.of(Figure.values()).map(Figure::text).collect(Collectors.joining(", "));
            return Failure.field("figure", "phải là một trong: " + known + ".", "must be one of: " + known + ".");
        });
    }

    private static Duration target(Call call) {
        var minutes = call.query("target", USUAL_TARGET);
        if (!minutes.matches("\\d{1,3}") || Integer.parseInt(minutes) > MOST_MINUTES) {
            throw Failure.field("target", "phải là số phút từ 0 đến 600.", "must be 0 to 600 minutes.");
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }

    private static Sheet.Language language(Call call) {
        return switch (call.query("lang", "vi")) {
            case "vi" -> Sheet.Language.VI;
            case "en" -> Sheet.Language.EN;
            default -> throw Failure.field("lang", "phải là vi hoặc en.", "must be vi or en.");
        };
    }
}
