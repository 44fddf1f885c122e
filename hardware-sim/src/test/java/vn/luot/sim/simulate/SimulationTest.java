package vn.luot.sim.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
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
    private static List<Run.End> runs;

    @BeforeAll
    static void liveThrough() {
        before = ROOT.getLevel();
        ROOT.setLevel(Level.OFF);
        runs = LongStream.rangeClosed(1, SEEDS).parallel().mapToObj(Run::of).toList();
    }

    @AfterAll
    static void speak() {
        ROOT.setLevel(before);
    }

    @Test
    void noInvariantIsBroken() {
        for (var end : runs) {
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
        var again = LongStream.rangeClosed(1, 10).mapToObj(Run::of).toList();

        assertThat(again).isEqualTo(runs.subList(0, 10));
        assertThat(runs.stream().map(Run.End::hash).distinct()).hasSize(SEEDS);
    }

    @Test
    void theRunsDoSomething() {
        var all = runs.stream().map(Run.End::tally).reduce(Run.Tally.NONE, Run.Tally::and);

        assertThat(all.steps()).isGreaterThan(40 * SEEDS);
        assertThat(all.events()).isGreaterThan(1_800 * SEEDS);
        assertThat(all.mishaps()).isGreaterThan(15 * SEEDS);
    }
}
