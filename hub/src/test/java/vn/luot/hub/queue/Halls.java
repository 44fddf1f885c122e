package vn.luot.hub.queue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small halls for tests: Monday 2026-11-23 in Vietnam, two services, three counters. */
public final class Halls {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z"); // 08:00 in the hall
    public static final Actor KIOSK = new Actor(Role.KIOSK, "K1", "Kiosk 1");
    public static final Actor LAN = new Actor(Role.CLERK, "lan", "Chị Lan");
    public static final Actor MINH = new Actor(Role.CLERK, "minh", "Anh Minh");
    public static final Actor TABLET = new Actor(Role.TABLET, "T1", "T1");
    public static final Actor MANAGER = new Actor(Role.MANAGER, "hoa", "Chị Hoa");

    private static final Opening OFFICE_HOURS = new Opening(List.of(
            new Opening.Span(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 30), LocalTime.of(11, 30)),
            new Opening.Span(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(13, 30), LocalTime.of(17, 0))));

    private Halls() {}

    /** Land (A001–A599) at counters 1 and 2, justice (B001–B003) at counters 2 and 3. */
    public static Rules rules() {
        return new Rules(
                ZONE,
                List.of(
                        new Service("land", "A", 1, 599, OFFICE_HOURS),
                        new Service("justice", "B", 1, 3, OFFICE_HOURS)),
                Map.of(1, List.of("land"), 2, List.of("land", "justice"), 3, List.of("justice")),
                Set.of("elderly"),
                Set.of(1, 2, 3, 4, 5),
                Set.of("slow"));
    }

    /** One service with room for a million numbers. */
    public static Rules roomyRules() {
        return new Rules(
                ZONE,
                List.of(new Service("land", "A", 1, 1_000_000, OFFICE_HOURS)),
                Map.of(1, List.of("land")),
                Set.of(),
                Set.of(1, 2, 3, 4, 5),
                Set.of());
    }

    public static Hall closed() {
        return new Hall(rules());
    }

    public static Hall open() {
        var hall = closed();
        take(hall, hall.openDay(LAN, MORNING));
        return hall;
    }

    /** Lan sits at counter 1 and Minh at counter 2; A001, A002 and B001 wait, in this order. */
    public static Hall withThreeWaiting() {
        var hall = open();
        take(hall, hall.openCounter(1, LAN, MORNING));
        take(hall, hall.openCounter(2, MINH, MORNING));
        issue(hall, "key-of-the-first-1", "land");
        issue(hall, "key-of-the-second", "land");
        issue(hall, "key-of-the-third-", "justice");
        return hall;
    }

    public static TicketOrder order(String key, String service) {
        return new TicketOrder(key, service.hashCode(), "token-" + key, service, null, "vi", 1);
    }

    public static Ticket issue(Hall hall, String key, String service) {
        return take(hall, hall.issue(order(key, service), KIOSK, MORNING)).ticket();
    }

    /** Takes the steps that were decided. */
    public static Step take(Hall hall, Decision decision) {
        var steps = steps(decision);
        steps.forEach(hall::apply);
        return steps.get(steps.size() - 1);
    }

    public static List<Step> steps(Decision decision) {
        if (decision instanceof Step step) return List.of(step);
        if (decision instanceof Decision.Steps several) return several.steps();
        throw new AssertionError("no step: " + decision);
    }
}
