package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

/** Whatever an administrator brings in: it is a plan that a hall can work by, or refused with the place of each fault. */
class PlanFuzzTest {
    @FuzzTest
    void isAPlanOrTellsItsFaults(byte[] file) throws BadPlan {
        Plan plan;
        try {
            plan = Plans.read(file);
        } catch (BadPlan refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.vi()).isNotBlank();
                assertThat(problem.en()).isNotBlank();
            });
            return;
        }

        assertThat(Plans.rules(plan)).isNotNull();
        assertThat(Plans.read(Json.bytes(plan))).isEqualTo(plan);
    }
}
