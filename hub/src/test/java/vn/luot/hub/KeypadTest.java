package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;

/** A counter that is worked by keys instead of a page. */
class KeypadTest {
    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void worksItsCounterWithoutAPerson() {
        hub.openDay();
        var keypad = hub.as(Role.KEYPAD);

        assertThat(keypad.post("/api/counters/1/open", null)
                        .as(CounterView.class)
                        .state())
                .isEqualTo(CounterState.OPEN);
        assertThat(keypad.post("/api/counters/1/next", null).status()).isEqualTo(204);
        assertThat(keypad.post("/api/counters/1/close", null)
                        .as(CounterView.class)
                        .state())
                .isEqualTo(CounterState.CLOSED);
    }

    @Test
    void worksTheCounterOfTheClerkWhoSitsThere() {
        hub.openDay();
        hub.as(Role.CLERK).press(1, "open");

        assertThat(hub.as(Role.KEYPAD).post("/api/counters/1/next", null).status())
                .isEqualTo(204);
    }

    @Test
    void actsNowhereElse() {
        hub.openDay();
        var keypad = hub.as(Role.KEYPAD);

        keypad.post("/api/counters/2/open", null).problem(403, "ROLE_NOT_ALLOWED");
        keypad.post("/api/counters/01/open", null).problem(403, "ROLE_NOT_ALLOWED");
        keypad.get("/api/hall").problem(403, "ROLE_NOT_ALLOWED");
        keypad.post("/api/tickets", null).problem(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void actsAtItsOwnCounterAfterTheHubStartedAgain() {
        hub.openDay();
        hub.as(Role.KEYPAD);
        hub = hub.restarted();

        hub.as(Role.KEYPAD).post("/api/counters/2/open", null).problem(403, "ROLE_NOT_ALLOWED");
        assertThat(hub.as(Role.KEYPAD).post("/api/counters/1/open", null).status())
                .isEqualTo(200);
    }
}
