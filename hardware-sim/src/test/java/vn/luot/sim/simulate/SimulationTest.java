package vn.luot.sim.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class SimulationTest {
    private static final int SEEDS = 60;
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static Level before;

    @BeforeAll
    static void silence() {
        before = ROOT.getLevel();
        ROOT.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        ROOT.setLevel(before);
    }

    @Test
    void noInvariantIsBroken() {
        for (var seed = 1L; seed <= SEEDS; seed++) {
            var end = Run.of(seed);

            assertThat(end.violation())
                    .as(() -> "seed " + end.seed() + "\n" + String.join("\n", end.lastEvents()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void everyMutantIsCaught(Mutant mutant) {
        assertThat(Simulation.catching(mutant)).as(mutant.words()).isPresent();
    }

    @Test
    void theSameSeedReplaysTheSame() {
        var once = LongStream.rangeClosed(1, 8).mapToObj(Run::of).toList();
        var again = LongStream.rangeClosed(1, 8).mapToObj(Run::of).toList();

        assertThat(again).isEqualTo(once);
        assertThat(once.stream().map(Run.End::hash).distinct()).hasSize(8);
    }

    @Test
    void theRunsDoSomething() {
        var all = LongStream.rangeClosed(1, 12)
                .mapToObj(Run::of)
                .map(Run.End::tally)
                .reduce(Run.Tally.NONE, Run.Tally::and);

        assertThat(all.steps()).isGreaterThan(1_200);
        assertThat(all.events()).isGreaterThan(50_000);
        assertThat(all.mishaps()).isGreaterThan(100);
    }
}
