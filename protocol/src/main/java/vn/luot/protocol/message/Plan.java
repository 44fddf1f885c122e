package vn.luot.protocol.message;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a centre is: its fields and services, counters, priority classes, hours and rating scale. One JSON document; the
 * hub checks it as a whole and names the path of every fault.
 *
 * @param hours when tickets are issued, unless a service has hours of its own
 * @param conduct how visitors are treated; absent for the usual way
 * @param notices what the televisions tell everybody; absent when there is nothing to tell
 * @param ticket what is printed; absent for what is usual
 */
public record Plan(
        Centre centre,
        List<Hours> hours,
        List<Field> fields,
        List<Counter> counters,
        List<PriorityClass> priorityClasses,
        RatingScale rating,
        Conduct conduct,
        List<Notice> notices,
        TicketTemplate ticket) {

    /** A centre that treats its visitors in the usual way. */
    public Plan(
            Centre centre,
            List<Hours> hours,
            List<Field> fields,
            List<Counter> counters,
            List<PriorityClass> priorityClasses,
            RatingScale rating) {
        this(centre, hours, fields, counters, priorityClasses, rating, null, null, null);
    }

    /**
     * @param timeZone the hall's zone, such as "Asia/Ho_Chi_Minh"
     * @param hotline telephone printed on the ticket; absent when there is none
     */
    public record Centre(Text name, String hotline, ZoneId timeZone) {}

    /** One span of opening; {@code from} is inside, {@code to} is not. */
    public record Hours(List<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** @param results id of the service where finished results are collected; absent when there is none */
    public record Field(String id, Text name, List<Service> services, String results) {
        /** Without a service of its own for results. */
        public Field(String id, Text name, List<Service> services) {
            this(id, name, services, null);
        }
    }

    /**
     * What a visitor can come for.
     *
     * @param prefix one or two capital letters A–Z before the number
     * @param first first number of the day
     * @param last last number of the day; services with the same prefix have ranges that do not touch
     * @param hours the service's own hours; absent to keep the centre's
     * @param papers what its visitors bring; absent when nobody says
     */
    public record Service(
            String id, Text name, String prefix, int first, int last, List<Hours> hours, List<Text> papers) {
        /** Whose papers nobody says. */
        public Service(String id, Text name, String prefix, int first, int last, List<Hours> hours) {
            this(id, name, prefix, first, last, hours, null);
        }
    }

    /**
     * @param id number on the desk, 1 to 99
     * @param services ids of the services it serves, the most important first
     */
    public record Counter(int id, Text name, List<String> services) {}

    /** @param fromAge the age in years from which a citizen's card proves it; absent when no card does */
    public record PriorityClass(String id, Text name, Integer fromAge) {
        /** That no card proves. */
        public PriorityClass(String id, Text name) {
            this(id, name, null);
        }
    }

    /**
     * @param levels best first
     * @param lowAtMost a score up to this asks for reasons
     */
    public record RatingScale(Text question, List<Level> levels, int lowAtMost, List<Reason> reasons) {}

    public record Level(int score, Text name) {}

    public record Reason(String id, Text name) {}

    /** @param until the last day on which it is shown; absent to show it until it is taken out */
    public record Notice(Text text, LocalDate until) {}

    /**
     * How visitors are treated; whatever is absent is as usual.
     *
     * @param order who is called when; absent for first come, first served
     * @param inOrder counters that finish one service before the next, as their lists say; usually none
     * @param holidays dates without hours
     * @param quotas how many tickets a day a service has at most, by its id
     * @param earlyMinutes how long before the booked time an appointment may be called; usually 10
     * @param lateMinutes how long after the booked time an appointment is kept; usually 10
     * @param recalls how often a called one may be called again; usually 3
     * @param comeBackMinutes how long after a missed call its holder may come back; usually 30
     * @param headStartMinutes how long somebody sent back into a line counts as having waited; usually all the time
     * @param perPerson live tickets of one field for one known person; usually any number
     * @param fewNumbers how many numbers left are an alarm; usually 20, and of a quota never more than a quarter
     * @param opensBeforeMinutes when the day opens by itself, before its first hours; usually people open it
     * @param closesAfterMinutes when the day closes by itself, after its last hours; usually people close it
     */
    public record Conduct(
            Order order,
            List<Integer> inOrder,
            List<LocalDate> holidays,
            Map<String, Integer> quotas,
            Integer earlyMinutes,
            Integer lateMinutes,
            Integer recalls,
            Integer comeBackMinutes,
            Integer headStartMinutes,
            Integer perPerson,
            Integer fewNumbers,
            Integer opensBeforeMinutes,
            Integer closesAfterMinutes) {}

    /**
     * How priority visitors and ordinary ones take turns.
     *
     * @param priorityInARow RATIO: how many of them, then the ordinary ones; POINTS: how many at most while an ordinary
     *     one waits
     * @param ordinaryInARow RATIO only
     * @param pointsPerMinute POINTS only: of each priority class that does not earn like an ordinary visitor
     * @param ordinaryPoints POINTS only: points a minute of an ordinary visitor
     * @param longestMinutes POINTS only: who has waited longer goes first
     */
    public record Order(
            Policy policy,
            Integer priorityInARow,
            Integer ordinaryInARow,
            Map<String, Integer> pointsPerMinute,
            Integer ordinaryPoints,
            Integer longestMinutes) {}

    public enum Policy {
        FIRST_COME,
        RATIO,
        POINTS
    }

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

    /** Where the field of {@code service} stands, from 0: what gives it its colour and shape. */
    public Optional<Integer> placeOfField(String service) {
        return fieldOf(service).map(fields::indexOf);
    }

    /** The same with {@code counter} in place of the one of its number. */
    public Plan withCounter(Counter counter) {
        var others = counters.stream()
                .map(old -> old.id() == counter.id() ? counter : old)
                .toList();
        return new Plan(centre, hours, fields, others, priorityClasses, rating, conduct, notices, ticket);
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
