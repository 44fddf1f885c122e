package vn.luot.protocol.message;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a centre is: its fields and services, counters, priority classes, hours and rating scale. One JSON document; the
 * hub checks it as a whole and names the path of every fault.
 *
 * @param hours when tickets are issued, unless a service has hours of its own
 */
public record Plan(
        Centre centre,
        List<Hours> hours,
        List<Field> fields,
        List<Counter> counters,
        List<PriorityClass> priorityClasses,
        RatingScale rating) {

    /**
     * @param timeZone the hall's zone, such as "Asia/Ho_Chi_Minh"
     * @param hotline telephone printed on the ticket; absent when there is none
     */
    public record Centre(Text name, String hotline, ZoneId timeZone) {}

    /** One span of opening; {@code from} is inside, {@code to} is not. */
    public record Hours(List<DayOfWeek> days, LocalTime from, LocalTime to) {}

    public record Field(String id, Text name, List<Service> services) {}

    /**
     * What a visitor can come for.
     *
     * @param prefix one or two capital letters A–Z before the number
     * @param first first number of the day
     * @param last last number of the day; services with the same prefix have ranges that do not touch
     * @param hours the service's own hours; absent to keep the centre's
     */
    public record Service(String id, Text name, String prefix, int first, int last, List<Hours> hours) {}

    /**
     * @param id number on the desk, 1 to 99
     * @param services ids of the services it serves, the most important first
     */
    public record Counter(int id, Text name, List<String> services) {}

    public record PriorityClass(String id, Text name) {}

    /**
     * @param levels best first
     * @param lowAtMost a score up to this asks for reasons
     */
    public record RatingScale(Text question, List<Level> levels, int lowAtMost, List<Reason> reasons) {}

    public record Level(int score, Text name) {}

    public record Reason(String id, Text name) {}

    public Stream<Service> services() {
        return fields.stream().flatMap(field -> field.services().stream());
    }

    public Optional<Service> service(String id) {
        return services().filter(service -> service.id().equals(id)).findFirst();
    }

    public Optional<Field> fieldOf(String service) {
        return fields.stream()
                .filter(field -> field.services().stream().anyMatch(s -> s.id().equals(service)))
                .findFirst();
    }

    /** Numbers of the counters that serve {@code service}, ascending. */
    public List<Integer> countersFor(String service) {
        return counters.stream()
                .filter(counter -> counter.services().contains(service))
                .map(Counter::id)
                .sorted()
                .toList();
    }
}
