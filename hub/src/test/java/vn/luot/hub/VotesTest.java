package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
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

    @Test
    void mustBeThere() {
        var unrated = hub.as(Role.KIOSK).take("land");

        hub.as(Role.MANAGER)
                .post("/api/votes/" + unrated.id() + "/void", "{\"why\":\"x\"}")
                .problem(409, "NOT_RATED");
        hub.as(Role.MANAGER).post("/api/votes/999/void", "{\"why\":\"x\"}").problem(404, "TICKET_NOT_FOUND");
    }
}
