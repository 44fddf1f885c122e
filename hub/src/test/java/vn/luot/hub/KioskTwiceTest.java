package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.FeedMessage.Refused;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** Two programs with one kiosk's token: a copied PC, or a folder that somebody took along. */
class KioskTwiceTest {
    private static final String FIRST = "program-1";
    private static final String SECOND = "program-2";

    @TempDir
    private Path data;

    private RunningHub hub;
    private Caller kiosk;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
        kiosk = hub.as(Role.KIOSK);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** Of two who ask at once either may be the first to be let in: the second asks when the first is there. */
    @Test
    void theSecondIsNotLetInWhileTheFirstIsThere() {
        try (var first = follows(FIRST)) {
            first.hall();
            try (var second = follows(SECOND)) {
                assertThat(second.next(Refused.class).code()).isEqualTo("KIOSK_TWICE");
            }
            Await.until(() -> hub.as(Role.TECHNICIAN).get("/api/devices").text().contains("clonedAt"));
            assertThat(hub.as(Role.MANAGER).get("/api/audit").text()).contains("DEVICE_CLONED");
            take(SECOND).problem(409, "KIOSK_TWICE");
            assertThat(take(FIRST).status()).isEqualTo(201);
        }
    }

    @Test
    void theSecondIsLetInWhenTheFirstHasGone() {
        try (var first = follows(FIRST)) {
            first.hall();
        }
        try (var second = follows(SECOND)) {
            second.hall();

            assertThat(take(SECOND).status()).isEqualTo(201);
        }
    }

    @Test
    void aProgramMayLoseItsFeedAndComeBack() {
        try (var first = follows(FIRST)) {
            first.hall();
            try (var again = follows(FIRST)) {
                again.hall();
                first.closeCode();

                assertThat(take(FIRST).status()).isEqualTo(201);
            }
        }
    }

    @Test
    void requestsAloneTellThemApart() {
        assertThat(take(FIRST).status()).isEqualTo(201);

        take(SECOND).problem(409, "KIOSK_TWICE");
    }

    private FeedListener follows(String program) {
        return FeedListener.silent(kiosk, "view=kiosk")
                .say(Json.text(new Hello(ProtocolVersion.NOW, kiosk.token().orElseThrow(), program)));
    }

    private Answer take(String program) {
        return kiosk.post(
                "/api/tickets",
                "{\"service\":\"land\"}",
                "Idempotency-Key",
                Caller.freshKey(),
                "Luot-Program",
                program);
    }
}
