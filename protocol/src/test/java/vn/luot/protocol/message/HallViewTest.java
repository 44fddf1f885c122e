package vn.luot.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same cases hold the pages' hall.js: hall.test.js. */
class HallViewTest {
    record Case(String name, HallView hall, StepView step, HallView after) {}

    @TestFactory
    Stream<DynamicTest> becomesTheHallAfterTheStep() throws IOException {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), () -> assertThat(c.hall().after(c.step())).isEqualTo(c.after())));
    }

    private static List<Case> cases() throws IOException {
        try (var json = HallViewTest.class.getResourceAsStream("hall-after.json")) {
            return List.of(Json.read(json.readAllBytes(), Case[].class));
        }
    }
}
