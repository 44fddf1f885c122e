package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.ServiceView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketStatus;

/** The plan changes while the hall works, and everybody follows. */
class PlanOverHttpTest {
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

    private Answer put(Plan plan, int version) {
        return put(Json.text(plan), "\"" + version + "\"");
    }

    private Answer put(String json, String version) {
        return hub.as(Role.ADMIN).send("PUT", "/api/plan", json, "If-Match", version);
    }

    private Plan plan() {
        return hub.as(Role.BOARD).get("/api/plan").as(Plan.class);
    }

    private static Plan with(Plan plan, Plan.Service service) {
        var land = plan.fields().get(0);
        var services =
                Stream.concat(land.services().stream(), Stream.of(service)).toList();
        var counter = plan.counters().get(0);
        var served = Stream.concat(counter.services().stream(), Stream.of(service.id()))
                .toList();
        return new Plan(
                        plan.centre(),
                        plan.hours(),
                        List.of(new Plan.Field(land.id(), land.name(), services)),
                        plan.counters(),
                        plan.priorityClasses(),
                        plan.rating())
                .withCounter(new Plan.Counter(counter.id(), counter.name(), served));
    }

    private static final Plan.Service TAX = new Plan.Service("tax", new Text("Thuế đất", "Land tax"), "D", 1, 99, null);

    private static Plan without(Plan plan, String service) {
        var land = plan.fields().get(0);
        var services = land.services().stream()
                .filter(one -> !one.id().equals(service))
                .toList();
        var counters = plan.counters().stream()
                .map(counter -> new Plan.Counter(
                        counter.id(),
                        counter.name(),
                        counter.services().stream()
                                .filter(id -> !id.equals(service))
                                .toList()))
                .toList();
        return new Plan(
                plan.centre(),
                plan.hours(),
                List.of(new Plan.Field(land.id(), land.name(), services)),
                counters,
                plan.priorityClasses(),
                plan.rating());
    }

    @Test
    void givesNoMoreNumbersThanTheDaysQuota() {
        var sound = Json.text(plan());
        var scarce = sound.substring(0, sound.length() - 1) + ",\"conduct\":{\"quotas\":{\"land\":1}}}";
        assertThat(put(scarce, "\"1\"").status()).isEqualTo(200);
        hub.as(Role.KIOSK).take("land");

        var problem = hub.as(Role.KIOSK).take(Caller.freshKey(), "land").problem(409, "QUOTA_REACHED");

        assertThat(problem.messageVi()).contains("đã đủ số lượt của hôm nay, nhận lại lúc 07:30 ngày 24/11");
        assertThat(problem.messageEn()).contains("at 07:30 on 24/11");
    }

    @Test
    void changesTheHallWithoutARestart() {
        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            board.hall();

            var answer = put(with(plan(), TAX), 1);

            assertThat(answer.header("ETag")).hasValue("\"2\"");
            assertThat(board.step().kind()).isEqualTo(StepKind.PLAN_CHANGED);
            assertThat(board.hall().services()).extracting(ServiceView::id).contains("tax");
            var asked = hub.as(Role.KIOSK).get("/api/plan");
            assertThat(asked.header("ETag")).hasValue("\"2\"");
            assertThat(asked.as(Plan.class)).isEqualTo(with(RunningHub.plan(), TAX));
            var ticket = hub.as(Role.KIOSK).take("tax");
            assertThat(ticket.number()).isEqualTo("D001");
            assertThat(ticket.counters()).containsExactly(1);
            assertThat(hub.as(Role.CLERK).press(1, "next").text()).contains("D001");
        }
    }

    @Test
    void isTheSameAfterARestartInTheMiddleOfTheDay() {
        hub.as(Role.KIOSK).take("land");
        put(with(plan(), TAX), 1);
        hub.as(Role.KIOSK).take("tax");
        var before = hub.as(Role.MANAGER).get("/api/hall").as(HallView.class);

        hub = hub.restarted();

        var after = hub.as(Role.MANAGER).get("/api/hall").as(HallView.class);
        assertThat(after.seq()).isEqualTo(before.seq());
        assertThat(after.services()).isEqualTo(before.services());
        assertThat(after.counters()).isEqualTo(before.counters());
        assertThat(hub.as(Role.BOARD).get("/api/plan").header("ETag")).hasValue("\"2\"");
        assertThat(hub.as(Role.CLERK).press(1, "next").text()).contains("A001");
    }

    @Test
    void showsTheNameOfAServiceThatIsGone() {
        put(with(plan(), TAX), 1);
        var ticket = hub.as(Role.KIOSK).take("tax");
        hub.as(Role.CLERK).press(1, "next");
        hub.as(Role.CLERK).press(1, "finish");

        assertThat(status(ticket).field()).isNotNull();
        assertThat(put(without(plan(), "tax"), 2).status()).isEqualTo(200);

        var status = status(ticket);
        assertThat(status.service()).isEqualTo(TAX.name());
        assertThat(status.field()).isNull();
        assertThat(status.counters()).isEmpty();
    }

    private TicketStatus status(TicketReceipt ticket) {
        return hub.nobody().get("/api/tickets/" + ticket.token()).as(TicketStatus.class);
    }

    @Test
    void keepsAServiceThatPeopleWaitFor() {
        hub.as(Role.KIOSK).take("maps");

        var problem = put(without(plan(), "maps"), 1).problem(409, "PLAN_IN_USE");

        assertThat(problem.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("fields");
            assertThat(fault.vi()).contains("Trích lục", "1 người");
            assertThat(fault.en()).contains("Maps", "1 visitor");
        });
        assertThat(hub.as(Role.BOARD).get("/api/plan").header("ETag")).hasValue("\"1\"");
    }

    @Test
    void tellsWhoWasSlowerWhatIsInForce() {
        put(with(plan(), TAX), 1);

        var answer = put(without(plan(), "advice"), 1);

        assertThat(answer.problem(412, "PLAN_STALE").messageVi()).contains("bản 2");
        assertThat(answer.header("ETag")).hasValue("\"2\"");
    }

    @Test
    void letsOneOfManyWinWhoChangeAtOnce() {
        var plan = plan();
        hub.as(Role.ADMIN);

        var answers = Stream.of("D", "E", "F", "G", "H", "I")
                .map(prefix -> with(plan, new Plan.Service("tax", TAX.name(), prefix, 1, 99, null)))
                .map(wanted -> CompletableFuture.supplyAsync(() -> put(wanted, 1)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).contains(412);
        var won = answers.stream().filter(answer -> answer.status() == 200).findFirst();
        assertThat(won.orElseThrow().as(Plan.class)).isEqualTo(plan());
        assertThat(hub.as(Role.ADMIN).get("/api/plan/versions").text()).doesNotContain("\"version\":3");
    }

    @Test
    void undoesByPuttingAnOlderVersionAgain() {
        put(with(plan(), TAX), 1);

        var old = hub.as(Role.ADMIN).get("/api/plan/versions/1").as(Plan.class);
        put(old, 2);

        assertThat(plan()).isEqualTo(RunningHub.plan());
        var versions = hub.as(Role.MANAGER).get("/api/plan/versions").text();
        assertThat(versions).contains("\"version\":3", "\"by\":\"Anh ADMIN\"", "2026-11-23T08:00:00+07:00");
        hub.as(Role.ADMIN).get("/api/plan/versions/4").problem(404, "NOT_FOUND");
        hub.as(Role.ADMIN).get("/api/plan/versions/x").problem(404, "NOT_FOUND");
    }

    @Test
    void makesNoVersionOfTheSamePlan() {
        assertThat(put(plan(), 1).header("ETag")).hasValue("\"1\"");
    }

    @Test
    void wantsToKnowWhichVersionWasChanged() {
        hub.as(Role.ADMIN).send("PUT", "/api/plan", Json.text(plan())).problem(428, "IF_MATCH_NEEDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "\"0\"", "\"99999999999\"", "*", "W/\"1\""})
    void takesOnlyAVersionAsAVersion(String version) {
        put(Json.text(plan()), version).problem(400, "FIELD_INVALID");
    }

    @Test
    void namesAllFaultsAtOnceAndChangesNothing() {
        var bad = Json.text(plan())
                .replace("\"prefix\":\"A\"", "\"prefix\":\"a\"")
                .replace("\"last\":99,", "\"last\":0,")
                .replace("[\"land\"]", "[\"lend\"]");

        var problem = put(bad, "\"1\"").problem(400, "PLAN_INVALID");

        assertThat(problem.faults())
                .extracting(Problem.Fault::path)
                .contains("fields[0].services[0].prefix", "fields[0].services[2].last", "counters[0].services[0]");
        assertThat(problem.faults()).allSatisfy(fault -> assertThat(fault.vi()).isNotEqualTo(fault.en()));
        assertThat(hub.as(Role.BOARD).get("/api/plan").header("ETag")).hasValue("\"1\"");
        var checked = hub.as(Role.ADMIN).post("/api/plan/check", bad);
        assertThat(checked.text()).contains("fields[0].services[0].prefix");
        assertThat(hub.as(Role.ADMIN).post("/api/plan/check", Json.text(plan())).text())
                .isEqualTo("{\"faults\":[]}");
    }

    /** Every one is answered 400 with its place, and a good plan goes through right after. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                  | ''
            []                                 | ''
            null                               | ''
            {"centre":{}}                      | centre.name
            {"counters":[null]}                | counters[0]
            {"colour":"red"}                   | colour
            {"hours":[{"from":"25:99"}]}       | hours[0].from
            """)
    void refusesWhatIsNoPlan(String json, String path) {
        var problem = put(json, "\"1\"").problem(400, "PLAN_INVALID");

        assertThat(problem.faults()).extracting(Problem.Fault::path).contains(path);
        assertThat(put(with(plan(), TAX), 1).status()).isEqualTo(200);
    }

    @Test
    void takesAPlanOfAHundredServicesAndNoMegabytes() {
        var plan = plan();
        var name = new Text(
                "Thủ tục đăng ký biến động đất đai và tài sản gắn liền với đất "
                        .repeat(1)
                        .strip(),
                "Land");
        var many = plan;
        for (var i = 0; i < 100; i++) {
            many = with(many, new Plan.Service("s" + i, name, "Z", i * 10 + 1, i * 10 + 10, plan.hours()));
        }

        assertThat(Json.bytes(many).length).isGreaterThan(25_000);
        assertThat(put(many, 1).status()).isEqualTo(200);
        put("[" + "1,".repeat(600_000) + "1]", "\"2\"").problem(413, "BODY_TOO_LARGE");
    }

    @Test
    void movesServicesOfACounterByTheManager() {
        hub.as(Role.KIOSK).take("maps");

        var moved = hub.as(Role.MANAGER).send("PUT", "/api/counters/1/services", "{\"services\":[\"land\",\"maps\"]}");

        assertThat(moved.text()).isEqualTo("{\"services\":[\"land\",\"maps\"]}");
        assertThat(plan().countersFor("maps")).containsExactly(1, 2);
        assertThat(hub.as(Role.CLERK).press(1, "next").text()).contains("B001");
    }

    @Test
    void leavesNoServiceWithoutACounter() {
        var problem = hub.as(Role.MANAGER)
                .send("PUT", "/api/counters/1/services", "{\"services\":[\"maps\"]}")
                .problem(400, "PLAN_INVALID");

        assertThat(problem.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.vi()).contains("không quầy nào phục vụ"));
        hub.as(Role.MANAGER)
                .send("PUT", "/api/counters/9/services", "{\"services\":[\"maps\"]}")
                .problem(404, "COUNTER_UNKNOWN");
        for (var body : Arrays.asList("{}", "{\"services\":[null]}", "{\"services\":3}")) {
            hub.as(Role.MANAGER).send("PUT", "/api/counters/1/services", body).problem(400, "FIELD_INVALID");
        }
    }

    @Test
    void showsTheEffectOfAMoveBeforehand() {
        var eight = LocalDateTime.parse("2026-11-23T08:00");
        for (var i = 0; i < 12; i++) {
            hub.as(Role.KIOSK).take("land");
            hub.as(Role.CLERK).press(1, "next");
            hub.clock().set(eight.plusMinutes(6L * i + 6).toString());
            hub.as(Role.CLERK).press(1, "finish");
        }
        for (var i = 0; i < 6; i++) hub.as(Role.KIOSK).take("land");
        hub.person(Role.CLERK, "minh", "Anh Minh").press(2, "open");

        var effect = hub.as(Role.MANAGER)
                .post("/api/counters/2/services/preview", "{\"services\":[\"land\",\"maps\",\"advice\"]}")
                .as(JsonNode.class);

        var before = effect.at("/before/land/likely").asInt();
        var after = effect.at("/after/land/likely").asInt();
        assertThat(before).as(effect.toString()).isGreaterThan(30);
        assertThat(after).isPositive().isLessThan(before * 2 / 3);
        assertThat(hub.as(Role.BOARD).get("/api/plan").header("ETag")).hasValue("\"1\"");
    }
}
