package vn.luot.kiosk;

import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.luot.protocol.message.Plan;

/** When a service takes visitors by the plan alone, for when the hub cannot be asked. */
final class Hours {
    private Hours() {}

    static boolean isOpen(Plan plan, Plan.Service service, LocalDateTime now) {
        var hours = service.hours() == null ? plan.hours() : service.hours();
        return !isHoliday(plan, now) && hours.stream().anyMatch(span -> isIn(span, now));
    }

    private static boolean isHoliday(Plan plan, LocalDateTime now) {
        return plan.conduct() != null
                && plan.conduct().holidays() != null
                && plan.conduct().holidays().contains(now.toLocalDate());
    }

    private static boolean isIn(Plan.Hours span, LocalDateTime now) {
        var time = now.toLocalTime();
        return span.days().contains(now.getDayOfWeek())
                && !time.isBefore(span.from())
                && (span.to().equals(LocalTime.MIDNIGHT) || time.isBefore(span.to()));
    }
}
