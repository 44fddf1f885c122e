package vn.luot.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.ProtocolVersion;
import vn.luot.protocol.message.TicketReceipt;

/** Whatever is sent, the answer is a problem with a stable code and words for a person. */
class BadInputTest {
    private static final String LAND = "{\"service\":\"land\"}";
    private static final int LARGEST_BODY = 64 * 1024;

    @TempDir
    private static Path data;

    private static RunningHub hub;
    private static Caller minh;

    @BeforeAll
    static void start() {
        hub = RunningHub.atWork(data);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    // The form of the messages.

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "-1", "2.0", "x", "99999999999"})
    void refusesAProgramOfAnotherAge(String version) {
        var answer = hub.as(Role.KIOSK).get("/api/hall", ProtocolVersion.HEADER, version);

        assertThat(answer.problem(426, "UPGRADE_REQUIRED").messageVi()).contains("cập nhật");
        assertThat(answer.header("Upgrade")).hasValue("luot/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void servesAnAgentThatIsOneVersionBehind(String version) {
        var kiosk = hub.as(Role.KIOSK);
        var wish = "{\"service\":\"land\"}";

        assertThat(kiosk.get("/api/plan", ProtocolVersion.HEADER, version).status())
                .isEqualTo(200);
        assertThat(kiosk.post(
                                "/api/tickets",
                                wish,
                                "Idempotency-Key",
                                Caller.freshKey(),
                                ProtocolVersion.HEADER,
                                version)
                        .status())
                .isEqualTo(201);
        try (var follower = FeedListener.silent(kiosk, "view=kiosk")
                .say("{\"type\":\"hello\",\"version\":%s,\"token\":\"%s\"}"
                        .formatted(version, kiosk.token().orElseThrow()))) {
            assertThat(follower.hall()).isNotNull();
        }
    }

    // The key of a wish.

    static Stream<String> badKeys() {
        return Stream.of("", "k".repeat(15), "k".repeat(65), "key with spaces 1", "key.with.dots.16");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesABadKey(String key) {
        hub.as(Role.KIOSK).take(key, "land").problem(400, "IDEMPOTENCY_KEY_INVALID");
        hub.as(Role.TABLET).rate(key, "any", 5).problem(400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void refusesAWishWithoutKey() {
        hub.as(Role.KIOSK).post("/api/tickets", LAND).problem(400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void answersTheSameKeyWithTheSameTicket() {
        var key = Caller.freshKey();
        var first = hub.as(Role.KIOSK).take(key, "land").as(TicketReceipt.class);

        var spelledOut = "{\"files\":1,\"language\":\"vi\",\"service\":\"land\"}";
        var again = hub.as(Role.KIOSK).post("/api/tickets", spelledOut, "Idempotency-Key", key);

        assertThat(again.as(TicketReceipt.class)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'service':'maps'}",
                "{'service':'land','files':2}",
                "{'service':'land','language':'en'}",
                "{'service':'land','priorityClass':'elderly'}"
            })
    void refusesTheSameKeyForAnotherWish(String other) {
        var key = Caller.freshKey();
        hub.as(Role.KIOSK).take(key, "land");

        take(other, key).problem(422, "KEY_REUSED");
    }

    // The body.

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'service':'land'                         | BAD_JSON
            {'service':'land'}}                       | BAD_JSON
            {'service':'land'} {}                     | BAD_JSON
            {'service':'land','service':'maps'}       | BAD_JSON
            {service:'land'}                          | BAD_JSON
            {'service':'land','files':NaN}            | BAD_JSON
            {'service':'land','files':01}             | BAD_JSON
            {'service':'la\tnd'}                      | BAD_JSON
            null                                      | BAD_JSON
            []                                        | BAD_JSON
            'land'                                    | BAD_JSON
            {}                                        | FIELD_INVALID service
            {'service':null}                          | FIELD_INVALID service
            {'service':7}                             | FIELD_INVALID service
            {'service':true}                          | FIELD_INVALID service
            {'service':['land']}                      | FIELD_INVALID service
            {'service':'land','counter':1}            | FIELD_INVALID counter
            {'service':'land','files':'1'}            | FIELD_INVALID files
            {'service':'land','files':1.5}            | FIELD_INVALID files
            {'service':'land','files':0}              | FIELD_INVALID files
            {'service':'land','files':-1}             | FIELD_INVALID files
            {'service':'land','files':100}            | FIELD_INVALID files
            {'service':'land','files':99999999999}    | FIELD_INVALID files
            {'service':'land','files':1e999}          | FIELD_INVALID files
            {'service':'land','language':'fr'}        | FIELD_INVALID language
            {'service':'land','language':''}          | FIELD_INVALID language
            {'service':'land','appointment':'9:00'}   | FIELD_INVALID appointment
            {'service':'land','appointment':540}      | FIELD_INVALID appointment
            {'service':'\\ud800'}                     | BAD_JSON
            {'service':'land','language':'\\udc00vi'} | BAD_JSON
            {'service':'land','identity':12345678}    | FIELD_INVALID identity
            {'service':'land','identity':'12345'}     | FIELD_INVALID identity
            {'service':'land','identity':'Nguyễn An'} | FIELD_INVALID identity
            """)
    void refusesABodyThatIsNoTicketRequest(String body, String expected) {
        var words = expected.split(" ");

        var problem = take(body, Caller.freshKey()).problem(400, words[0]);

        if (words.length > 1) assertThat(problem.messageVi()).contains("«" + words[1] + "»");
    }

    @Test
    void saysWhereABodyStopsBeingJson() {
        var problem = take("{'service':'land',\n 'files':x}", Caller.freshKey()).problem(400, "BAD_JSON");

        assertThat(problem.messageVi()).contains("dòng 2 cột");
        assertThat(problem.messageEn()).contains("line 2 column");
    }

    @Test
    void refusesNoBodyAndABottomlessOne() {
        hub.as(Role.KIOSK)
                .post("/api/tickets", null, "Idempotency-Key", Caller.freshKey())
                .problem(400, "BAD_JSON");
        take("[".repeat(10_000), Caller.freshKey()).problem(400, "BAD_JSON");
        take("{'service':" + "[".repeat(10_000), Caller.freshKey()).problem(400, "FIELD_INVALID");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("a byte order mark", ("\ufeff" + LAND).getBytes(UTF_8)),
                Arguments.of("UTF-16", LAND.getBytes(UTF_16)),
                Arguments.of("UTF-16LE", LAND.getBytes(UTF_16LE)),
                Arguments.of(
                        "ISO-8859-1",
                        "{\"service\":\"đất\"}".replace("đất", "\u00e0").getBytes(ISO_8859_1)),
                Arguments.of("an overlong slash", "{\"service\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1)),
                Arguments.of("TCVN3", "{\"service\":\"\u00ae\u00ca\u00b7t\"}".getBytes(ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void encodings(String what, byte[] body) {
        hub.as(Role.KIOSK)
                .postBytes("/api/tickets", body, "Idempotency-Key", Caller.freshKey())
                .problem(400, "BAD_JSON");
    }

    @Test
    void readsAFormAsABadBody() {
        hub.as(Role.KIOSK)
                .post(
                        "/api/tickets",
                        "service=land",
                        "Idempotency-Key",
                        Caller.freshKey(),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .problem(400, "BAD_JSON");
    }

    @Test
    void takesABodyOf64KiBAndNoByteMore() {
        var filling = " ".repeat(LARGEST_BODY - LAND.length());

        take(LAND + filling, Caller.freshKey()).as(TicketReceipt.class);
        take(LAND + filling + " ", Caller.freshKey()).problem(413, "BODY_TOO_LARGE");
    }

    // What is asked for.

    @ParameterizedTest
    @CsvSource({
        "{'service':'sea'},                                  404, SERVICE_UNKNOWN",
        "'{''service'':''land'',''priorityClass'':''king''}', 400, PRIORITY_CLASS_UNKNOWN",
        "{'service':'advice'},                               409, SERVICE_CLOSED",
        "{'service':'’ OR 1=1; DROP TABLE ticket'},          404, SERVICE_UNKNOWN",
    })
    void refusesATicketThatCannotBeHad(String body, int status, String code) {
        take(body, Caller.freshKey()).problem(status, code);
    }

    @Test
    void saysWhenAClosedServiceOpensAgain() {
        var problem = hub.as(Role.KIOSK).take(Caller.freshKey(), "advice").problem(409, "SERVICE_CLOSED");

        assertThat(problem.messageVi()).contains("13:30 ngày 23/11");
        assertThat(problem.messageEn()).contains("13:30 on 23/11");
    }

    @Test
    void refusesTheNumberAfterTheLast() {
        hub.as(Role.KIOSK).take("maps");
        hub.as(Role.KIOSK).take("maps");

        var problem = hub.as(Role.KIOSK).take(Caller.freshKey(), "maps").problem(409, "RANGE_USED_UP");

        assertThat(problem.messageVi()).contains("nhận lại lúc 07:30 ngày 24/11");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/counters/9/next,           404, COUNTER_UNKNOWN",
        "/api/counters/0/next,           404, COUNTER_UNKNOWN",
        "/api/counters/-1/next,          404, COUNTER_UNKNOWN",
        "/api/counters/99999999999/next, 404, COUNTER_UNKNOWN",
        "/api/counters/%31%00/next,      404, COUNTER_UNKNOWN",
        "/api/counters/1/NEXT,           404, NOT_FOUND",
        "/api/counters/1/no_show,        404, NOT_FOUND",
        "/api/counters/1/dance,          404, NOT_FOUND",
        "/api/counters/1,                404, NOT_FOUND",
        "/api/counters/1/next/next,      404, NOT_FOUND",
        "/api/counters/2/next,           409, COUNTER_CLOSED",
        "/api/counters/1/recall,         409, ILLEGAL_TRANSITION",
        "/api/counters/1/open,           409, ILLEGAL_TRANSITION",
        "/api/counters/1/pause,          400, WHY_NEEDED",
        "/api/counters/1/resume,         404, TICKET_NOT_FOUND",
        "/api/counters/1/transfer,       404, TICKET_NOT_FOUND",
    })
    void refusesWhatCannotBeDoneAtACounter(String path, int status, String code) {
        hub.as(Role.CLERK).post(path, null).problem(status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "open,   409, COUNTER_TAKEN",
        "next,   409, NO_COUNTER",
        "start,  409, NO_COUNTER",
        "finish, 409, NO_COUNTER",
        "pause,  409, NO_COUNTER",
        "close,  409, NO_COUNTER",
    })
    void refusesAClerkAtTheCounterOfAnother(String verb, int status, String code) {
        if (minh == null) minh = hub.person(Role.CLERK, "minh", "Anh Minh");

        minh.press(1, verb).problem(status, code);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'ticket':'1'}      | FIELD_INVALID
            {'ticket':1.5}      | FIELD_INVALID
            {'ticket':1e99}     | FIELD_INVALID
            {'number':'A001'}   | FIELD_INVALID
            [1]                 | BAD_JSON
            """)
    void refusesABadBodyAtACounter(String body, String code) {
        hub.as(Role.CLERK).post("/api/counters/1/recall", json(body)).problem(400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "..%2f..%2fluot.db",
                "%252e%252e%252f",
                "%00",
                "' OR 1=1",
                "%F0%9F%98%80"
            })
    void knowsNoTicketOfAnotherToken(String token) {
        hub.nobody().get("/api/tickets/" + token.replace(" ", "%20")).problem(404, "TICKET_NOT_FOUND");
    }

    @Test
    void knowsNoTicketOfATokenThatWasTamperedWith() {
        var token = hub.as(Role.KIOSK).take("land").token();
        var other = token.charAt(5) == 'A' ? 'B' : 'A';

        hub.nobody().get("/api/tickets/" + token.substring(1)).problem(404, "TICKET_NOT_FOUND");
        hub.nobody()
                .get("/api/tickets/" + token.substring(0, 5) + other + token.substring(6))
                .problem(404, "TICKET_NOT_FOUND");
    }

    /** Nobody learns which. */
    @Test
    void answersATokenThatIsWrongInAnyWayAsOneThatNeverWas(@TempDir Path here, @TempDir Path other) {
        String ofAnotherCentre;
        try (var there = RunningHub.atWork(other)) {
            ofAnotherCentre = there.as(Role.KIOSK).take("land").token();
        }
        try (var own = RunningHub.atWork(here)) {
            var ofADayThatIsOver = own.as(Role.KIOSK).take("land").token();
            assertThat(statusOf(own, ofADayThatIsOver)).isEqualTo(200);
            own.as(Role.CLERK).press(1, "close");
            own.as(Role.CLERK).post("/api/day/close", null);
            own.clock().set("2026-11-24T08:00");
            own.person(Role.CLERK, "lan", "Chị Lan").post("/api/day/open", null);
            var token = own.as(Role.KIOSK).take("land").token();
            var flipped = token.substring(0, 21) + (token.charAt(21) == 'A' ? 'B' : 'A');
            var neverWas = withoutTrace(own.nobody().get("/api/tickets/" + "A".repeat(22)));

            for (var wrong : List.of(ofAnotherCentre, ofADayThatIsOver, token.substring(1), token + "A", flipped)) {
                assertThat(withoutTrace(own.nobody().get("/api/tickets/" + wrong)))
                        .as(wrong)
                        .isEqualTo(neverWas);
            }
            assertThat(statusOf(own, token)).isEqualTo(200);
        }
    }

    private static int statusOf(RunningHub hub, String token) {
        return hub.nobody().get("/api/tickets/" + token).status();
    }

    private static String withoutTrace(Answer answer) {
        answer.problem(404, "TICKET_NOT_FOUND");
        return answer.text().replaceAll("\"traceId\":\"\\w+\"", "");
    }

    // Votes.

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'score':5}                                             | 400 | FIELD_INVALID
            {'token':'nobodys','score':5}                           | 404 | TICKET_NOT_FOUND
            {'token':'TOKEN'}                                       | 400 | FIELD_INVALID
            {'token':'TOKEN','score':null}                          | 400 | FIELD_INVALID
            {'token':'TOKEN','score':'5'}                           | 400 | FIELD_INVALID
            {'token':'TOKEN','score':0}                             | 400 | SCORE_UNKNOWN
            {'token':'TOKEN','score':6}                             | 400 | SCORE_UNKNOWN
            {'token':'TOKEN','score':-2147483648}                   | 400 | SCORE_UNKNOWN
            {'token':'TOKEN','score':1,'reasons':['late']}          | 400 | REASON_UNKNOWN
            {'token':'TOKEN','score':1,'reasons':['slow','slow']}   | 400 | FIELD_INVALID
            {'token':'TOKEN','score':1,'reasons':[null]}            | 400 | BAD_JSON
            {'token':'TOKEN','score':1,'reasons':'slow'}            | 400 | FIELD_INVALID
            {'token':'TOKEN','score':1,'comment':'a\\u0000b'}       | 400 | TEXT_INVALID
            {'token':'TOKEN','score':1,'comment':'a\\u001b@b'}      | 400 | TEXT_INVALID
            {'token':'TOKEN','score':1,'comment':'a\\u202eb'}       | 400 | TEXT_INVALID
            {'token':'TOKEN','score':1,'comment':'a\\u200bb'}       | 400 | TEXT_INVALID
            {'token':'TOKEN','score':1,'comment':'a\\ud800b'}       | 400 | BAD_JSON
            {'token':'TOKEN','score':1,'comment':'LONG'}            | 400 | TEXT_INVALID
            """)
    void refusesABadVote(String body, int status, String code) {
        var vote = json(body).replace("TOKEN", served()).replace("LONG", "ạ".repeat(501));

        hub.as(Role.TABLET)
                .post("/api/ratings", vote, "Idempotency-Key", Caller.freshKey())
                .problem(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Cảm ơn 😀", "Ca\u0309m o\u031bn", "hàng một\\nhàng hai", "=1+1", "<script>alert(1)</script>"})
    void takesWhatPeopleWrite(String comment) {
        var vote = json("{'token':'TOKEN','score':1,'reasons':['slow','rude'],'comment':'WRITTEN'}")
                .replace("TOKEN", served())
                .replace("WRITTEN", comment);

        var answer = hub.as(Role.TABLET).post("/api/ratings", vote, "Idempotency-Key", Caller.freshKey());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void keepsCommandsToTheDatabaseAsTheWordsTheyAre() {
        var command = "'; DROP TABLE step; --";
        var vote =
                "{\"token\":\"%s\",\"score\":1,\"reasons\":[\"slow\"],\"comment\":\"%s\"}".formatted(served(), command);

        var answer = hub.as(Role.TABLET).post("/api/ratings", vote, "Idempotency-Key", Caller.freshKey());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var kept = new ArrayList<String>();
        Database.open(data.resolve("luot.db"))
                .each(
                        "SELECT comment FROM step WHERE comment IS NOT NULL ORDER BY seq DESC LIMIT 1",
                        row -> kept.add(row.getString(1)));
        assertThat(kept).containsExactly(command);
    }

    /** The token of a ticket that was just served. */
    private static String served() {
        var token = hub.as(Role.KIOSK).take("land").token();
        var lan = hub.as(Role.CLERK);
        while (hub.nobody().get("/api/tickets/" + token).text().contains("WAITING")) {
            lan.press(1, "next");
            lan.press(1, "finish");
        }
        return token;
    }

    private static Answer take(String body, String key) {
        return hub.as(Role.KIOSK).post("/api/tickets", json(body), "Idempotency-Key", key);
    }

    /** JSON may be written with single quotes here. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
