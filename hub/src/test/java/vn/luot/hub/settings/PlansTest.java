package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Service;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

class PlansTest {
    /** The Friday of the week of {@link vn.luot.hub.queue.Halls#MORNING}. */
    private static final LocalDateTime FRIDAY_NOON = LocalDateTime.parse("2026-11-27T12:00");

    @Test
    void huongTraHasTheFieldsOfItsStatisticsInTheirOrder() throws IOException {
        var names = Plans.huongTra().fields().stream().map(field -> field.name().vi());

        assertThat(names).hasSize(19).containsExactlyElementsOf(fieldsOfTheStatistics());
    }

    @Test
    void eachFieldOfHuongTraHasOneLetterForSubmittingAndCollecting() {
        var plan = Plans.huongTra();

        var letters = plan.fields().stream()
                .map(field -> field.services().get(0).prefix())
                .collect(Collectors.joining());
        assertThat(letters).isEqualTo("ABCDEFGHKLMNPQRSTUV");
        assertThat(plan.fields()).allSatisfy(field -> {
            assertThat(field.services())
                    .extracting(service -> service.name().vi(), Plan.Service::first, Plan.Service::last)
                    .containsExactly(tuple("Nộp hồ sơ", 1, 599), tuple("Nhận kết quả", 600, 999));
            assertThat(field.services())
                    .extracting(Plan.Service::prefix)
                    .containsOnly(field.services().get(0).prefix());
        });
        assertThat(plan.countersFor("dat-dai.nop")).containsExactly(1, 2, 3, 4);
        assertThat(plan.counters()).hasSize(10);
    }

    @Test
    void aHallTakesItsRulesFromThePlan() {
        var plan = Plans.huongTra();

        var rules = Plans.rules(plan);

        assertThat(rules.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(rules.services()).hasSize(38);
        assertThat(rules.services().get(7))
                .extracting(Service::id, Service::prefix, Service::first, Service::last)
                .containsExactly("dat-dai.nhan", "D", 600, 999);
        assertThat(rules.counters().keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(rules.counters()).containsEntry(5, List.of("giao-dich-bao-dam.nop", "giao-dich-bao-dam.nhan"));
        assertThat(rules.priorityClasses())
                .containsExactlyInAnyOrder("elderly", "pregnant", "disabled", "war-invalid", "small-child");
        assertThat(rules.scores()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(rules.reasons()).contains("waited-long").hasSize(5);
    }

    @Test
    void aServiceKeepsTheHoursOfTheCentreUnlessItHasItsOwn() throws BadPlan {
        var json = Json.text(Plans.huongTra())
                .replaceFirst(
                        "\"last\":599",
                        "\"last\":599,\"hours\":[{\"days\":[\"FRIDAY\"],\"from\":\"12:00\",\"to\":\"00:00\"}]");

        var services =
                Plans.rules(Plans.read(json.getBytes(StandardCharsets.UTF_8))).services();

        var own = services.get(0).opening();
        var usual = services.get(1).opening();
        assertThat(own.isOpen(FRIDAY_NOON)).isTrue();
        assertThat(own.isOpen(FRIDAY_NOON.with(LocalTime.MAX))).isTrue();
        assertThat(own.isOpen(FRIDAY_NOON.minusHours(2))).isFalse();
        assertThat(usual.isOpen(FRIDAY_NOON)).isFalse();
        assertThat(usual.isOpen(FRIDAY_NOON.minusHours(2))).isTrue();
    }

    private static List<String> fieldsOfTheStatistics() throws IOException {
        try (var csv = PlansTest.class.getResourceAsStream("/plan/huong-tra-2021.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf(',')).replace("\"", ""))
                    .toList();
        }
    }
}
