package vn.luot.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void isOneLine() {
        var figure = new Figure("issue-64-of-bare-per-s", 32_456.7, 91_234, 0.3557, Goal.atLeast(0.35));

        assertThat(figure.line())
                .isEqualTo("issue-64-of-bare-per-s value 32457 limit 91234 ratio 0.356 goal >=0.35 ok");
    }

    @Test
    void saysWhatIsShort() {
        assertThat(new Figure("tail-ms", 12.34, 2.345, 5.262, Goal.atMost(5)).line())
                .isEqualTo("tail-ms value 12.3 limit 2.35 ratio 5.26 goal <=5.00 short");
    }

    @Test
    void isNeverShortOfNoGoal() {
        assertThat(new Figure("alone-ms", 9, 1, 9, Goal.NONE).line())
                .isEqualTo("alone-ms value 9.00 limit 1.00 ratio 9.00 goal - ok");
    }

    @Test
    void reachesItsGoalExactly() {
        assertThat(Goal.atLeast(0.35).isMetBy(0.35)).isTrue();
        assertThat(Goal.atMost(5).isMetBy(5)).isTrue();
        assertThat(Goal.atMost(5).isMetBy(5.01)).isFalse();
    }

    @Test
    void takesTheMedianOfTheRoundsRatiosNotTheRatioOfTheMedians() {
        var rounds = new Pairs();
        rounds.add(10, 10);
        rounds.add(20, 40);
        rounds.add(90, 30);

        var figure = rounds.figure("n", Goal.NONE);

        assertThat(figure.value()).isEqualTo(20);
        assertThat(figure.limit()).isEqualTo(30);
        assertThat(figure.ratio()).isEqualTo(1);
    }

    @Test
    void findsPercentilesAmongWhatWasMeasured() {
        var samples = new Samples();
        for (var value = 100; value >= 1; value--) samples.add(value);

        assertThat(samples.median()).isEqualTo(50);
        assertThat(samples.percentile(99)).isEqualTo(99);
        assertThat(samples.percentile(100)).isEqualTo(100);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void saysNothingOfNothing() {
        assertThatThrownBy(() -> new Samples().median()).isInstanceOf(IllegalStateException.class);
    }
}
