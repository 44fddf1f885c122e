package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketStatus;
import vn.luot.protocol.message.TicketView;
import vn.luot.protocol.message.TicketsView;

/** What the host and whoever holds a ticket do with a visit, and what two clerks on one ticket are told. */
class VisitsOverHttpTest {
    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void theHostFindsATicketByItsNumberAndSendsItElsewhere() {
        hub.as(Role.KIOSK).take("land");
        var ticket = hub.as(Role.KIOSK).take("land");
        var host = hub.as(Role.HOST);

        var found = host.get("/api/tickets?number=" + ticket.number()).as(TicketsView.class);
        assertThat(found.tickets()).extracting(TicketView::id).containsExactly(ticket.id());
        assertThat(found.tickets().get(0).token()).as("is its holder's alone").isNull();

        assertThat(act(host, ticket, "reprint", null).state()).isEqualTo(TicketState.WAITING);
        assertThat(act(host, ticket, "further", "{\"service\":\"advice\"}").further())
                .containsExactly("advice");
        var moved = act(host, ticket, "transfer", "{\"service\":\"maps\",\"why\":\"nhầm dịch vụ\"}");
        assertThat(moved.service()).isEqualTo("maps");
        assertThat(host.get("/api/tickets?service=maps&state=WAITING")
                        .as(TicketsView.class)
                        .tickets())
                .hasSize(1);
        assertThat(act(host, ticket, "cancel", "{\"why\":\"về trước\"}").state())
                .isEqualTo(TicketState.CANCELLED);
        var problem = host.post(path(ticket, "cancel"), null).problem(409, "ILLEGAL_TRANSITION");
        assertThat(problem.state()).isEqualTo(TicketState.CANCELLED);
    }

    @Test
    void aCallStaysAmongTheLastCallsAfterItsTicketWasSentElsewhere() {
        var ticket = hub.as(Role.KIOSK).take("land");
        hub.as(Role.CLERK).press(1, "next");
        hub.as(Role.CLERK).press(1, "return");

        var call = hub.as(Role.BOARD)
                .get("/api/hall?view=board")
                .as(HallView.class)
                .calls()
                .get(0);

        assertThat(call.number()).isEqualTo(ticket.number());
        assertThat(call.counter()).isEqualTo(1);
        assertThat(call.at()).isNotNull();
    }

    @Test
    void whoMissedTheCallComesBackThroughTheHost() {
        var ticket = hub.as(Role.KIOSK).take("land");
        hub.as(Role.CLERK).press(1, "next");
        hub.as(Role.CLERK).press(1, "no-show");

        assertThat(act(hub.as(Role.HOST), ticket, "return", null).state()).isEqualTo(TicketState.WAITING);
        assertThat(calledAt(hub.as(Role.CLERK))).isEqualTo(ticket.number());
    }

    @Test
    void theHostDoesNotTouchWhoIsAtACounter() {
        var ticket = hub.as(Role.KIOSK).take("land");
        hub.as(Role.CLERK).press(1, "next");

        var problem = hub.as(Role.HOST).post(path(ticket, "cancel"), null).problem(409, "NO_COUNTER");
        assertThat(problem.state()).isEqualTo(TicketState.CALLED);
        assertThat(act(hub.as(Role.MANAGER), ticket, "return", null).state()).isEqualTo(TicketState.WAITING);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            1/transfer  | {"service":"sea"}             | 400 | FIELD_INVALID
            1/transfer  | {}                            | 400 | FIELD_INVALID
            1/transfer  | {"counter":77}                | 404 | COUNTER_UNKNOWN
            1/further   | {"service":"sea"}             | 400 | FIELD_INVALID
            1/transfer  | {"service":"land","ticket":2} | 400 | FIELD_INVALID
            1/dance     | {}                            | 404 | NOT_FOUND
            1/next      | {}                            | 404 | NOT_FOUND
            999/cancel  | {}                            | 404 | TICKET_NOT_FOUND
            0/cancel    | {}                            | 404 | TICKET_NOT_FOUND
            A001/cancel | {}                            | 404 | TICKET_NOT_FOUND
            """)
    void refusesWhatCannotBeDoneWithAVisit(String path, String body, int status, String code) {
        var ticket = hub.as(Role.KIOSK).take("land");
        var address = path.startsWith("1/") ? ticket.id() + path.substring(1) : path;

        hub.as(Role.HOST).post("/api/tickets/" + address, body).problem(status, code);
    }

    @Test
    void sendingSomebodyWhereTheyAreIsRefused() {
        var ticket = hub.as(Role.KIOSK).take("land");

        hub.as(Role.HOST)
                .post(path(ticket, "transfer"), "{\"service\":\"land\"}")
                .problem(400, "ALREADY_THERE");
        hub.as(Role.HOST).get("/api/tickets?state=GONE").problem(400, "FIELD_INVALID");
    }

    // The holder, by the token of the ticket.

    @Test
    void theHolderLetsOthersGoFirstAFewTimesAndLeaves() {
        var first = hub.as(Role.KIOSK).take("land");
        hub.clock().set("2026-11-23T08:05");
        var second = hub.as(Role.KIOSK).take("land");
        hub.clock().set("2026-11-23T08:45");

        var status = hub.nobody().post("/api/tickets/" + first.token() + "/push-back", null);

        assertThat(status.as(TicketStatus.class).ahead()).isEqualTo(1);
        hub.nobody().post("/api/tickets/" + first.token() + "/push-back", null).as(TicketStatus.class);
        hub.nobody().post("/api/tickets/" + first.token() + "/push-back", null).as(TicketStatus.class);
        hub.nobody().post("/api/tickets/" + first.token() + "/push-back", null).problem(409, "PUSHED_BACK_ENOUGH");
        assertThat(calledAt(hub.as(Role.CLERK))).isEqualTo(second.number());

        var left = hub.nobody()
                .post("/api/tickets/" + first.token() + "/leave", null)
                .as(TicketStatus.class);
        assertThat(left.state()).isEqualTo(TicketState.CANCELLED);
        hub.nobody().post("/api/tickets/" + first.token() + "/leave", null).problem(409, "ILLEGAL_TRANSITION");
    }

    @Test
    void nobodyElseDoesThatWithATicket() {
        var ticket = hub.as(Role.KIOSK).take("land");

        for (var verb : List.of("push-back", "leave")) {
            hub.nobody().post("/api/tickets/" + ticket.id() + "/" + verb, null).problem(404, "TICKET_NOT_FOUND");
            hub.nobody()
                    .post("/api/tickets/AAAAAAAAAAAAAAAAAAAAAA/" + verb, null)
                    .problem(404, "TICKET_NOT_FOUND");
        }
        hub.nobody().post("/api/tickets/" + ticket.token() + "/cancel", null).problem(401, "NOT_SIGNED_IN");
    }

    @Test
    void whoIsCalledAlreadyMayLeaveButNotLetOthersGoFirst() {
        var ticket = hub.as(Role.KIOSK).take("land");
        hub.as(Role.CLERK).press(1, "next");

        var problem = hub.nobody()
                .post("/api/tickets/" + ticket.token() + "/push-back", null)
                .problem(409, "ILLEGAL_TRANSITION");
        assertThat(problem.state()).isEqualTo(TicketState.CALLED);
        // At a counter the clerk has the say.
        hub.nobody().post("/api/tickets/" + ticket.token() + "/leave", null).problem(409, "NO_COUNTER");
    }

    @Test
    void whoWasServedVotesOnceOnThePhoneOrOnTheTablet() {
        var ticket = hub.as(Role.KIOSK).take("land");
        var path = "/api/tickets/" + ticket.token();
        var vote = "{\"score\":5}";
        hub.nobody()
                .post(path + "/rating", vote, "Idempotency-Key", Caller.freshKey())
                .problem(409, "NOT_SERVED");
        hub.as(Role.CLERK).press(1, "next");
        hub.as(Role.CLERK).press(1, "start");
        hub.as(Role.CLERK).press(1, "finish");
        assertThat(hub.nobody().get(path).as(TicketStatus.class).rating().levels())
                .isNotEmpty();

        var key = Caller.freshKey();
        assertThat(hub.nobody()
                        .post(path + "/rating", vote, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);

        assertThat(hub.nobody()
                        .post(path + "/rating", vote, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        assertThat(hub.nobody().get(path).as(TicketStatus.class).rating()).isNull();
        hub.as(Role.TABLET).rate(Caller.freshKey(), ticket.token(), 1).problem(409, "ALREADY_RATED");
        hub.nobody()
                .post("/api/tickets/AAAAAAAAAAAAAAAAAAAAAA/rating", vote, "Idempotency-Key", Caller.freshKey())
                .problem(404, "TICKET_NOT_FOUND");
    }

    // Two clerks, two clicks, an old tab, an impatient kiosk.

    @Test
    void whoeverAsksAgainBeforeTheFirstIsAnsweredGetsTheSameTicket() throws Exception {
        var kiosk = hub.as(Role.KIOSK);
        var key = Caller.freshKey();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var answers = threads.invokeAll(Collections.<Callable<Answer>>nCopies(24, () -> kiosk.take(key, "land")));

            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().as(TicketReceipt.class).number()).isEqualTo("A001");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kiosk.take("land").number()).isEqualTo("A002");
    }

    @Test
    void oneOfTwoClerksWhoCallTheSameTicketGetsIt() {
        var minh = hub.person(Role.CLERK, "minh", "Anh Minh");
        minh.press(2, "open").as(CounterView.class);
        var ticket = hub.as(Role.KIOSK).take("land");
        var wish = "{\"ticket\":" + ticket.id() + ",\"why\":\"đi cùng người ốm\"}";

        var answers = Stream.of(hub.as(Role.CLERK), minh)
                .map(clerk -> CompletableFuture.supplyAsync(
                        () -> clerk.post("/api/counters/" + (clerk == minh ? 2 : 1) + "/call", wish)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted((one, other) -> one.status() - other.status())
                .toList();

        assertThat(answers.get(0).as(CounterView.class).ticket().number()).isEqualTo(ticket.number());
        assertThat(answers.get(1).problem(409, "STALE_STATE").state()).isEqualTo(TicketState.CALLED);
    }

    @Test
    void theSecondClickAndTheOldTabAreToldHowTheTicketStands() {
        var ticket = hub.as(Role.KIOSK).take("land");
        hub.as(Role.KIOSK).take("land");
        var lan = hub.as(Role.CLERK);
        lan.press(1, "next");
        lan.press(1, "next").problem(409, "ALREADY_SERVING");
        var shown = "{\"ticket\":" + ticket.id() + "}";
        lan.post("/api/counters/1/finish", shown).as(CounterView.class);

        var again = lan.post("/api/counters/1/finish", shown).problem(409, "STALE_STATE");
        lan.press(1, "next");
        var old = lan.post("/api/counters/1/no-show", shown).problem(409, "STALE_STATE");

        assertThat(again.state()).isEqualTo(TicketState.SERVED);
        assertThat(old.state()).isEqualTo(TicketState.SERVED);
    }

    @Test
    void theSameKeyIsTheSameClick() {
        hub.as(Role.KIOSK).take("land");
        hub.as(Role.KIOSK).take("land");
        var lan = hub.as(Role.CLERK);
        var key = Caller.freshKey();
        lan.press(1, "next");

        var first =
                lan.post("/api/counters/1/finish", null, "Idempotency-Key", key).as(CounterView.class);
        var again =
                lan.post("/api/counters/1/finish", null, "Idempotency-Key", key).as(CounterView.class);

        assertThat(again).isEqualTo(first);
        lan.post("/api/counters/1/next", null, "Idempotency-Key", key).problem(422, "KEY_REUSED");
        lan.post("/api/counters/1/next", null, "Idempotency-Key", "short").problem(400, "IDEMPOTENCY_KEY_INVALID");
        assertThat(calledAt(lan)).isEqualTo("A002");
    }

    // Numbers that run out.

    @Test
    void theStaffSeeWhenAServiceIsAboutToRunOutOfNumbers() throws Exception {
        var services = hub.as(Role.HOST).get("/api/hall").as(HallView.class).services();
        assertThat(services).extracting("id", "numbersLeft").contains(tuple("land", null), tuple("maps", 2));
        try (var listener = FeedListener.of(hub.as(Role.CLERK), "view=hall")) {
            listener.hall();
            hub.as(Role.KIOSK).take("maps");

            assertThat(listener.step().service().numbersLeft()).isEqualTo(1);
            hub.as(Role.KIOSK).take("maps");
            var usedUp = listener.step().service();
            assertThat(usedUp.numbersLeft()).isZero();
            assertThat(usedUp.open()).as("nobody would get one").isFalse();
            assertThat(usedUp.opensAt()).as("on another day").isNotNull();
        }
    }

    private static String calledAt(Caller clerk) {
        return clerk.press(1, "next").as(CounterView.class).ticket().number();
    }

    private static TicketView act(Caller caller, TicketReceipt ticket, String verb, String body) {
        return caller.post(path(ticket, verb), body).as(TicketView.class);
    }

    private static String path(TicketReceipt ticket, String verb) {
        return "/api/tickets/" + ticket.id() + "/" + verb;
    }
}
