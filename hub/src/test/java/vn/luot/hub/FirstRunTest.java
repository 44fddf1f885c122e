package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.http.Limits;
import vn.luot.hub.http.Share;
import vn.luot.hub.tls.Tls;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

/** A hub on an empty folder waits for whoever knows the code of its console. */
class FirstRunTest {
    private static final String ADMIN =
            "{\"name\":\"Minh\",\"displayName\":\"Trần Thị Minh\",\"password\":\"bốn từ không liên quan\"}";

    @TempDir
    private Path folder;

    private final StringWriter console = new StringWriter();
    private FirstRun firstRun;

    @BeforeEach
    void start() {
        firstRun = FirstRun.start(config(), new PrintWriter(console));
    }

    @AfterEach
    void stop() {
        firstRun.close();
    }

    private HubConfig config() {
        return RunningHub.config(folder.resolve("hub"), new HallClock("2026-11-23T08:00"), 0);
    }

    private String lastCode() {
        var codes = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}")
                .matcher(console.toString())
                .results()
                .map(result -> result.group())
                .toList();
        return codes.get(codes.size() - 1);
    }

    private Caller with(String code) {
        return new Caller(firstRun.port(), Optional.of(code), false);
    }

    private static String wish(String plan, String admin, String devices) {
        return "{\"plan\":" + plan + ",\"admin\":" + admin + ",\"devices\":" + devices + "}";
    }

    private static String plan() {
        return Json.text(RunningHub.plan());
    }

    /** Else it would make the certificates that another hub is making, or proves itself with. */
    @Test
    void makesNothingInAFolderThatAnotherHas() {
        var asked = new AtomicBoolean();
        var second = behindTls(() -> {
            asked.set(true);
            throw new CannotStart("không có chứng thư", "no certificate");
        });

        assertThatThrownBy(() -> FirstRun.start(second, new PrintWriter(console)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("DB_IN_USE");
        assertThat(asked).isFalse();

        firstRun.close();
        assertThatThrownBy(() -> FirstRun.start(second, new PrintWriter(console)))
                .hasMessageContaining("không có chứng thư");
        start();
    }

    private HubConfig behindTls(Supplier<Tls> tls) {
        return new HubConfig(
                folder.resolve("hub"),
                "localhost",
                0,
                Optional.empty(),
                "",
                new HallClock("2026-11-23T08:00"),
                Optional.empty(),
                Optional.of(tls),
                Optional.empty(),
                false,
                Limits.USUAL);
    }

    @Test
    void tellsTheConsoleWhereToGoAndTheCode() {
        assertThat(console.toString())
                .contains("http://localhost:" + firstRun.port() + "/setup/")
                .contains(folder.resolve("hub").toString());
        assertThat(with("").get("/").header("Location")).hasValue("/setup/");
        assertThat(with("").get("/health/ready").status()).isEqualTo(404);
    }

    @Test
    void letsNobodyInWithoutTheCode() {
        for (var path : Arrays.asList("/api/setup/code", "/api/setup/check", "/api/setup")) {
            with("AAAA-AAAA").post(path, "{}").problem(401, "WRONG_SETUP_CODE");
            new Caller(firstRun.port(), Optional.empty(), false)
                    .post(path, "{}")
                    .problem(401, "WRONG_SETUP_CODE");
        }
        assertThat(Files.exists(folder.resolve("hub/luot.db"))).isFalse();
    }

    @Test
    void takesTheCodeAsPeopleTypeIt() {
        var code = lastCode();

        assertThat(with(code).post("/api/setup/code", null).status()).isEqualTo(204);
        assertThat(with(code.replace("-", "").toLowerCase())
                        .post("/api/setup/code", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void hasAnotherCodeAfterTenWrongOnes() {
        var first = lastCode();
        for (var i = 0; i < 10; i++) with("AAAA-AAA" + i).post("/api/setup/code", null);

        assertThat(lastCode()).isNotEqualTo(first);
        with(first).post("/api/setup/code", null).problem(401, "WRONG_SETUP_CODE");
        assertThat(with(lastCode()).post("/api/setup/code", null).status()).isEqualTo(204);
    }

    @Test
    void makesNothingOutOfABadWish() {
        var us = with(lastCode());

        us.post("/api/setup", wish(plan().replace("\"A\"", "\"a\""), ADMIN, "[]"))
                .problem(400, "PLAN_INVALID");
        us.post("/api/setup", wish("null", ADMIN, "[]")).problem(400, "FIELD_INVALID");
        us.post("/api/setup", wish(plan(), "{\"name\":\"minh\"}", "[]")).problem(400, "FIELD_INVALID");
        us.post("/api/setup", wish(plan(), ADMIN.replace("bốn từ không liên quan", "minh"), "[]"))
                .problem(400, "PASSWORD_TOO_EASY");
        us.post("/api/setup", wish(plan(), ADMIN, "[{\"name\":\"x\",\"role\":\"ADMIN\"}]"))
                .problem(400, "FIELD_INVALID");
        us.post(
                        "/api/setup",
                        wish(
                                plan(),
                                ADMIN,
                                "[{\"name\":\"x\",\"role\":\"BOARD\"},{\"name\":\"x\",\"role\":\"BOARD\"}]"))
                .problem(409, "NAME_TAKEN");

        assertThat(Files.exists(folder.resolve("hub/luot.db"))).isFalse();
        assertThat(us.post("/api/setup/check", plan()).text()).isEqualTo("{\"faults\":[]}");
    }

    @Test
    void becomesTheHubOfTheNewCentreAtTheSamePort() throws Exception {
        var made =
                with(lastCode()).post("/api/setup", wish(plan(), ADMIN, "[{\"name\":\"Kiosk 1\",\"role\":\"KIOSK\"}]"));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var hub = firstRun.hub().get(30, TimeUnit.SECONDS);
        assertThat(hub.port()).isEqualTo(firstRun.port());
        assertThat(hub.plan()).isEqualTo(RunningHub.plan());
        var token = made.text().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(with(token).get("/api/plan").header("ETag")).hasValue("\"1\"");
        var signedIn = with("").post("/api/session", "{\"name\":\"minh\",\"password\":\"bốn từ không liên quan\"}");
        assertThat(signedIn.text()).contains("\"role\":\"ADMIN\"");
        with("").post("/api/setup", "{}").problem(404, "NOT_FOUND");
        assertThat(FirstRun.isDue(config())).isFalse();
    }

    @Test
    void turnsAwayWhoAsksWithoutEnd() {
        firstRun.close();
        var few = new Share(0, 20);
        var limits = new Limits(few, few, Limits.USUAL.frames(), Limits.USUAL.patience(), Limits.USUAL.idle());
        firstRun = FirstRun.start(config().with(limits), new PrintWriter(console));
        for (var i = 0; i < 20; i++)
            assertThat(with(lastCode()).get("/api/setup").status()).isEqualTo(200);

        with(lastCode()).get("/api/setup").problem(429, "TOO_MANY_REQUESTS");
        with(lastCode()).post("/api/setup/code", null).problem(429, "TOO_MANY_REQUESTS");
    }

    @Test
    void closesTheConnectionOfWhoeverDripsARequestIn() {
        firstRun.close();
        var impatient = new Limits(
                Limits.NONE.bearer(),
                Limits.NONE.address(),
                Limits.USUAL.frames(),
                Duration.ofSeconds(1),
                Limits.USUAL.idle());
        firstRun = FirstRun.start(config().with(impatient), new PrintWriter(console));
        try (var slow = new Wire(firstRun.port())
                .say("POST /api/setup/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n")) {
            Await.until(() -> !slow.tries(new byte[] {'x'}));
        }
        assertThat(with(lastCode()).get("/api/setup").status()).isEqualTo(200);
    }
}
