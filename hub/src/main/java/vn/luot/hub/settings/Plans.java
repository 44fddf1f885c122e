package vn.luot.hub.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Opening;
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
                plan.rating().reasons().stream().map(Plan.Reason::id).collect(Collectors.toSet()));
    }

    private static Service service(Plan plan, Plan.Service service) {
        var hours = service.hours() == null ? plan.hours() : service.hours();
        return new Service(service.id(), service.prefix(), service.first(), service.last(), opening(hours));
    }

    private static Opening opening(List<Plan.Hours> hours) {
        return new Opening(hours.stream()
                .map(span -> new Opening.Span(EnumSet.copyOf(span.days()), span.from(), span.to()))
                .toList());
    }
}
