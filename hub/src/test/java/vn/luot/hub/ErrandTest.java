package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.desk.Checkpoint;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.ErrandDone;
import vn.luot.protocol.message.ErrandKind;
import vn.luot.protocol.message.FeedMessage.Errand;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketView;
import vn.luot.protocol.message.TicketsView;

/** Staff ask a kiosk for something, and hear what became of it. */
@Timeout(120)
class ErrandTest {
    private static final String KIOSK = "KIOSK";
    private static final String PROGRAM = "the-program-of-the-kiosk";

    @TempDir
    private Path data;

    private RunningHub hub;
    private Caller kiosk;
    private Caller host;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
        kiosk = hub.as(Role.KIOSK);
        host = hub.as(Role.HOST);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void theKioskIsToldAndItsAnswerIsTheAnswer() {
        var ticket = issued();
        try (var feed = kioskListens()) {
            var asked = CompletableFuture.supplyAsync(() -> print(ticket.id(), true));

            var errand = errand(feed);

            assertThat(errand.kind()).isEqualTo(ErrandKind.PRINT);
            assertThat(errand.ticket().number()).isEqualTo(ticket.number());
            assertThat(errand.again()).isTrue();
            kiosk.post(
                    "/api/errands/" + errand.id(),
                    "{\"outcome\":\"NOT_DONE\",\"why\":{\"vi\":\"Hết giấy\",\"en\":\"No paper\"}}");
            var done = asked.join().as(ErrandDone.class);
            assertThat(done.outcome()).isEqualTo(ErrandDone.Outcome.NOT_DONE);
            assertThat(done.why().vi()).isEqualTo("Hết giấy");
        }
    }

    @Test
    void theSlipOfTheDaysEndIsPrintedAtAKiosk() {
        var manager = hub.as(Role.MANAGER);
        try (var feed = kioskListens()) {
            dayEnd().problem(404, "NO_CHECKPOINT");
            hub.as(Role.CLERK).press(1, "close");
            assertThat(manager.post("/api/day/close", null).status()).isEqualTo(200);
            var checkpoint = manager.get("/api/audit/checkpoint").as(Checkpoint.class);
            var asked = CompletableFuture.supplyAsync(this::dayEnd);

            var errand = errand(feed);

            assertThat(errand.kind()).isEqualTo(ErrandKind.DAY_END);
            assertThat(errand.dayEnd().seq()).isEqualTo(checkpoint.seq());
            assertThat(errand.dayEnd().count()).isEqualTo(checkpoint.count());
            assertThat(errand.dayEnd().head()).isEqualTo(checkpoint.head());
            assertThat(errand.dayEnd().signature()).isEqualTo(checkpoint.signature());
            kiosk.post("/api/errands/" + errand.id(), "{\"outcome\":\"DONE\"}");
            assertThat(asked.join().as(ErrandDone.class).outcome()).isEqualTo(ErrandDone.Outcome.DONE);
        }
        // The hub has yet to notice that it went.
        Await.until(() -> dayEnd().status() == 409);
    }

    private Answer dayEnd() {
        return hub.as(Role.MANAGER).post("/api/kiosks/" + KIOSK + "/day-end", null);
    }

    @Test
    void aKioskThatIsAwayIsAskedForNothing() {
        var ticket = issued();

        print(ticket.id(), true).problem(409, "KIOSK_AWAY");
        host.post("/api/kiosks/" + KIOSK + "/coming", null).problem(409, "KIOSK_AWAY");
    }

    @Test
    void theHostSeesWhatTheScreenShows() {
        assertThat(screen().as(ErrandDone.class).outcome()).isEqualTo(ErrandDone.Outcome.NOT_DONE);
        try (var feed = kioskListens()) {
            var asked = CompletableFuture.supplyAsync(this::screen);

            var errand = errand(feed);
            assertThat(errand.kind()).isEqualTo(ErrandKind.LOOK);
            kiosk.post("/api/errands/" + errand.id(), "{\"outcome\":\"DONE\",\"screen\":\"IN_USE\"}");

            assertThat(asked.join().as(ErrandDone.class).screen()).isEqualTo(ErrandDone.Screen.IN_USE);
        }
        hub.as(Role.TABLET).get("/api/kiosks/" + KIOSK + "/screen").problem(403, "ROLE_NOT_ALLOWED");
    }

    private Answer screen() {
        return host.get("/api/kiosks/" + KIOSK + "/screen");
    }

    @Test
    void aTicketThatIsNotThereIsNotPrinted() {
        var feed = kioskListens();

        print(4_711, false).problem(404, "TICKET_NOT_FOUND");

        feed.close();
    }

    /** On every paper stands what a vote is cast with. */
    @Test
    void whoIsRatedPrintsNoPaperUnseen() {
        var ticket = issued();
        var clerk = hub.as(Role.CLERK);
        try (var feed = kioskListens()) {
            var asked = CompletableFuture.supplyAsync(() -> print(clerk, ticket.id(), false));

            var errand = errand(feed);

            assertThat(errand.again()).isTrue();
            kiosk.post("/api/errands/" + errand.id(), "{\"outcome\":\"DONE\"}");
            assertThat(asked.join().as(ErrandDone.class).outcome()).isEqualTo(ErrandDone.Outcome.DONE);
            assertThat(audited()).contains("REPRINTED lan " + ticket.number());
            for (var verb : List.of("next", "start", "finish")) clerk.press(1, verb);
            print(clerk, ticket.id(), false).problem(409, "ILLEGAL_TRANSITION");
            print(ticket.id(), false).problem(409, "ILLEGAL_TRANSITION");
            print(ticket.id(), true).problem(409, "ILLEGAL_TRANSITION");
        }
    }

    private List<String> audited() {
        return hub.as(Role.MANAGER)
                .get("/api/audit")
                .as(JsonNode.class)
                .valueStream()
                .map(entry ->
                        entry.get("kind").asText() + " " + entry.get("actor").asText() + " "
                                + entry.get("subject").asText())
                .toList();
    }

    @Test
    void whoIsConfirmedByTheHostHasTheClass() {
        var ticket = issued();

        assertThat(kiosk.post("/api/tickets/priority", "{\"token\":\"" + ticket.token() + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(looked(ticket).asksPriority()).isTrue();
        host.post("/api/tickets/" + ticket.id() + "/priority", "{\"priorityClass\":\"elderly\"}");

        assertThat(looked(ticket).priorityClass()).isEqualTo("elderly");
        assertThat(looked(ticket).asksPriority()).isNull();
    }

    private TicketView looked(TicketReceipt ticket) {
        return host.get("/api/tickets?number=" + ticket.number())
                .as(TicketsView.class)
                .tickets()
                .get(0);
    }

    private TicketReceipt issued() {
        return kiosk.post("/api/tickets", "{\"service\":\"land\"}", "Idempotency-Key", Caller.freshKey())
                .as(TicketReceipt.class);
    }

    private Answer print(long ticket, boolean again) {
        return print(host, ticket, again);
    }

    private static Answer print(Caller staff, long ticket, boolean again) {
        return staff.post("/api/kiosks/" + KIOSK + "/print", "{\"ticket\":" + ticket + ",\"again\":" + again + "}");
    }

    private FeedListener kioskListens() {
        var feed = FeedListener.silent(kiosk, "view=kiosk")
                .say(Json.text(new Hello(ProtocolVersion.NOW, kiosk.token().orElseThrow(), PROGRAM)));
        feed.hall();
        return feed;
    }

    /** The step of the second paper comes first. */
    private static Errand errand(FeedListener feed) {
        var message = feed.next();
        while (!(message instanceof Errand)) message = feed.next();
        return (Errand) message;
    }
}
