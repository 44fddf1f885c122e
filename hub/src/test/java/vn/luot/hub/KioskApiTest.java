package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketStatus;

/** What a kiosk needs to go on without the hub, over HTTP. */
class KioskApiTest {
    private static final String TOKEN = "token-of-22-characters";
    private static final TicketRequest LAND = new TicketRequest("land", null, "vi", null);

    @TempDir
    private Path data;

    private RunningHub hub;
    private Caller kiosk;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
        kiosk = hub.as(Role.KIOSK);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aKioskGetsABlockThatNobodyElseGets() {
        var key = Caller.freshKey();
        var block = lease(key, 40).as(NumberBlock.class);

        assertThat(block.prefix()).isEqualTo("A");
        assertThat(block.last() - block.first()).isEqualTo(39);
        assertThat(block.epoch()).isEqualTo(1);
        assertThat(block.day()).hasToString("2026-11-23");
        assertThat(lease(key, 40).as(NumberBlock.class)).isEqualTo(block);
        var next = lease(Caller.freshKey(), 40).as(NumberBlock.class);
        assertThat(next.last()).isEqualTo(block.first() - 1);
        assertThat(blocks().blocks()).containsExactly(block, next);
        assertThat(blocks().ticketUrl()).isEqualTo("http://localhost:" + hub.port() + "/t/");
    }

    @Test
    void blocksAreKeptThroughARestart() {
        var block = lease(Caller.freshKey(), 40).as(NumberBlock.class);

        hub = hub.restarted();
        kiosk = hub.as(Role.KIOSK);

        assertThat(blocks().blocks()).containsExactly(block);
    }

    @Test
    void noBlockOutlivesItsDay() {
        var block = lease(Caller.freshKey(), 40).as(NumberBlock.class);
        hub.clock().set("2026-11-24T08:00");
        hub.person(Role.MANAGER, "mai", "Chị Mai").post("/api/day/open", null);

        assertThat(blocks().blocks()).isEmpty();
        upload(Caller.freshKey(), given(block, block.first())).problem(409, "DAY_OVER");
    }

    @Test
    void aTokenOfAnotherDayIsAsUnknownAsOneThatNeverWas() {
        var token = kiosk.take("land").token();
        assertThat(hub.nobody().get("/api/tickets/" + token).status()).isEqualTo(200);
        hub.clock().set("2026-11-24T08:00");
        hub.person(Role.MANAGER, "mai", "Chị Mai").post("/api/day/open", null);

        var answers = Stream.of(token, "A".repeat(token.length()), token.substring(1), "x")
                .map(wrong -> hub.nobody().get("/api/tickets/" + wrong))
                .map(answer -> answer.problem(404, "TICKET_NOT_FOUND"))
                .map(problem -> problem.title() + problem.messageVi() + problem.messageEn())
                .distinct();

        assertThat(answers).hasSize(1);
    }

    @Test
    void aTicketThatAKioskGaveStandsWhereItsHolderPressed() {
        var block = lease(Caller.freshKey(), 40).as(NumberBlock.class);
        var pressed = given(block, block.first());
        hub.clock().set("2026-11-23T08:01");
        var online = kiosk.take("land");
        var key = Caller.freshKey();

        var taken = upload(key, pressed).as(TicketReceipt.class);

        assertThat(taken.number()).isEqualTo(pressed.number());
        assertThat(taken.statusUrl()).endsWith("/t/" + TOKEN);
        assertThat(upload(key, pressed).as(TicketReceipt.class)).isEqualTo(taken);
        var clerk = hub.as(Role.CLERK);
        assertThat(clerk.press(1, "next").as(CounterView.class).ticket().number())
                .isEqualTo(pressed.number());
        assertThat(status(online).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void theNumberOnPaperTakesThePlaceOfTheOneThatNeverArrived() {
        var block = lease(Caller.freshKey(), 40).as(NumberBlock.class);
        var key = Caller.freshKey();
        var lost = kiosk.take(key, "land").as(TicketReceipt.class);

        upload(key, given(block, block.first()));

        assertThat(status(lost).state()).isEqualTo(TicketState.VOIDED);
        assertThat(kiosk.take(key, "land").as(TicketReceipt.class).number()).isEqualTo("A" + block.first());
    }

    @Test
    void aReprintIsNoted() {
        var ticket = kiosk.take("land");

        assertThat(reprint(ticket.token()).status()).isEqualTo(204);
        reprint(TOKEN).problem(404, "TICKET_NOT_FOUND");
        kiosk.post("/api/tickets/reprint", "{}").problem(400, "FIELD_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"land, 0, 400, FIELD_INVALID", "land, 501, 400, FIELD_INVALID", "nothing, 5, 404, SERVICE_UNKNOWN"})
    void refusesABlockThatMakesNoSense(String service, int count, int status, String code) {
        post("/api/leases", Caller.freshKey(), new BlockRequest(service, count)).problem(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'number':'A1','epoch':1,'day':'2026-11-23','pressedAt':'2026-11-23T08:00:00+07:00','token':'token-of-22-characters','ticket':{'service':'land'}}",
                "{'number':'A0999','epoch':1,'day':'2026-11-23','pressedAt':'2026-11-23T08:00:00+07:00','token':'token-of-22-characters','ticket':{'service':'land'}}",
                "{'number':'A000','epoch':1,'day':'2026-11-23','pressedAt':'2026-11-23T08:00:00+07:00','token':'token-of-22-characters','ticket':{'service':'land'}}",
                "{'number':'A999','epoch':1,'pressedAt':'2026-11-23T08:00:00+07:00','token':'token-of-22-characters','ticket':{'service':'land'}}",
                "{'number':'A999','epoch':1,'day':'2026-11-23','token':'token-of-22-characters','ticket':{'service':'land'}}",
                "{'number':'A999','epoch':1,'day':'2026-11-23','pressedAt':'2026-11-23T08:00:00+07:00','token':'short','ticket':{'service':'land'}}",
                "{'number':'A999','epoch':1,'day':'2026-11-23','pressedAt':'2026-11-23T08:00:00+07:00','token':'token-of-22-characters','ticket':{}}"
            })
    void refusesATicketThatMakesNoSense(String body) {
        kiosk.post("/api/tickets/offline", body.replace('\'', '"'), "Idempotency-Key", Caller.freshKey())
                .problem(400, "FIELD_INVALID");
    }

    @Test
    void refusesANumberOfNoBlock() {
        var block = lease(Caller.freshKey(), 40).as(NumberBlock.class);

        upload(Caller.freshKey(), given(block, block.first() - 1)).problem(409, "NOT_ITS_NUMBER");
        upload(Caller.freshKey(), given(block, block.first()));
        upload(Caller.freshKey(), given(block, block.first())).problem(409, "NUMBER_TAKEN");
    }

    private OfflineTicket given(NumberBlock block, int number) {
        var pressed = hub.clock().instant().atOffset(ZoneOffset.UTC);
        return new OfflineTicket(LAND, block.prefix() + number, block.epoch(), block.day(), pressed, TOKEN);
    }

    private Answer upload(String key, OfflineTicket ticket) {
        return post("/api/tickets/offline", key, ticket);
    }

    private Answer lease(String key, int count) {
        return post("/api/leases", key, new BlockRequest("land", count));
    }

    private Answer reprint(String token) {
        return kiosk.post("/api/tickets/reprint", Json.text(new Reprint(token)));
    }

    private BlocksView blocks() {
        return kiosk.get("/api/leases").as(BlocksView.class);
    }

    private TicketStatus status(TicketReceipt ticket) {
        return hub.nobody().get("/api/tickets/" + ticket.token()).as(TicketStatus.class);
    }

    private Answer post(String path, String key, Object body) {
        return kiosk.post(path, Json.text(body), "Idempotency-Key", key);
    }
}
