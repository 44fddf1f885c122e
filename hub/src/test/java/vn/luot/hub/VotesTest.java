package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.TicketReceipt;

class VotesTest {
    @TempDir
    private Path data;

    private RunningHub hub;
    private TicketReceipt served;

    @BeforeEach
    void serveAndRate() {
        hub = RunningHub.atWork(data);
        served = hub.as(Role.KIOSK).take("land");
        for (var verb : new String[] {"next", "start", "finish"}) {
            assertThat(hub.as(Role.CLERK).press(1, verb).status()).isEqualTo(200);
        }
        assertThat(rate(1).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Answer rate(int score) {
        return hub.as(Role.TABLET).rate(Caller.freshKey(), served.token(), score);
    }

    private Answer makeVoid(Role role, String body) {
        return hub.as(role).post("/api/votes/" + served.id() + "/void", body);
    }

    @Test
    void isVoidedOnlyWithAReasonThatAComplaintCanBeAnsweredFrom() {
        makeVoid(Role.MANAGER, "{\"why\":\" \"}").problem(400, "WHY_NEEDED");
        makeVoid(Role.MANAGER, "{}").problem(400, "WHY_NEEDED");

        assertThat(makeVoid(Role.MANAGER, "{\"why\":\"trẻ em bấm nhầm\"}").status())
                .isEqualTo(204);

        var audit = hub.as(Role.MANAGER).get("/api/audit").as(JsonNode.class);
        assertThat(audit.findValuesAsText("kind")).contains("VOTE_VOIDED");
        assertThat(audit.toString()).contains("trẻ em bấm nhầm").contains(served.number());
    }

    @Test
    void belongsToTheClerkWhoServedAlsoWhenAnotherSitsThereByThen() {
        var last = hub.as(Role.KIOSK).take("land");
        for (var verb : new String[] {"next", "start", "finish", "close"})
            hub.as(Role.CLERK).press(1, verb).as(CounterView.class);
        hub.person(Role.CLERK, "minh", "Anh Minh").press(1, "open").as(CounterView.class);

        hub.as(Role.TABLET).rate(Caller.freshKey(), last.token(), 5).as(Object.class);

        var rows = hub.as(Role.MANAGER)
                .get("/api/reports/visits?by=clerk")
                .as(JsonNode.class)
                .get("rows");
        assertThat(rows.findValuesAsText("key")).containsExactly("lan");
        assertThat(rows.at("/0/figures/votes/count").asInt()).isEqualTo(2);
    }

    @Test
    void isFoundAmongTheTicketsBehindAFigureWhileItCounts() {
        assertThat(ratedTickets()).containsExactly(served.number());

        makeVoid(Role.MANAGER, "{\"why\":\"bấm nhầm\"}");

        assertThat(ratedTickets()).isEmpty();
    }

    private List<String> ratedTickets() {
        var behind = hub.as(Role.MANAGER).get("/api/reports/tickets?by=counter").as(JsonNode.class);
        return behind.get("tickets")
                .valueStream()
                .filter(ticket -> ticket.has("rated"))
                .map(ticket -> ticket.get("number").asText())
                .toList();
    }

    @Test
    void countsNoMoreAndMakesNoRoomForAnother() {
        makeVoid(Role.MANAGER, "{\"why\":\"bấm nhầm\"}");

        rate(5).problem(409, "ALREADY_RATED");
        assertThat(makeVoid(Role.MANAGER, "{\"why\":\"lần nữa\"}").status()).isEqualTo(204);
        hub = hub.restarted();
        rate(5).problem(409, "ALREADY_RATED");
        assertThat(Commands.on(data, "verify").could().out()).contains("0 sai lệch");
    }

    @Test
    void isLentTheScreenOfAHostUntilItIsCast() {
        hub.as(Role.HOST).get("/api/counters/1/rater").problem(404, "NOTHING_TO_RATE");
        hub.as(Role.HOST).get("/api/counters/77/rater").problem(404, "NOTHING_TO_RATE");
        var next = hub.as(Role.KIOSK).take("land");
        for (var verb : new String[] {"next", "start", "finish"})
            hub.as(Role.CLERK).press(1, verb);

        var lent = hub.as(Role.HOST).get("/api/counters/1/rater").as(JsonNode.class);

        assertThat(lent.path("number").asText()).isEqualTo(next.number());
        assertThat(lent.path("token").asText()).isEqualTo(next.token());
        hub.as(Role.CLERK).get("/api/counters/1/rater").problem(403, "ROLE_NOT_ALLOWED");
        hub.as(Role.MANAGER).get("/api/counters/1/rater").problem(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void isNoMatterOfClerks() {
        makeVoid(Role.CLERK, "{\"why\":\"tôi không thích\"}").problem(403, "ROLE_NOT_ALLOWED");

        rate(5).problem(409, "ALREADY_RATED");
    }

    /** Whatever a clerk may ask and hear: neither what was said, nor what it is said with. */
    @Test
    void isSeenByNoClerkAndCastByNone() {
        var clerk = hub.as(Role.CLERK);
        var ticket = hub.as(Role.KIOSK).take("land");
        var told = new ArrayList<String>();
        try (var hall = FeedListener.of(clerk, "view=hall");
                var board = FeedListener.of(clerk, "view=board");
                var counter = FeedListener.of(clerk, "view=counter/1")) {
            for (var verb : new String[] {"next", "reprint", "start", "finish"})
                told.add(clerk.press(1, verb).text());
            var vote = "{\"token\":\"" + ticket.token() + "\",\"score\":1,\"comment\":\"thái độ không tốt\"}";
            assertThat(hub.as(Role.TABLET)
                            .post("/api/ratings", vote, "Idempotency-Key", Caller.freshKey())
                            .status())
                    .isEqualTo(201);
            for (var ear : List.of(hall, board, counter)) {
                Await.until(() -> ear.heard().stream().anyMatch(frame -> frame.contains("\"RATED\"")));
                told.addAll(ear.heard());
            }
        }
        RoleMatrix.rows()
                .filter(row ->
                        row.address().startsWith("GET ") && !row.address().equals("GET /api/plan"))
                .forEach(row -> told.add(row.askedBy(clerk).text()));
        told.add(hub.nobody().get("/metrics").text());

        assertThat(told)
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        text -> assertThat(text).doesNotContain(ticket.token(), "\"score\"", "thái độ", "\"mean\":"));
        clerk.rate(Caller.freshKey(), ticket.token(), 5).problem(403, "ROLE_NOT_ALLOWED");
        try (var tablet = FeedListener.of(clerk, "view=tablet/1")) {
            assertThat(tablet.refusedWith("ROLE_NOT_ALLOWED")).isEqualTo(4403);
        }
    }

    @Test
    void mustBeThere() {
        var unrated = hub.as(Role.KIOSK).take("land");

        hub.as(Role.MANAGER)
                .post("/api/votes/" + unrated.id() + "/void", "{\"why\":\"x\"}")
                .problem(409, "NOT_RATED");
        hub.as(Role.MANAGER).post("/api/votes/999/void", "{\"why\":\"x\"}").problem(404, "TICKET_NOT_FOUND");
    }
}
