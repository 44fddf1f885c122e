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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.access.Codes;
import vn.luot.hub.queue.Role;

/** A second factor is worth something only while whoever has the database has not got it. */
class SecondFactorTest {
    /** As an earlier program kept it. */
    private static final String OPEN = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

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
            assertThat(restored.resolve("second-factor.key"))
                    .content()
                    .isNotEqualTo(Files.readString(data.resolve("second-factor.key")));
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

    private static String enrolled(RunningHub hub) {
        var admin = hub.as(Role.ADMIN);
        var secret = admin.post("/api/session/second-factor", null)
                .as(JsonNode.class)
                .get("secret")
                .asText();
        var code = Codes.at(secret, hub.clock().instant());
        assertThat(admin.send(
                                "PUT",
                                "/api/session/second-factor",
                                "{\"secret\":\"" + secret + "\",\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(204);
        return secret;
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
