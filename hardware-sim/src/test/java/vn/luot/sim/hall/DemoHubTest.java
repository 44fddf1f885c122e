package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.program.CannotStart;

@Timeout(120)
class DemoHubTest {
    @TempDir
    private Path data;

    @Test
    void goesOnWithItsDataAndItsTokens() throws Exception {
        var kiosk = "";
        try (var hub = DemoHub.start(data, 0)) {
            kiosk = hub.kioskToken();
        }

        try (var hub = DemoHub.start(data, 0)) {
            assertThat(hub.kioskToken()).isEqualTo(kiosk);
        }
    }

    @Test
    void startsOverWhenItWasKilledWhileItMadeItsData() throws Exception {
        var halfMade = Files.createDirectory(data.resolve("hub.half-made"));
        Files.writeString(halfMade.resolve("luot.db"), "half a database");

        try (var hub = DemoHub.start(data, 0)) {
            var kiosk = Api.ofDevice(hub.address(), hub.kioskToken());
            assertThat(kiosk.get("/api/hall?view=kiosk", HallView.class).counters())
                    .isNotEmpty();
        }
        assertThat(halfMade).doesNotExist();
    }

    @Test
    void refusesAHubThatIsNotADemos() throws Exception {
        var hub = Files.createDirectory(data.resolve("hub"));
        Files.writeString(hub.resolve("luot.db"), "a database");

        assertThatThrownBy(() -> DemoHub.start(data, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not hold the data of a demo");
        assertThat(hub.resolve("luot.db")).hasContent("a database");
    }
}
