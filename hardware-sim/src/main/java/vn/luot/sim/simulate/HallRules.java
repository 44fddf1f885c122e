package vn.luot.sim.simulate;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** A small centre that is always open, with another order of calling in every run. */
record HallRules(Plan plan, Rules rules) {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final List<String> SERVICES = List.of("land", "justice", "tax");
    static final List<Integer> COUNTERS = List.of(1, 2, 3);
    static final String ELDERLY = "elderly";
    static final String PREGNANT = "pregnant";

    static HallRules of(Luck luck) {
        var plan = new Plan(
                new Plan.Centre(text("Trung tâm mô phỏng"), null, ZONE),
                List.of(new Plan.Hours(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                List.of(
                        new Plan.Field("dat", text("Đất đai"), List.of(service("land", "A", 1, 199))),
                        new Plan.Field(
                                "khac",
                                text("Khác"),
                                // So few that some runs use them up.
                                List.of(service("justice", "B", 1, 199), service("tax", "C", 1, 20)))),
                List.of(
                        new Plan.Counter(1, text("Quầy 1"), List.of("land", "justice")),
                        new Plan.Counter(2, text("Quầy 2"), List.of("justice", "land", "tax")),
                        new Plan.Counter(3, text("Quầy 3"), List.of("tax", "land"))),
                List.of(
                        new Plan.PriorityClass(ELDERLY, text("Người cao tuổi")),
                        new Plan.PriorityClass(PREGNANT, text("Phụ nữ mang thai"))),
                new Plan.RatingScale(
                        text("Ông/bà có hài lòng không?"),
                        List.of(level(5), level(4), level(3), level(2), level(1)),
                        2,
                        List.of()),
                conduct(luck),
                null,
                null);
        return new HallRules(plan, Plans.rules(plan));
    }

    private static Plan.Conduct conduct(Luck luck) {
        return new Plan.Conduct(
                order(luck),
                luck.in(0.4) ? List.of(luck.one(COUNTERS)) : List.of(),
                null,
                null,
                1,
                1,
                luck.below(4),
                2,
                luck.in(0.3) ? (int) luck.between(0, 4) : null,
                null,
                null,
                null,
                null);
    }

    private static Plan.Order order(Luck luck) {
        var most = (int) luck.between(1, 3);
        return switch (luck.below(3)) {
            case 0 -> new Plan.Order(Plan.Policy.FIRST_COME, null, null, null, null, null);
            case 1 -> new Plan.Order(Plan.Policy.RATIO, most, (int) luck.between(1, 3), null, null, null);
            default ->
                new Plan.Order(
                        Plan.Policy.POINTS, most, null, Map.of(ELDERLY, 3, PREGNANT, (int) luck.between(1, 6)), 1, (int)
                                luck.between(1, 5));
        };
    }

    private static Plan.Service service(String id, String prefix, int first, int last) {
        return new Plan.Service(id, text(id), prefix, first, last, null);
    }

    private static Plan.Level level(int score) {
        return new Plan.Level(score, text("" + score));
    }

    private static Text text(String text) {
        return new Text(text, text);
    }
}
