package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.access.Codes;
import vn.luot.hub.http.Door;
import vn.luot.hub.queue.Role;

/** People and devices, let in and shut out by an administrator. */
class PeopleTest {
    private static final String OWN = "năm con chó vàng";

    @TempDir
    private Path data;

    private RunningHub hub;
    private Caller admin;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data);
        admin = hub.as(Role.ADMIN);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** Hoa, who was given this password. */
    private String add(Role role) {
        return admin.post("/api/people", "{\"name\":\"Hoa\",\"displayName\":\"Chị Hoa\",\"role\":\"" + role + "\"}")
                .as(JsonNode.class)
                .get("password")
                .asText();
    }

    private Caller signedIn(String name, String password) {
        var answer = hub.signIn(name, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var token = answer.header("Set-Cookie").orElseThrow().split(Door.SESSION + "=|;")[1];
        return new Caller(hub.port(), Optional.of(token), true);
    }

    /** Hoa, at work. */
    private Caller hoa(Role role) {
        changePassword(signedIn("hoa", add(role)), null);
        return signedIn("hoa", OWN);
    }

    private void changePassword(Caller hoa, String present) {
        var old = present == null ? reset() : present;
        var who = present == null ? signedIn("hoa", old) : hoa;
        var answer = who.send("PUT", "/api/session/password", passwords(old, OWN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private String reset() {
        return admin.post("/api/people/hoa/password", null)
                .as(JsonNode.class)
                .get("password")
                .asText();
    }

    private static String passwords(String present, String next) {
        return "{\"present\":\"" + present + "\",\"next\":\"" + next + "\"}";
    }

    private JsonNode person(String name) {
        for (var one : admin.get("/api/people").as(JsonNode.class)) {
            if (one.get("name").asText().equals(name)) return one;
        }
        throw new AssertionError("nobody of this name: " + name);
    }

    @Test
    void whoeverWasGivenAPasswordMustChangeItFirst() {
        var given = add(Role.CLERK);
        var hoa = signedIn("hoa", given);

        assertThat(hoa.get("/api/session")
                        .as(JsonNode.class)
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        hoa.get("/api/hall").problem(403, "PASSWORD_CHANGE_NEEDED");
        hoa.send("PUT", "/api/session/password", passwords(given, given)).problem(400, "PASSWORD_TOO_EASY");
        hoa.send("PUT", "/api/session/password", passwords(given, "12345678")).problem(400, "PASSWORD_TOO_EASY");
        hoa.send("PUT", "/api/session/password", passwords("x", OWN)).problem(409, "PASSWORD_WRONG");
        changePassword(hoa, given);

        hoa.get("/api/session").problem(401, "NOT_SIGNED_IN");
        hub.signIn("hoa", given).problem(401, "WRONG_CREDENTIALS");
        assertThat(signedIn("hoa", OWN).get("/api/hall").status()).isEqualTo(200);
        assertThat(person("hoa").get("mustChangePassword").asBoolean()).isFalse();
        assertThat(person("hoa").has("signedInAt")).isTrue();
    }

    @Test
    void shutsSomebodyOutAtOnceAndLetsThemInAgain() {
        var hoa = hoa(Role.CLERK);

        assertThat(admin.post("/api/people/hoa/disable", null).status()).isEqualTo(204);
        hoa.get("/api/hall").problem(401, "NOT_SIGNED_IN");
        hub.signIn("hoa", OWN).problem(401, "WRONG_CREDENTIALS");
        assertThat(person("hoa").get("disabled").asBoolean()).isTrue();

        assertThat(admin.post("/api/people/hoa/enable", null).status()).isEqualTo(204);
        assertThat(signedIn("hoa", OWN).get("/api/hall").status()).isEqualTo(200);
    }

    @Test
    void tellsABrowserWhetherItIsSomebodys() {
        var hoa = hoa(Role.CLERK);

        assertThat(isHere(hub.nobody())).isFalse();
        assertThat(isHere(hub.stranger("x".repeat(43), true))).isFalse();
        assertThat(isHere(hoa)).isTrue();
        admin.post("/api/people/hoa/sign-out", null);
        assertThat(isHere(hoa)).isFalse();
    }

    private static boolean isHere(Caller browser) {
        return browser.get("/api/session/here").as(JsonNode.class).get("here").asBoolean();
    }

    @Test
    void signsOutEverywhere() {
        var here = hoa(Role.CLERK);
        var there = signedIn("hoa", OWN);

        try (var screen = FeedListener.of(there, "view=hall")) {
            screen.hall();
            admin.post("/api/people/hoa/sign-out", null);

            assertThat(screen.refusedWith("NOT_SIGNED_IN")).isEqualTo(4401);
        }
        here.get("/api/hall").problem(401, "NOT_SIGNED_IN");
        there.get("/api/hall").problem(401, "NOT_SIGNED_IN");
    }

    @Test
    void bindsTheSessionToThisHostAsFarAsPlainHttpCan() {
        assertThat(hub.signIn("admin", RunningHub.PASSWORD).header("Set-Cookie").orElseThrow())
                .startsWith("luot_session=")
                .contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure", "Domain");
    }

    @Test
    void anotherRoleCountsFromTheNextSignIn() {
        var hoa = hoa(Role.CLERK);

        var answer = admin.send("PUT", "/api/people/hoa", "{\"displayName\":\"Hoa\",\"role\":\"TECHNICIAN\"}");

        assertThat(answer.status()).isEqualTo(204);
        hoa.get("/api/devices").problem(401, "NOT_SIGNED_IN");
        assertThat(signedIn("hoa", OWN).get("/api/devices").status()).isEqualTo(200);
    }

    @Test
    void alwaysKeepsAnAdministrator() {
        admin.post("/api/people/admin/disable", null).problem(409, "LAST_ADMIN");
        admin.send("PUT", "/api/people/admin", "{\"displayName\":\"A\",\"role\":\"CLERK\"}")
                .problem(409, "LAST_ADMIN");

        assertThat(admin.get("/api/people").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"hoa\",\"displayName\":\"Hoa\",\"role\":\"KIOSK\"} | 400 | FIELD_INVALID",
                "{\"name\":\"hoa\",\"displayName\":\"Hoa\"}                    | 400 | FIELD_INVALID",
                "{\"name\":\"hoa\",\"role\":\"CLERK\"}                         | 400 | FIELD_INVALID",
                "{\"name\":\"a\\u202Eb\",\"displayName\":\"x\",\"role\":\"CLERK\"} | 400 | NAME_INVALID",
                "{\"name\":\"ADMIN\",\"displayName\":\"x\",\"role\":\"CLERK\"} | 409 | NAME_TAKEN",
                "{\"name\":\"hoa\",\"displayName\":\"x\",\"role\":\"BOSS\"}    | 400 | FIELD_INVALID",
                "{\"name\":\"hoa\",\"displayName\":\"x\",\"role\":\"CLERK\",\"password\":\"x\"} | 400 | FIELD_INVALID",
            })
    void refusesWhoCannotBeAdded(String body, int status, String code) {
        admin.post("/api/people", body).problem(status, code);
    }

    @Test
    void saysThatNobodyHasTheName() {
        admin.post("/api/people/nobody/disable", null).problem(404, "PERSON_UNKNOWN");
        admin.send("DELETE", "/api/devices/nobody", null).problem(404, "DEVICE_UNKNOWN");
    }

    @Test
    void asksForTheSecondFactorOnceItIsSet() {
        var offered = admin.post("/api/session/second-factor", null).as(JsonNode.class);
        var secret = offered.get("secret").asText();
        assertThat(offered.get("uri").asText()).startsWith("otpauth://totp/").contains("secret=" + secret);
        admin.send("PUT", "/api/session/second-factor", proof(secret, "000000")).problem(409, "CODE_WRONG");
        var first = Codes.at(secret, hub.clock().instant());
        assertThat(admin.send("PUT", "/api/session/second-factor", proof(secret, first))
                        .status())
                .isEqualTo(204);

        signIn(null).problem(401, "CODE_NEEDED");
        signIn("000000").problem(401, "WRONG_CREDENTIALS");
        signIn(first).problem(401, "WRONG_CREDENTIALS");
        hub.clock().set("2026-11-23T08:01");
        var second = Codes.at(secret, hub.clock().instant());
        assertThat(signIn(second).status()).isEqualTo(200);
        signIn(second).problem(401, "WRONG_CREDENTIALS");

        hub.clock().set("2026-11-23T08:02");
        var third = Codes.at(secret, hub.clock().instant());
        assertThat(admin.send("DELETE", "/api/people/admin/second-factor", null, "Luot-Code", third)
                        .status())
                .isEqualTo(204);
        assertThat(signIn(null).status()).isEqualTo(200);
    }

    private static String proof(String secret, String code) {
        return "{\"password\":\"" + RunningHub.PASSWORD + "\",\"secret\":\"" + secret + "\",\"code\":\"" + code + "\"}";
    }

    private Answer signIn(String code) {
        var second = code == null ? "" : ",\"code\":\"" + code + "\"";
        return hub.nobody()
                .post(
                        "/api/session",
                        "{\"name\":\"admin\",\"password\":\"" + RunningHub.PASSWORD + "\"" + second + "}");
    }

    @Test
    void aNewSignInEndsTheBrowsersFormerSession() {
        var former = hoa(Role.CLERK);

        former.post("/api/session", "{\"name\":\"hoa\",\"password\":\"" + OWN + "\"}");

        former.get("/api/hall").problem(401, "NOT_SIGNED_IN");
    }

    @Test
    void asksAgainWhoLeftTheDesk() {
        var clerk = hoa(Role.CLERK);
        hub.clock().set("2026-11-23T08:59");
        assertThat(admin.get("/api/people").status()).isEqualTo(200);
        hub.clock().set("2026-11-23T10:00");

        admin.get("/api/people").problem(401, "NOT_SIGNED_IN");
        assertThat(clerk.get("/api/hall").status()).isEqualTo(200);
        hub.clock().set("2026-11-23T14:00");
        clerk.get("/api/hall").problem(401, "NOT_SIGNED_IN");
    }

    @Test
    void letsDevicesInShowsThemAndShutsThemOut() {
        var made = admin.post("/api/devices", "{\"name\":\"K7\",\"role\":\"KIOSK\"}")
                .as(JsonNode.class);
        var kiosk = hub.stranger(made.get("token").asText(), false);
        admin.post("/api/devices", "{\"name\":\"K7\",\"role\":\"BOARD\"}").problem(409, "NAME_TAKEN");
        assertThat(device("K7").has("seenAt")).isFalse();
        assertThat(kiosk.get("/api/plan").status()).isEqualTo(200);
        assertThat(device("K7").get("seenAt").asText()).startsWith("2026-11-23T01:00:00");

        assertThat(admin.send("DELETE", "/api/devices/K7", null).status()).isEqualTo(204);
        kiosk.get("/api/plan").problem(401, "DEVICE_REVOKED");
        assertThat(device("K7").get("revoked").asBoolean()).isTrue();

        var again = admin.post("/api/devices", "{\"name\":\"K7\",\"role\":\"BOARD\"}")
                .as(JsonNode.class);
        assertThat(hub.stranger(again.get("token").asText(), false)
                        .get("/api/plan")
                        .status())
                .isEqualTo(200);
        kiosk.get("/api/plan").problem(401, "NOT_SIGNED_IN");
    }

    private JsonNode device(String name) {
        for (var one : admin.get("/api/devices").as(JsonNode.class)) {
            if (one.get("name").asText().equals(name)) return one;
        }
        throw new AssertionError("no device of this name: " + name);
    }

    @Test
    void commandsShutOutWhoIsInARunningHub() {
        var made = admin.post("/api/devices", "{\"name\":\"K7\",\"role\":\"KIOSK\"}")
                .as(JsonNode.class);
        var kiosk = hub.stranger(made.get("token").asText(), false);
        var hoa = hoa(Role.CLERK);

        Commands.on(data, "device", "revoke", "--name", "K7").could();
        var told =
                Commands.on(data, "person", "password", "--name", "hoa").could().out();

        Await.until(() ->
                kiosk.get("/api/plan").status() == 401 && hoa.get("/api/hall").status() == 401);
        assertThat(told).containsPattern("shown only now: [A-Za-z0-9_-]{16}\n");
        Commands.on(data, "device", "revoke", "--name", "K7").couldNot("không có thiết bị");
    }
}
