package vn.luot.sim.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

/**
 * A centre that is always open and has numbers enough for any load: 52 services at each of 64 counters, and one at two of
 * them, as is usual on paper.
 */
final class BenchPlan {
    static final int SERVICES = 52;
    static final int COUNTERS = 64;
    /** A service with a ticket of the usual length. */
    static final String USUAL = "dat-dai";

    private BenchPlan() {}

    static Plan plan() {
        try {
            return Plans.read(Json.bytes(Map.of(
                    "centre", Map.of("name", name("Trung tâm đo"), "timeZone", "Asia/Ho_Chi_Minh"),
                    "hours", List.of(Map.of("days", days(), "from", "00:00", "to", "00:00")),
                    "fields", List.of(Map.of("id", "do", "name", name("Đo"), "services", services())),
                    "counters", counters(),
                    "priorityClasses", List.of(),
                    "rating", Json.MAPPER.valueToTree(Plans.huongTra().rating()))));
        } catch (BadPlan e) {
            throw new IllegalStateException("the plan of the bench", e);
        }
    }

    static String service(int index) {
        return "s" + index;
    }

    private static Map<String, String> name(String name) {
        return Map.of("vi", name, "en", name);
    }

    private static List<String> days() {
        return List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    }

    private static List<Map<String, Object>> services() {
        return Stream.concat(
                        IntStream.range(0, SERVICES)
                                .mapToObj(index -> service(service(index), "Dịch vụ", prefix(index))),
                        Stream.of(service(USUAL, "Đăng ký đất đai", "BA")))
                .toList();
    }

    private static Map<String, Object> service(String id, String name, String prefix) {
        return Map.of("id", id, "name", name(name), "prefix", prefix, "first", 1, "last", 9999);
    }

    /** A … Z, AA … AZ. */
    static String prefix(int index) {
        var letter = "" + (char) ('A' + index % 26);
        return index < 26 ? letter : "A" + letter;
    }

    private static List<Map<String, Object>> counters() {
        var all = IntStream.range(0, SERVICES).mapToObj(BenchPlan::service).toList();
        return IntStream.rangeClosed(1, COUNTERS)
                .mapToObj(id -> Map.<String, Object>of(
                        "id", id, "name", name("Quầy"), "services", id > 2 ? all : withUsual(all)))
                .toList();
    }

    private static List<String> withUsual(List<String> all) {
        return Stream.concat(all.stream(), Stream.of(USUAL)).toList();
    }
}
