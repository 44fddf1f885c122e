package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.message.StepKind;

@Timeout(300)
class DemoIT {
    @TempDir
    private Path data;

    @Test
    void oneCitizenWalksThroughTheWholeHall() throws Exception {
        try (var centre = Centre.start(data, 0)) {
            var facts = OneVisit.walk(centre);

            assertThat(facts.lines()).hasSize(6);
            assertThat(facts.bytes()).isBetween(1_000L, 8_000L);
            assertThat(facts.board()).isEqualTo(facts.number() + " > 1");
            assertThat(facts.display()).isEqualToIgnoringCase(facts.number());
            assertThat(facts.spoken()).startsWith("Xin mời số thứ tự ").endsWith(", đến quầy số một");
            assertThat(facts.vote()).isEqualTo("5 Rất hài lòng");
            assertThat(centre.hardware().printer().misunderstood()).isEmpty();
            assertThat(centre.hardware().sign().misunderstood()).isEmpty();
            assertThat(centre.hardware().display(1).misunderstood()).isEmpty();
        }
    }

    @Test
    void aCentreThatWasStoppedGoesOnWithTheNextNumber() throws Exception {
        try (var centre = Centre.start(data, 0)) {
            assertThat(OneVisit.walk(centre).number()).endsWith("001");
        }

        try (var centre = Centre.start(data, 0)) {
            assertThat(OneVisit.walk(centre).number()).endsWith("002");
        }
    }

    @Test
    void simulatedPeopleFillTheHall() throws Exception {
        try (var centre = Centre.start(data, 0);
                var demo = Demo.start(centre, 0, 1)) {
            demo.speed(60);

            Stage.await("five people were served", () -> demo.scene().counts().getOrDefault(StepKind.FINISHED, 0) >= 5);
            assertThat(demo.screens()).extracting(Screen::id).contains("hall", "kiosk", "tv", "clerk", "tablet-10");
        }
    }
}
