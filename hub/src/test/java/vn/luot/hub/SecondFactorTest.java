package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.access.Codes;
import vn.luot.hub.queue.Role;

/** A second factor is worth something only while whoever has the database has not got it. */
class SecondFactorTest {
    /** As an earlier program kept it. */
    private static final String OPEN = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static final String OWN = "/api/people/admin/second-factor";

    @TempDir
    private Path folder;

    @Test
    void isInNoDatabaseAndInNoBackup() throws Exception {
        var data = folder.resolve("data");
        String secret;
        try (var hub = RunningHub.in(data)) {
            secret = enrolled(hub);
            Commands.on(data, "backup", "--to", folder.resolve("backups").toString())
                    .could();
            var restored = folder.resolve("restored");
            Commands.on(restored, "restore", "--from", backup().toString()).could();
            assertThat(restored.resolve("second-factor.key")).doesNotExist();
            holdsNoneOf(restored, secret);
        }
        holdsNoneOf(data, secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("second-factor.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isStillThePersonsAfterARestart() {
        var hub = RunningHub.in(folder);
        var secret = enrolled(hub);

        try (var again = hub.restarted()) {
            again.clock().set("2026-11-23T08:05");

            signIn(again, null).problem(401, "CODE_NEEDED");
            assertThat(signIn(again, Codes.at(secret, again.clock().instant())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void ofAnEarlierProgramIsSealedAtTheNextStart() throws Exception {
        try (var hub = RunningHub.in(folder)) {
            hub.as(Role.ADMIN);
        }
        keepOpen();

        try (var again = RunningHub.on(folder, "2026-11-23T08:05")) {
            assertThat(signIn(again, Codes.at(OPEN, again.clock().instant())).status())
                    .isEqualTo(200);
            holdsNoneOf(folder, OPEN);
        }
    }

    @Test
    void ofAnotherKeyLetsNobodyInUntilItIsTakenAwayAtTheMachine() throws IOException {
        String secret;
        try (var hub = RunningHub.in(folder)) {
            secret = enrolled(hub);
        }
        Files.delete(folder.resolve("second-factor.key"));

        try (var again = RunningHub.on(folder, "2026-11-23T08:05")) {
            signIn(again, Codes.at(secret, again.clock().instant())).problem(401, "WRONG_CREDENTIALS");

            var said = Commands.on(folder, "person", "password", "--name", "admin")
                    .could()
                    .out();
            var password = said.substring(said.lastIndexOf(' ') + 1).strip();

            assertThat(again.nobody()
                            .post("/api/session", "{\"name\":\"admin\",\"password\":\"" + password + "\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void ofAnAdministratorIsDemandedBeforeAnythingElse() {
        try (var hub = demanding()) {
            var admin = hub.as(Role.ADMIN);

            assertThat(mustSetSecondFactor(admin)).isTrue();
            admin.get("/api/people").problem(403, "SECOND_FACTOR_NEEDED");
            admin.get("/api/hall").problem(403, "SECOND_FACTOR_NEEDED");
            try (var listener = FeedListener.of(admin, "view=hall")) {
                assertThat(listener.refusedWith("NOT_SIGNED_IN")).isEqualTo(4401);
            }
            enrolled(hub);

            assertThat(mustSetSecondFactor(admin)).isFalse();
            assertThat(admin.get("/api/people").status()).isEqualTo(200);
        }
    }

    @Test
    void isDemandedOfNobodyElse() {
        try (var hub = demanding()) {
            for (var role : List.of(Role.CLERK, Role.HOST, Role.MANAGER, Role.TECHNICIAN)) {
                assertThat(mustSetSecondFactor(hub.as(role))).as("%s", role).isFalse();
                assertThat(hub.as(role).get("/api/hall").status()).isEqualTo(200);
            }
        }
    }

    /** Whoever knew the password only must not become an administrator by the code of another. */
    @Test
    void endsTheSessionsThatWereBegunWithoutIt() {
        try (var hub = demanding()) {
            var thief = hub.person(Role.ADMIN, "admin", "Anh ADMIN");
            enrolled(hub);

            thief.get("/api/session").problem(401, "NOT_SIGNED_IN");
            assertThat(hub.as(Role.ADMIN).get("/api/people").status()).isEqualTo(200);
        }
    }

    /** Somebody's phone is lost: what was begun with it is not to be trusted, and neither is the password alone. */
    @Test
    void takenAwayEndsTheSessionsAndIsDemandedAnew() {
        try (var hub = demanding()) {
            var secret = enrolled(hub);
            var colleague = hub.person(Role.ADMIN, "minh", "Anh Minh");
            enrol(colleague, hub);
            hub.clock().set("2026-11-23T08:05");

            assertThat(hub.as(Role.ADMIN)
                            .send(
                                    "DELETE",
                                    "/api/people/minh/second-factor",
                                    null,
                                    "Luot-Code",
                                    Codes.at(secret, hub.clock().instant()))
                            .status())
                    .isEqualTo(204);

            colleague.get("/api/session").problem(401, "NOT_SIGNED_IN");
            colleague.get("/api/people").problem(401, "NOT_SIGNED_IN");
            assertThat(hub.signIn("minh", RunningHub.PASSWORD)
                            .as(JsonNode.class)
                            .get("mustSetSecondFactor")
                            .asBoolean())
                    .isTrue();
            assertThat(hub.as(Role.ADMIN).get("/api/people").status()).isEqualTo(200);
        }
    }

    @Test
    void isNotReplacedByWhoeverSitsDownAtADeskThatWasLeft() {
        try (var hub = RunningHub.in(folder)) {
            var secret = enrolled(hub);
            var admin = hub.as(Role.ADMIN);

            admin.post("/api/session/second-factor", null).problem(409, "SECOND_FACTOR_SET");
            admin.send("PUT", "/api/session/second-factor", proof(OPEN, hub)).problem(409, "SECOND_FACTOR_SET");

            hub.clock().set("2026-11-23T08:05");
            signIn(hub, Codes.at(OPEN, hub.clock().instant())).problem(401, "WRONG_CREDENTIALS");
            assertThat(signIn(hub, Codes.at(secret, hub.clock().instant())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void isNotTakenAwayByWhoeverSitsDownAtADeskThatWasLeft() {
        try (var hub = RunningHub.in(folder)) {
            var secret = enrolled(hub);
            var admin = hub.as(Role.ADMIN);
            var used = Codes.at(secret, hub.clock().instant());

            admin.send("DELETE", OWN, null).problem(403, "CODE_NEEDED");
            admin.send("DELETE", OWN, null, "Luot-Code", "000000").problem(409, "CODE_WRONG");
            admin.send("DELETE", OWN, null, "Luot-Code", used).problem(409, "CODE_WRONG");
            assertThat(admin.get("/api/people").status()).isEqualTo(200);

            hub.clock().set("2026-11-23T08:01");
            assertThat(admin.send(
                                    "DELETE",
                                    OWN,
                                    null,
                                    "Luot-Code",
                                    Codes.at(secret, hub.clock().instant()))
                            .status())
                    .isEqualTo(204);
            admin.get("/api/session").problem(401, "NOT_SIGNED_IN");
        }
    }

    @Test
    void isNotGuessedAtADeskThatWasLeft() {
        try (var hub = RunningHub.in(folder)) {
            var secret = enrolled(hub);
            var admin = hub.as(Role.ADMIN);
            hub.clock().set("2026-11-23T08:01");
            for (var guess = 0; guess < 5; guess++) {
                admin.send("DELETE", OWN, null, "Luot-Code", "00000" + guess).problem(409, "CODE_WRONG");
            }

            var right = Codes.at(secret, hub.clock().instant());
            var answer = admin.send("DELETE", OWN, null, "Luot-Code", right);

            answer.problem(429, "TOO_MANY_TRIES");
            assertThat(answer.header("Retry-After")).hasValue("2");
        }
    }

    /** Who is told to set one goes to fetch the phone, and leaves a desk where nothing else is asked. */
    @Test
    void isNotSetByWhoeverSitsDownAtADeskThatWasLeft() {
        try (var hub = demanding()) {
            var admin = hub.as(Role.ADMIN);
            var proof = proof(OPEN, hub);
            var ofAThief = proof.replace(RunningHub.PASSWORD, "bốn con mèo");
            var withoutPassword = proof.replace("\"password\":\"" + RunningHub.PASSWORD + "\",", "");

            admin.send("PUT", "/api/session/second-factor", withoutPassword).problem(400, "FIELD_INVALID");
            admin.send("PUT", "/api/session/second-factor", ofAThief).problem(409, "PASSWORD_WRONG");

            admin.get("/api/people").problem(403, "SECOND_FACTOR_NEEDED");
            enrolled(hub);
            assertThat(admin.get("/api/people").status()).isEqualTo(200);
        }
    }

    /** Each of these would let a thief stay when the owner of the desk is back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /api/people                    | {\"name\":\"x\",\"displayName\":\"X\",\"role\":\"ADMIN\"}",
                "PUT    | /api/people/lan                | {\"displayName\":\"Lan\",\"role\":\"ADMIN\"}",
                "PUT    | /api/people/minh               | {\"displayName\":\"Minh\",\"role\":\"CLERK\"}",
                "POST   | /api/people/minh/password      |",
                "POST   | /api/people/admin/password     |",
                "POST   | /api/people/minh/enable        |",
                "DELETE | /api/people/minh/second-factor |",
            })
    void isShownBeforeAnAdministratorIsMadeOrTheirAccountOpened(String method, String path, String body) {
        try (var hub = RunningHub.in(folder)) {
            var secret = enrolled(hub);
            var admin = hub.as(Role.ADMIN);
            hub.as(Role.CLERK);
            hub.person(Role.ADMIN, "minh", "Anh Minh");
            var before = admin.get("/api/people").text();

            admin.send(method, path, body).problem(403, "CODE_NEEDED");
            assertThat(admin.get("/api/people").text()).isEqualTo(before);

            hub.clock().set("2026-11-23T08:01");
            var shown = Codes.at(secret, hub.clock().instant());
            assertThat(admin.send(method, path, body, "Luot-Code", shown).status())
                    .isBetween(200, 204);
        }
    }

    /** Whoever corrects the form has the same code on the phone for half a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /api/people       | {\"name\":\"admin\",\"displayName\":\"X\",\"role\":\"ADMIN\"} | 409 | NAME_TAKEN",
                "POST | /api/people       | {\"name\":\"x\",\"displayName\":\" \",\"role\":\"ADMIN\"}   | 400 | NAME_INVALID",
                "PUT  | /api/people/admin | {\"displayName\":\"X\",\"role\":\"CLERK\"}                   | 409 | LAST_ADMIN",
                "PUT  | /api/people/x     | {\"displayName\":\"X\",\"role\":\"ADMIN\"}                   | 404 | PERSON_UNKNOWN",
            })
    void isNotUsedUpByWhatIsRefusedAnyhow(String method, String path, String body, int status, String problem) {
        try (var hub = RunningHub.in(folder)) {
            var secret = enrolled(hub);
            var admin = hub.as(Role.ADMIN);
            hub.clock().set("2026-11-23T08:01");
            var shown = Codes.at(secret, hub.clock().instant());

            for (var again = 0; again < 6; again++) {
                admin.send(method, path, body, "Luot-Code", shown).problem(status, problem);
            }
            assertThat(admin.send(
                                    "POST",
                                    "/api/people",
                                    "{\"name\":\"minh\",\"displayName\":\"Minh\",\"role\":\"ADMIN\"}",
                                    "Luot-Code",
                                    shown)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void isNotNeededToShutSomebodyOutOrForAColleagueAtACounter() {
        try (var hub = RunningHub.in(folder)) {
            enrolled(hub);
            var admin = hub.as(Role.ADMIN);
            hub.person(Role.ADMIN, "minh", "Anh Minh");

            for (var way : List.of("sign-out", "disable")) {
                assertThat(admin.post("/api/people/minh/" + way, null).status())
                        .as(way)
                        .isEqualTo(204);
            }
            assertThat(admin.post("/api/people", "{\"name\":\"x\",\"displayName\":\"X\",\"role\":\"CLERK\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void isStillDemandedAfterARestart() {
        String token;
        try (var hub = demanding()) {
            token = hub.as(Role.ADMIN).token().orElseThrow();
        }
        try (var again = RunningHub.demandingSecondFactor(folder, "2026-11-23T08:05")) {
            var admin = again.stranger(token, true);

            admin.get("/api/people").problem(403, "SECOND_FACTOR_NEEDED");
            enrol(admin, again);
            assertThat(admin.get("/api/people").status()).isEqualTo(200);
        }
    }

    @Test
    void isAnAlarmForAsLongAsAnAdministratorHasNone() {
        try (var hub = RunningHub.in(folder)) {
            hub.person(Role.ADMIN, "minh", "Anh Minh");
            assertThat(alarms(hub)).contains("SECOND_FACTOR_MISSING", "\"about\":\"minh\"", "\"about\":\"admin\"");
            for (var role : List.of(Role.CLERK, Role.HOST, Role.MANAGER, Role.TECHNICIAN)) {
                assertThat(hub.as(role).get("/api/alarms").text())
                        .as("whose password is worth guessing, told to a %s", role)
                        .contains("\"alarms\":[")
                        .doesNotContain("SECOND_FACTOR_MISSING", "minh");
            }

            enrolled(hub);

            assertThat(alarms(hub)).contains("\"about\":\"minh\"").doesNotContain("\"about\":\"admin\"");
        }
    }

    private static String alarms(RunningHub hub) {
        return hub.as(Role.ADMIN).get("/api/alarms").text();
    }

    private RunningHub demanding() {
        HubSetup.init(folder, RunningHub.plan(), new HallClock("2026-11-23T08:00"));
        return RunningHub.demandingSecondFactor(folder, "2026-11-23T08:00");
    }

    private static boolean mustSetSecondFactor(Caller person) {
        return person.get("/api/session")
                .as(JsonNode.class)
                .get("mustSetSecondFactor")
                .asBoolean();
    }

    private static String enrolled(RunningHub hub) {
        return enrol(hub.as(Role.ADMIN), hub);
    }

    private static String enrol(Caller admin, RunningHub hub) {
        var secret = admin.post("/api/session/second-factor", null)
                .as(JsonNode.class)
                .get("secret")
                .asText();
        assertThat(admin.send("PUT", "/api/session/second-factor", proof(secret, hub))
                        .status())
                .isEqualTo(204);
        return secret;
    }

    private static String proof(String secret, RunningHub hub) {
        var code = Codes.at(secret, hub.clock().instant());
        return "{\"password\":\"" + RunningHub.PASSWORD + "\",\"secret\":\"" + secret + "\",\"code\":\"" + code + "\"}";
    }

    private static Answer signIn(RunningHub hub, String code) {
        var second = code == null ? "" : ",\"code\":\"" + code + "\"";
        return hub.nobody()
                .post(
                        "/api/session",
                        "{\"name\":\"admin\",\"password\":\"" + RunningHub.PASSWORD + "\"" + second + "}");
    }

    private void keepOpen() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("luot.db"));
                var update = connection.prepareStatement("UPDATE person SET totp_secret = ? WHERE name = 'admin'")) {
            update.setString(1, OPEN);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Path backup() throws IOException {
        try (var files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void holdsNoneOf(Path data, String secret) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret))
                        .as("the secret is in %s", file)
                        .isFalse();
            }
        }
    }
}
