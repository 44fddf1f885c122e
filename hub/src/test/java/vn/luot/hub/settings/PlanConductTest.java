package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.queue.Conduct;
import vn.luot.hub.queue.OrderPolicy;
import vn.luot.protocol.message.Json;

class PlanConductTest {
    private static final String CONDUCT = """
            "conduct": {
              "order": {"policy": "POINTS", "priorityInARow": 2, "pointsPerMinute": {"elderly": 3},
                        "ordinaryPoints": 1, "longestMinutes": 60},
              "inOrder": [3],
              "holidays": ["2026-09-02"],
              "quotas": {"dat-dai.nop": 200},
              "recalls": 5,
              "perPerson": 1,
              "opensBeforeMinutes": 15
            }""";

    @Test
    void aHallTakesItsConductFromThePlan() throws BadPlan {
        var rules = Plans.rules(Plans.read(plan(CONDUCT)));

        var usual = Conduct.USUAL;
        assertThat(rules.conduct())
                .isEqualTo(new Conduct(
                        new OrderPolicy.Accumulating(Map.of("elderly", 3), 1, 2, Duration.ofHours(1)),
                        Set.of(3),
                        usual.early(),
                        usual.late(),
                        5,
                        usual.comeBack(),
                        null,
                        1,
                        usual.fewNumbers(),
                        Duration.ofMinutes(15),
                        null));
        var land = rules.services().stream()
                .filter(service -> service.id().equals("dat-dai.nop"))
                .findFirst()
                .orElseThrow();
        assertThat(land.quota()).isEqualTo(200);
        assertThat(land.field()).isEqualTo("dat-dai");
        assertThat(land.opening().holidays()).containsExactly(LocalDate.of(2026, 9, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "POINTS"               | "FAVOURITES"          | conduct.order.policy
            "POINTS"               | "RATIO"               | conduct.order.ordinaryInARow
            "POINTS"               | "FIRST_COME"          | conduct.order.longestMinutes
            "priorityInARow": 2,   | ~~                    | conduct.order.priorityInARow
            "priorityInARow": 2,   | "priorityInARow": 0,  | conduct.order.priorityInARow
            {"elderly": 3}         | {"vip": 3}            | conduct.order.pointsPerMinute
            {"elderly": 3}         | {"elderly": 0}        | conduct.order.pointsPerMinute.elderly
            {"elderly": 3}         | {"elderly": null}     | conduct.order.pointsPerMinute.elderly
            "longestMinutes": 60   | "longestMinutes": 1e9 | conduct.order.longestMinutes
            [3]                    | [77]                  | conduct.inOrder
            "2026-09-02"           | "2027-02-29"          | conduct.holidays[0]
            "dat-dai.nop"          | "dat-dai"             | conduct.quotas
            "recalls": 5           | "recalls": -1         | conduct.recalls
            "perPerson": 1         | "perPerson": 0        | conduct.perPerson
            "perPerson": 1         | "perPeople": 1        | conduct.perPeople
            """)
    void namesThePathOfAFault(String words, String faulty, String path) {
        var bad = catchThrowableOfType(BadPlan.class, () -> Plans.read(plan(CONDUCT.replace(words, faulty))));

        assertThat(bad.problems()).extracting(PlanProblem::path).contains(path);
    }

    /** The plan of Hương Trà, with another conduct. */
    private static byte[] plan(String conduct) {
        var sound = Json.text(Plans.huongTra()).replaceFirst("\"conduct\":null,?", "");
        return (sound.substring(0, sound.length() - 1) + ", " + conduct + "}").getBytes(StandardCharsets.UTF_8);
    }
}
