package vn.luot.kiosk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.stream.Stream;
import vn.luot.protocol.message.Plan;

/** When a service takes visitors by the plan alone: what is told of it, and for when the hub cannot be asked. */
final class Hours {
    private Hours() {}

    static boolean isOpen(Plan plan, Plan.Service service, LocalDateTime now) {
        return on(plan, service, now.toLocalDate()).anyMatch(span -> isIn(span, now.toLocalTime()));
    }

    /** The spans of one date, by the time they begin. */
    static Stream<Plan.Hours> on(Plan plan, Plan.Service service, LocalDate day) {
        var hours = service.hours() == null ? plan.hours() : service.hours();
        return isHoliday(plan, day)
                ? Stream.empty()
                : hours.stream()
                        .filter(span -> span.days().contains(day.getDayOfWeek()))
                        .sorted(Comparator.comparing(Plan.Hours::from));
    }

    private static boolean isHoliday(Plan plan, LocalDate day) {
        return plan.conduct() != null
                && plan.conduct().holidays() != null
                && plan.conduct().holidays().contains(day);
    }

    private static boolean isIn(Plan.Hours span, LocalTime time) {
        return !time.isBefore(span.from()) && (span.to().equals(LocalTime.MIDNIGHT) || time.isBefore(span.to()));
    }
}
