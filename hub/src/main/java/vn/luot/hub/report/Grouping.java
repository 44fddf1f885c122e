package vn.luot.hub.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** What the rows of a report are. */
public enum Grouping {
    FIELD("Lĩnh vực", "Field"),
    SERVICE("Dịch vụ", "Service"),
    COUNTER("Quầy", "Counter"),
    CLERK("Cán bộ", "Clerk"),
    HOUR("Giờ đến", "Hour of arrival"),
    WEEKDAY_HOUR("Thứ và giờ đến", "Weekday and hour of arrival"),
    PRIORITY("Đối tượng ưu tiên", "Priority class"),
    CHANNEL("Cách lấy số", "Channel"),
    DAY("Ngày", "Day");

    /** Where a visit has none, such as a counter before the first call. */
    static final String NONE = "-";

    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Text name;

    Grouping(String vi, String en) {
        name = new Text(vi, en);
    }

    Text title() {
        return name;
    }

    /** Such as {@code weekday-hour}. */
    String text() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} writes. */
    static Optional<Grouping> parse(String text) {
        return Stream.of(values())
                .filter(grouping -> grouping.text().equals(text))
                .findFirst();
    }

    /** The row that {@code visit} belongs to; rows are ordered by it. */
    String key(Visit visit, Plan plan) {
        return switch (this) {
            case FIELD -> field(visit, plan).map(Plan.Field::id).orElse(NONE);
            case SERVICE -> visit.service();
            case COUNTER -> visit.counter() == 0 ? NONE : "%02d".formatted(visit.counter());
            case CLERK -> visit.clerk() == null ? NONE : visit.clerk();
            case HOUR -> "%02d".formatted(arrived(visit, plan).getHour());
            case WEEKDAY_HOUR ->
                "%d-%02d"
                        .formatted(
                                arrived(visit, plan).getDayOfWeek().getValue(),
                                arrived(visit, plan).getHour());
            case PRIORITY -> visit.priorityClass() == null ? NONE : visit.priorityClass();
            case CHANNEL -> visit.channel().name();
            case DAY -> visit.day().toString();
        };
    }

    /** What is written beside the row. */
    Text label(Visit visit, Plan plan) {
        return switch (this) {
            case FIELD -> field(visit, plan).map(Plan.Field::name).orElse(none());
            case SERVICE ->
                plan.service(visit.service())
                        .map(service -> within(field(visit, plan).orElseThrow().name(), service.name()))
                        .orElse(same(visit.service()));
            case COUNTER ->
                visit.counter() == 0 ? none() : new Text("Quầy " + visit.counter(), "Counter " + visit.counter());
            case CLERK -> visit.clerk() == null ? none() : same(visit.clerkShownAs());
            case HOUR -> same(hour(visit, plan));
            case WEEKDAY_HOUR -> {
                var weekday = arrived(visit, plan).getDayOfWeek();
                var vi = weekday.getValue() == 7 ? "Chủ nhật" : "Thứ " + (weekday.getValue() + 1);
                var en = weekday.name().charAt(0) + weekday.name().substring(1).toLowerCase(Locale.ROOT);
                yield new Text(vi + ", " + hour(visit, plan), en + ", " + hour(visit, plan));
            }
            case PRIORITY ->
                visit.priorityClass() == null
                        ? new Text("Thường", "Ordinary")
                        : plan.priorityClasses().stream()
                                .filter(named -> named.id().equals(visit.priorityClass()))
                                .findFirst()
                                .map(Plan.PriorityClass::name)
                                .orElse(same(visit.priorityClass()));
            case CHANNEL ->
                switch (visit.channel()) {
                    case KIOSK -> new Text("Kiosk", "Kiosk");
                    case HOST -> new Text("Cán bộ hướng dẫn", "Host");
                    case OFFLINE -> new Text("Kiosk khi mất kết nối", "Kiosk while offline");
                    case WALK_IN -> new Text("Không lấy số", "Without a ticket");
                };
            case DAY -> same(written(visit.day()));
        };
    }

    /** A day as people write it. */
    static String written(LocalDate day) {
        return DAY_MONTH_YEAR.format(day);
    }

    private static Optional<Plan.Field> field(Visit visit, Plan plan) {
        return plan.fields().stream()
                .filter(field -> field.services().stream()
                        .anyMatch(service -> service.id().equals(visit.service())))
                .findFirst();
    }

    private static ZonedDateTime arrived(Visit visit, Plan plan) {
        ZoneId zone = plan.centre().timeZone();
        return visit.arrived().atZone(zone);
    }

    private static String hour(Visit visit, Plan plan) {
        var hour = arrived(visit, plan).getHour();
        return "%02d:00–%02d:00".formatted(hour, hour + 1);
    }

    private static Text within(Text field, Text service) {
        return new Text(field.vi() + " · " + service.vi(), field.en() + " · " + service.en());
    }

    private static Text none() {
        return new Text("Chưa được gọi", "Not called");
    }

    private static Text same(String words) {
        return new Text(words, words);
    }
}
