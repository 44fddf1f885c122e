package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.TicketReceipt;

/** One live number for a person and field, by a hash that nobody can make again once the day is over. */
class IdentityTest {
    private static final String AN = "046 095 012 345";

    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data, oneTicketPerPerson());
        hub.openDay();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aPersonHasOneLiveNumberOfAField() {
        var first = take("land", AN).as(TicketReceipt.class);

        take("maps", "046095012345").problem(409, "TOO_MANY_TICKETS");
        take("maps", "046095012346").as(TicketReceipt.class);
        hub.as(Role.KIOSK).take("land");
        hub.nobody().post("/api/tickets/" + first.token() + "/leave", null);
        take("maps", AN).as(TicketReceipt.class);
    }

    @Test
    void aCardThatAKioskReadIsWhoeverTypesItsNumber() {
        var key = hub.as(Role.KIOSK).get("/api/scan-key").as(ScanKey.class);

        take("land", key.hashOf("046095012345")).as(TicketReceipt.class);

        take("maps", AN).problem(409, "TOO_MANY_TICKETS");
        take("maps", key.hashOf("046095012345")).problem(409, "TOO_MANY_TICKETS");
        take("maps", key.hashOf("046095012346")).as(TicketReceipt.class);
    }

    @Test
    void theKeyOfKiosksIsTheDaysAndOnlyForKiosks() {
        var key = hub.as(Role.KIOSK).get("/api/scan-key").as(ScanKey.class);
        assertThat(key.day()).isNotNull();
        assertThat(key.key()).hasSize(43);
        hub.as(Role.CLERK).get("/api/scan-key").problem(403, "ROLE_NOT_ALLOWED");

        hub.as(Role.CLERK).post("/api/day/close", null);

        assertThat(hub.as(Role.KIOSK).get("/api/scan-key").as(ScanKey.class)).isEqualTo(ScanKey.NONE);
        assertThat(data.resolve("identity.key")).doesNotExist();
    }

    @Test
    void theSameKeyIsTheSameTicketAndNotASecondOne() {
        var key = Caller.freshKey();
        var first = take("land", AN, key).as(TicketReceipt.class);

        assertThat(take("land", AN, key).as(TicketReceipt.class)).isEqualTo(first);
        take("land", "046095012399", key).problem(422, "KEY_REUSED");
    }

    @Test
    void aRestartDoesNotForgetWhoHoldsANumber() {
        take("land", AN).as(TicketReceipt.class);

        hub = hub.restarted();

        take("land", AN).problem(409, "TOO_MANY_TICKETS");
    }

    @Test
    void theSecretDiesWithTheDay() {
        take("land", AN).as(TicketReceipt.class);
        var secret = data.resolve("identity.key");
        assertThat(secret).hasSize(32);

        hub.as(Role.CLERK).post("/api/day/close", null);

        assertThat(secret).doesNotExist();
    }

    @Test
    void aSecretLeftBehindIsDestroyedAtTheNextStart() throws IOException {
        hub.as(Role.CLERK).post("/api/day/close", null);
        var secret = data.resolve("identity.key");
        Files.write(secret, new byte[32]);

        hub = hub.restarted();
        hub.as(Role.CLERK).get("/api/hall");

        assertThat(secret).doesNotExist();
    }

    @Test
    void whoItIsStandsNowhere() throws IOException {
        take("land", AN).as(TicketReceipt.class);
        take("land", "046 x").problem(400, "FIELD_INVALID");

        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(text(file)).doesNotContain("046095012345", AN));
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer take(String service, String identity) {
        return take(service, identity, Caller.freshKey());
    }

    private Answer take(String service, String identity, String key) {
        var body = "{\"service\":\"" + service + "\",\"identity\":\"" + identity + "\"}";
        return hub.as(Role.KIOSK).post("/api/tickets", body, "Idempotency-Key", key);
    }

    private static Plan oneTicketPerPerson() {
        var plan = RunningHub.plan();
        var conduct = new Plan.Conduct(null, null, null, null, null, null, null, null, null, 1, null, null, null);
        return new Plan(
                plan.centre(),
                plan.hours(),
                plan.fields(),
                plan.counters(),
                plan.priorityClasses(),
                plan.rating(),
                conduct,
                null,
                null);
    }
}
