package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;

/** Requests to the wrong address, by the wrong method, from the wrong page or of the wrong person. */
class BadRequestTest {
    private static final String LAND = "{\"service\":\"land\"}";

    @TempDir
    private static Path data;

    private static RunningHub hub;

    @BeforeAll
    static void start() {
        hub = RunningHub.atWork(data);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    // Addresses and methods.

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/counters/1/next, POST",
        "GET,    /api/day/open, POST",
        "DELETE, /api/tickets, GET+ POST",
        "GET,    /api/ratings, POST",
        "PUT,    /api/tickets, GET+ POST",
        "PATCH,  /api/plan, GET+ PUT",
        "DELETE, /api/tickets/abc, GET",
        "POST,   /api/hall, GET",
        "POST,   /health/live, GET",
        "TRACE,  /api/session, DELETE+ GET+ POST",
    })
    void refusesAMethodThatAnAddressDoesNotTake(String method, String path, String allow) {
        var answer = hub.as(Role.ADMIN).send(method, path, null);

        answer.problem(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).hasValue(allow.replace('+', ','));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/",
                "/api/users",
                "/api/tickets/a/b/c",
                "/api/Session",
                "/lib/none.js",
                "/lib/..%2f..%2fopenapi.yaml",
                "/lib/%2e%2e/%2e%2e/db/migration/V1__journal.sql",
                "/lib/.hidden",
                "/luot.db"
            })
    void findsNothingAtAnotherAddress(String path) {
        hub.as(Role.ADMIN).get(path).problem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "counter", "counter/0", "counter/100", "counter/1/2", "HALL", "tablet/-1"})
    void refusesAViewThatThereIsNot(String view) {
        var problem = hub.as(Role.ADMIN).get("/api/hall?view=" + view).problem(400, "FIELD_INVALID");

        assertThat(problem.messageVi()).contains("«view»");
    }

    // Pages of other sites.

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, http://localhost:1",
        "Origin, null",
        "Origin, not an origin",
        "Sec-Fetch-Site, cross-site",
    })
    void refusesWritesThatAForeignPageMakesWithACookie(String header, String value) {
        hub.as(Role.CLERK).post("/api/counters/1/recall", null, header, value).problem(403, "FOREIGN_ORIGIN");
        hub.nobody()
                .post("/api/session", json("{'name':'lan','password':'?'}"), header, value)
                .problem(403, "FOREIGN_ORIGIN");
    }

    /** The cookie came by itself; whatever made it come does not say that it was a page of the hub. */
    @ParameterizedTest
    @ValueSource(strings = {"same-site", "none"})
    void refusesWritesWithACookieFromWhoDoesNotSayThatItIsTheHubsOwnPage(String from) {
        hub.as(Role.CLERK)
                .post("/api/counters/1/recall", null, "Sec-Fetch-Site", from)
                .problem(403, "FOREIGN_ORIGIN");
        hub.as(Role.CLERK).postSilently("/api/counters/1/recall").problem(403, "FOREIGN_ORIGIN");
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://localhost:PORT", "Sec-Fetch-Site, same-origin"})
    void takesWritesOfItsOwnPages(String header, String value) {
        hub.as(Role.CLERK)
                .post("/api/counters/1/recall", null, header, value.replace("PORT", "" + hub.port()))
                .problem(409, "ILLEGAL_TRANSITION");
    }

    /** A program has no page: it sends the token of its session in a header that no page of another site can send. */
    @Test
    void takesWritesOfAProgramThatShowsItsSessionItself() {
        hub.stranger(hub.as(Role.CLERK).token().orElseThrow(), false)
                .post("/api/counters/1/recall", null)
                .problem(409, "ILLEGAL_TRANSITION");
    }

    @Test
    void takesWritesOfDevicesWhoeverShowsTheirPage() {
        hub.as(Role.KIOSK)
                .post("/api/tickets", LAND, "Idempotency-Key", Caller.freshKey(), "Origin", "http://kiosk.local")
                .as(TicketReceipt.class);
    }

    // Signing in.

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {}                                              | 400 | FIELD_INVALID
            {'name':'lan'}                                  | 400 | FIELD_INVALID
            {'name':'lan','password':null}                  | 400 | FIELD_INVALID
            {'name':'lan','password':12345678}              | 400 | FIELD_INVALID
            {'name':'lan','password':'x','role':'ADMIN'}    | 400 | FIELD_INVALID
            {'name':'lan','password':'x                     | 400 | BAD_JSON
            {'name':'nobody','password':'x'}                | 401 | WRONG_CREDENTIALS
            {'name':'','password':''}                       | 401 | WRONG_CREDENTIALS
            {'name':'x\\u0000','password':'\\u0001'}      | 401 | WRONG_CREDENTIALS
            {'name':'x\\u0000','password':'\\ud800'}      | 400 | BAD_JSON
            """)
    void refusesABadSignIn(String body, int status, String code) {
        hub.nobody().post("/api/session", json(body)).problem(status, code);
    }

    @Test
    void makesWhoeverGuessesPasswordsWait() {
        for (var guess = 0; guess < 5; guess++) {
            hub.signIn("guessed", "guess " + guess).problem(401, "WRONG_CREDENTIALS");
        }

        var answer = hub.signIn("guessed", "one more");

        answer.problem(429, "TOO_MANY_TRIES");
        assertThat(answer.header("Retry-After")).hasValue("2");
    }

    @Test
    void refusesHeadersOfMoreThan8KiB() {
        hub.as(Role.KIOSK).get("/api/plan", "X-Long", "x".repeat(8 * 1024)).problem(431, "HEADERS_TOO_LARGE");
    }

    @Test
    void refusesAnAddressOfMoreThan4KiB() {
        hub.nobody().get("/api/tickets/" + "x".repeat(4 * 1024)).problem(414, "ADDRESS_TOO_LONG");
    }

    /** JSON may be written with single quotes here. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
