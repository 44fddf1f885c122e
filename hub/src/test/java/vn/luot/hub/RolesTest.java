package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.luot.hub.queue.Role;

/** Every address, asked by everybody. */
class RolesTest {
    private static final Set<Role> PERSONS = EnumSet.of(Role.CLERK, Role.HOST, Role.MANAGER, Role.ADMIN);
    private static final Set<Role> PERSONS_AND_BOARD =
            EnumSet.of(Role.CLERK, Role.HOST, Role.MANAGER, Role.ADMIN, Role.BOARD);

    @TempDir
    private static Path data;

    private static RunningHub hub;

    private enum Address {
        SHOW_SESSION("GET", "/api/session", PERSONS),
        OPEN_DAY("POST", "/api/day/open", PERSONS),
        CLOSE_DAY("POST", "/api/day/close", PERSONS),
        TAKE_TICKET("POST", "/api/tickets", EnumSet.of(Role.KIOSK, Role.HOST)),
        ACT_AT_COUNTER("POST", "/api/counters/1/recall", EnumSet.of(Role.CLERK, Role.MANAGER, Role.ADMIN)),
        SERVE_WALK_IN("POST", "/api/counters/1/walk-in", EnumSet.of(Role.CLERK, Role.MANAGER, Role.ADMIN)),
        TAKE_IN("POST", "/api/tickets/offline", EnumSet.of(Role.KIOSK)),
        SHOW_LEASES("GET", "/api/leases", EnumSet.of(Role.KIOSK)),
        LEASE("POST", "/api/leases", EnumSet.of(Role.KIOSK)),
        REPRINT("POST", "/api/tickets/reprint", EnumSet.of(Role.KIOSK, Role.HOST)),
        VOID_KEY("POST", "/api/tickets/void", EnumSet.of(Role.KIOSK, Role.HOST)),
        REPORT_HARDWARE("POST", "/api/hardware", EnumSet.of(Role.KIOSK, Role.BOARD)),
        SHOW_HARDWARE("GET", "/api/hardware", PERSONS),
        REPORT_VISITS("GET", "/api/reports/visits", EnumSet.of(Role.MANAGER, Role.ADMIN)),
        REPORT_TICKETS("GET", "/api/reports/tickets", EnumSet.of(Role.MANAGER, Role.ADMIN)),
        REPORT_OWN_DAY("GET", "/api/reports/mine", EnumSet.of(Role.CLERK)),
        SHOW_WAITS("GET", "/api/waits", EnumSet.complementOf(EnumSet.of(Role.TABLET))),
        RATE("POST", "/api/ratings", EnumSet.of(Role.TABLET)),
        SHOW_PLAN("GET", "/api/plan", EnumSet.allOf(Role.class)),
        SHOW_HALL("GET", "/api/hall", PERSONS),
        SHOW_BOARD("GET", "/api/hall?view=board", PERSONS_AND_BOARD),
        SHOW_COUNTER("GET", "/api/hall?view=counter/1", PERSONS_AND_BOARD),
        SHOW_TABLET("GET", "/api/hall?view=tablet/1", EnumSet.of(Role.TABLET)),
        SHOW_KIOSK("GET", "/api/hall?view=kiosk", EnumSet.of(Role.KIOSK)),
        // Last, because it ends the sessions.
        SIGN_OUT("DELETE", "/api/session", PERSONS);

        private final String method;
        private final String path;
        private final Set<Role> allowed;

        Address(String method, String path, Set<Role> allowed) {
            this.method = method;
            this.path = path;
            this.allowed = allowed;
        }

        private Answer askedBy(Caller caller) {
            return caller.send(method, path, null);
        }

        private String described() {
            var address = path.replaceAll("\\?.*", "")
                    .replace("1/recall", "{counter}/{verb}")
                    .replace("1/walk-in", "{counter}/walk-in");
            return method + " " + address;
        }
    }

    @BeforeAll
    static void start() {
        hub = RunningHub.in(data);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource
    void letsInOnlyTheRolesOfAnAddress(Address address) {
        for (var role : Role.values()) {
            var answer = address.askedBy(hub.as(role));
            if (address.allowed.contains(role)) {
                assertThat(answer.status()).as("%s: %s", role, answer.text()).isNotIn(401, 403, 404, 405, 500);
            } else {
                answer.problem(403, "ROLE_NOT_ALLOWED");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodyInWhoIsNotKnown(Address address) {
        address.askedBy(hub.nobody()).problem(401, "NOT_SIGNED_IN");
        address.askedBy(hub.stranger("x".repeat(43), false)).problem(401, "NOT_SIGNED_IN");
        address.askedBy(hub.stranger("x".repeat(43), true)).problem(401, "NOT_SIGNED_IN");
        address.askedBy(hub.stranger("", false)).problem(401, "NOT_SIGNED_IN");
    }

    @Test
    void leavesNoAddressOut() {
        var guarded = new TreeSet<String>();
        Description.document()
                .get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (!operation.get("security").isEmpty()) guarded.add(method.toUpperCase() + " " + path);
                }));
        // Tells listeners apart by their hello; see FeedTest.
        guarded.remove("GET /feed");

        assertThat(Arrays.stream(Address.values()).map(Address::described)).containsAll(guarded);
    }
}
