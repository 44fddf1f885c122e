package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.luot.hub.queue.Role;

/** Every address, asked by everybody; who may do what is the table of the manual. */
class RolesTest {
    @TempDir
    private static Path data;

    private static RunningHub hub;

    static Stream<RoleMatrix.Row> rows() {
        return RoleMatrix.rows();
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
    @MethodSource("rows")
    void letsInOnlyTheRolesOfAnAddress(RoleMatrix.Row row) {
        for (var role : EnumSet.complementOf(EnumSet.of(Role.HOLDER))) {
            var answer = row.askedBy(hub.as(role));
            if (row.allowed().contains(role)) {
                assertThat(answer.status()).as("%s: %s", role, answer.text()).isNotIn(401, 403, 405, 500);
                assertThat(answer.text()).as("%s", role).doesNotContain("\"NOT_FOUND\"");
            } else {
                answer.problem(403, "ROLE_NOT_ALLOWED");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void letsNobodyInWhoIsNotKnown(RoleMatrix.Row row) {
        row.askedBy(hub.nobody()).problem(401, "NOT_SIGNED_IN");
        row.askedBy(hub.stranger("x".repeat(43), false)).problem(401, "NOT_SIGNED_IN");
        row.askedBy(hub.stranger("x".repeat(43), true)).problem(401, "NOT_SIGNED_IN");
        row.askedBy(hub.stranger("", false)).problem(401, "NOT_SIGNED_IN");
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

        assertThat(RoleMatrix.rows().map(RoleMatrix.Row::described).distinct())
                .containsExactlyInAnyOrderElementsOf(guarded);
    }
}
