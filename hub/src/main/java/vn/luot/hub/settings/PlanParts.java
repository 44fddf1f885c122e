package vn.luot.hub.settings;

import java.time.LocalTime;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** Checks each part of a plan by itself. */
final class PlanParts {
    private static final String ID = "[a-z0-9.-]{1,40}";
    private static final String PREFIX = "[A-Z]{1,2}";
    private static final int LAST_NUMBER = 9_999;
    private static final int LAST_COUNTER = 99;
    /** Of code points: what a television shows at once. */
    private static final int LONGEST_NOTICE = 200;

    private static final int OLDEST = 120;

    private final Faults faults;

    PlanParts(Faults faults) {
        this.faults = faults;
    }

    void check(Plan plan) {
        if (faults.given("centre", plan.centre())) centre(plan.centre());
        faults.eachOfSome("hours", plan.hours(), this::hours);
        faults.eachOfSome("fields", plan.fields(), this::field);
        faults.eachOfSome("counters", plan.counters(), this::counter);
        faults.each("priorityClasses", plan.priorityClasses(), this::priorityClass);
        if (faults.given("rating", plan.rating())) rating(plan.rating());
        if (plan.notices() != null) faults.each("notices", plan.notices(), this::notice);
    }

    private void centre(Plan.Centre centre) {
        text("centre.name", centre.name());
        if (centre.hotline() != null) words("centre.hotline", centre.hotline(), Words.MOST);
        faults.given("centre.timeZone", centre.timeZone());
    }

    private void hours(String path, Plan.Hours hours) {
        faults.eachOfSome(path + ".days", hours.days(), (dayPath, day) -> {});
        var hasFrom = faults.given(path + ".from", hours.from());
        var hasTo = faults.given(path + ".to", hours.to());
        if (!hasFrom || !hasTo || endsAtMidnight(hours) || hours.from().isBefore(hours.to())) return;
        faults.add(
                path + ".to",
                "phải sau giờ mở cửa " + hours.from() + "; nửa đêm cuối ngày viết là \"00:00\"",
                "must be after the opening at " + hours.from() + "; the midnight that ends the day is \"00:00\"");
    }

    static boolean endsAtMidnight(Plan.Hours hours) {
        return hours.to().equals(LocalTime.MIDNIGHT);
    }

    private void field(String path, Plan.Field field) {
        id(path + ".id", field.id());
        text(path + ".name", field.name());
        faults.eachOfSome(path + ".services", field.services(), this::service);
    }

    private void service(String path, Plan.Service service) {
        id(path + ".id", service.id());
        text(path + ".name", service.name());
        prefix(path + ".prefix", service.prefix());
        numbers(path, service);
        if (service.hours() != null) faults.eachOfSome(path + ".hours", service.hours(), this::hours);
        if (service.papers() != null) faults.each(path + ".papers", service.papers(), this::text);
    }

    private void prefix(String path, String prefix) {
        if (!faults.given(path, prefix) || prefix.matches(PREFIX)) return;
        faults.add(path, "phải là một hoặc hai chữ hoa A–Z", "must be one or two capital letters A–Z");
    }

    private void numbers(String path, Plan.Service service) {
        if (service.first() < 1) faults.add(path + ".first", "phải từ 1 trở lên", "must be 1 or more");
        if (service.last() > LAST_NUMBER) {
            faults.add(path + ".last", "không được quá " + LAST_NUMBER, "must be at most " + LAST_NUMBER);
        }
        if (service.last() < service.first()) {
            faults.add(
                    path + ".last",
                    "không được nhỏ hơn số đầu " + service.first(),
                    "must not be less than the first number " + service.first());
        }
    }

    private void counter(String path, Plan.Counter counter) {
        if (counter.id() < 1 || counter.id() > LAST_COUNTER) {
            faults.add(path + ".id", "phải từ 1 đến " + LAST_COUNTER, "must be 1 to " + LAST_COUNTER);
        }
        text(path + ".name", counter.name());
        faults.eachOfSome(path + ".services", counter.services(), (servicePath, service) -> {});
    }

    private void priorityClass(String path, Plan.PriorityClass priorityClass) {
        id(path + ".id", priorityClass.id());
        text(path + ".name", priorityClass.name());
        var age = priorityClass.fromAge();
        if (age == null || age >= 1 && age <= OLDEST) return;
        faults.add(path + ".fromAge", "phải từ 1 đến " + OLDEST + " tuổi", "must be 1 to " + OLDEST + " years");
    }

    private void rating(Plan.RatingScale rating) {
        text("rating.question", rating.question());
        faults.each("rating.levels", rating.levels(), (path, level) -> text(path + ".name", level.name()));
        faults.each("rating.reasons", rating.reasons(), this::reason);
    }

    private void reason(String path, Plan.Reason reason) {
        id(path + ".id", reason.id());
        text(path + ".name", reason.name());
    }

    private void notice(String path, Plan.Notice notice) {
        text(path + ".text", notice.text(), LONGEST_NOTICE);
    }

    private void id(String path, String id) {
        if (!faults.given(path, id) || id.matches(ID)) return;
        faults.add(
                path,
                "mã gồm 1 đến 40 ký tự a–z, 0–9, dấu chấm, dấu gạch nối",
                "must be 1 to 40 characters a–z, 0–9, dot or hyphen");
    }

    private void text(String path, Text text) {
        text(path, text, Words.MOST);
    }

    private void text(String path, Text text, int most) {
        if (!faults.given(path, text)) return;
        words(path + ".vi", text.vi(), most);
        // An absent English text reads as the Vietnamese one, whose fault is already told.
        if (!text.en().equals(text.vi())) words(path + ".en", text.en(), most);
    }

    private void words(String path, String words, int most) {
        Words.fault(words, most).ifPresent(fault -> faults.add(path, fault.vi(), fault.en()));
    }
}
