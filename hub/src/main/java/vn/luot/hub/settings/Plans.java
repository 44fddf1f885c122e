package vn.luot.hub.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Conduct;
import vn.luot.hub.queue.Opening;
import vn.luot.hub.queue.OrderPolicy;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Service;
import vn.luot.protocol.message.Plan;

/** Where plans come from, and what a hall takes from them. */
public final class Plans {
    private static final String HUONG_TRA = "/plan/huong-tra.json";

    private Plans() {}

    /**
     * Reads a plan and checks it as a whole; its words come out composed (NFC).
     *
     * @param json UTF-8
     * @throws BadPlan with every fault when it has the shape of a plan, else with the first fault of its shape
     */
    public static Plan read(byte[] json) throws BadPlan {
        var plan = PlanJson.read(json);
        var problems = PlanCheck.problems(plan);
        if (!problems.isEmpty()) throw new BadPlan(problems);
        return plan;
    }

    /** The plan of a new hub: the 19 fields of the one-stop service of Hương Trà. */
    public static Plan huongTra() {
        try (var json = Objects.requireNonNull(Plans.class.getResourceAsStream(HUONG_TRA), HUONG_TRA)) {
            return read(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadPlan e) {
            throw new IllegalStateException(HUONG_TRA, e);
        }
    }

    /** What a hall needs of a plan that has been checked. */
    public static Rules rules(Plan plan) {
        return new Rules(
                plan.centre().timeZone(),
                plan.services().map(service -> service(plan, service)).toList(),
                plan.counters().stream().collect(Collectors.toMap(Plan.Counter::id, Plan.Counter::services)),
                plan.priorityClasses().stream().map(Plan.PriorityClass::id).collect(Collectors.toSet()),
                plan.rating().levels().stream().map(Plan.Level::score).collect(Collectors.toSet()),
                plan.rating().reasons().stream().map(Plan.Reason::id).collect(Collectors.toSet()),
                plan.conduct() == null ? Conduct.USUAL : conduct(plan.conduct()));
    }

    private static Service service(Plan plan, Plan.Service service) {
        var hours = service.hours() == null ? plan.hours() : service.hours();
        var conduct = plan.conduct();
        var quotas = conduct == null || conduct.quotas() == null ? Map.<String, Integer>of() : conduct.quotas();
        var holidays = conduct == null || conduct.holidays() == null ? List.<LocalDate>of() : conduct.holidays();
        return new Service(
                service.id(),
                plan.fieldOf(service.id()).orElseThrow().id(),
                service.prefix(),
                service.first(),
                service.last(),
                quotas.getOrDefault(service.id(), 0),
                opening(hours, holidays));
    }

    private static Opening opening(List<Plan.Hours> hours, List<LocalDate> holidays) {
        var spans = hours.stream()
                .map(span -> new Opening.Span(EnumSet.copyOf(span.days()), span.from(), span.to()))
                .toList();
        return new Opening(spans, Set.copyOf(holidays));
    }

    private static Conduct conduct(Plan.Conduct plan) {
        var usual = Conduct.USUAL;
        return new Conduct(
                plan.order() == null ? usual.order() : order(plan.order()),
                plan.inOrder() == null ? usual.inOrder() : Set.copyOf(plan.inOrder()),
                minutes(plan.earlyMinutes(), usual.early()),
                minutes(plan.lateMinutes(), usual.late()),
                plan.recalls() == null ? usual.recalls() : plan.recalls(),
                minutes(plan.comeBackMinutes(), usual.comeBack()),
                minutes(plan.headStartMinutes(), usual.headStart()),
                plan.perPerson() == null ? usual.perPerson() : plan.perPerson(),
                plan.fewNumbers() == null ? usual.fewNumbers() : plan.fewNumbers(),
                minutes(plan.opensBeforeMinutes(), usual.opensBefore()),
                minutes(plan.closesAfterMinutes(), usual.closesAfter()));
    }

    private static OrderPolicy order(Plan.Order order) {
        return switch (order.policy()) {
            case FIRST_COME -> new OrderPolicy.FirstCome();
            case RATIO -> new OrderPolicy.Ratio(order.priorityInARow(), order.ordinaryInARow());
            case POINTS ->
                new OrderPolicy.Accumulating(
                        order.pointsPerMinute(),
                        order.ordinaryPoints(),
                        order.priorityInARow(),
                        Duration.ofMinutes(order.longestMinutes()));
        };
    }

    /** @param usual may be absent */
    private static Duration minutes(Integer planned, Duration usual) {
        return planned == null ? usual : Duration.ofMinutes(planned);
    }
}
