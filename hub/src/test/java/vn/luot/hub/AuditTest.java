package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.Checkpoint;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.PlanStore;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.program.CannotStart;

/** A journal that somebody with the database in hand has changed, and how that comes out. */
class AuditTest {
    @TempDir
    private Path folder;

    /** A day of three tickets, closed, with its checkpoint. */
    @BeforeEach
    void closeADay() {
        try (var hub = RunningHub.atWork(data())) {
            for (var i = 0; i < 3; i++) hub.as(Role.KIOSK).take("land");
            hub.as(Role.CLERK).press(1, "next");
            hub.as(Role.CLERK).press(1, "start");
            hub.as(Role.CLERK).press(1, "finish");
            hub.as(Role.CLERK).press(1, "close");
            assertThat(hub.as(Role.MANAGER).post("/api/day/close", null).status())
                    .isEqualTo(200);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Commands.Ended verify() {
        return Commands.on(data(), "verify");
    }

    private void run(String... changes) throws SQLException {
        try (var connection = Database.open(data().resolve("luot.db")).connect();
                var statement = connection.createStatement()) {
            for (var change : changes)
                assertThat(statement.executeUpdate(change)).as(change).isPositive();
        }
    }

    private void isFound(String what) {
        var ended = verify();
        assertThat(ended.code()).as(ended.out()).isEqualTo(1);
        assertThat(ended.out()).contains(what);
    }

    @Test
    void findsNothingWhereNothingWasChanged() {
        assertThat(verify().could().out()).contains(" 1 điểm kiểm, 0 sai lệch").contains("0 faults");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE step SET actor = 'minh' WHERE kind = 'CALLED'",
                "UPDATE step SET at = at + 60000 WHERE kind = 'CALLED'",
                "UPDATE step SET reason = NULL WHERE kind = 'CALLED'",
                "UPDATE step SET score = 1 WHERE kind = 'FINISHED'",
                "UPDATE step SET priority_class = '' WHERE kind = 'ISSUED'",
                "UPDATE step SET kind = 'RECALLED' WHERE kind = 'CALLED'",
                "UPDATE step SET hash = NULL WHERE kind = 'CALLED'",
            })
    void findsAStepThatWasEdited(String change) throws SQLException {
        run(change);

        isFound(change.contains("hash") ? "bước 6 không có mã liên kết" : "đã bị sửa");
    }

    @Test
    void findsAStepThatWasDeleted() throws SQLException {
        run("DELETE FROM step WHERE kind = 'CALLED'");

        isFound("bước 6 bị xoá");
    }

    @Test
    void findsAStepThatWasDeletedWhenTheOthersMoveUp() throws SQLException {
        run("DELETE FROM step WHERE kind = 'CALLED'", "UPDATE step SET seq = seq - 1 WHERE seq > 6");

        isFound("bước 6 đã bị sửa");
    }

    @Test
    void findsThatTheEndWasCutOff() throws SQLException {
        run("DELETE FROM step WHERE seq > 8");

        isFound("nhật ký bị cắt ở bước 8");
    }

    /** By the hub itself, so that every hash is right. */
    @Test
    void findsThatTheEndWasCutOffAndOtherStepsWereAppended() throws SQLException {
        run("DELETE FROM step WHERE seq > 5");
        try (var hub = RunningHub.on(data(), "2026-11-23T08:30")) {
            for (var i = 0; i < 10; i++) hub.as(Role.KIOSK).take("land");
        }

        isFound("đã bị thay");
    }

    @Test
    void findsACheckpointThatTheHubDidNotSign() throws IOException {
        var file = data().resolve("checkpoints.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"count\":1", "\"count\":2"));

        isFound("sai chữ ký");
    }

    @Test
    void startsWithNoDamagedFileOfCheckpoints() throws IOException {
        Files.writeString(data().resolve("checkpoints.jsonl"), "{\"count\":");

        assertThatThrownBy(() -> RunningHub.on(data(), "2026-11-23T08:30"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("điểm kiểm")
                .hasMessageContaining("the file of checkpoints is damaged");
    }

    @Test
    void findsAnAccessLogThatWasChanged() throws SQLException {
        run("DELETE FROM access_log WHERE seq = 2");

        isFound("sổ ra vào");
    }

    /** Who may change it may bend the order. */
    @Test
    void findsAPlanThatWasEdited() throws SQLException {
        run("UPDATE plan SET json = replace(json, '\"prefix\":\"A\"', '\"prefix\":\"Z\"')");

        isFound("bản kế hoạch 1 đã bị sửa");
    }

    /** Whoever has the database in hand can link a seal of their own to the log as well. */
    @Test
    void findsAPlanThatWasEditedAndSealedAnew() throws SQLException {
        run("UPDATE plan SET json = replace(json, '\"prefix\":\"A\"', '\"prefix\":\"Z\"')");
        var database = Database.open(data().resolve("luot.db"));
        database.each(
                "SELECT json FROM plan",
                row -> new AccessLog(database, HubSetup.HALL, HubConfig.systemClock())
                        .note(
                                AccessLog.Kind.PLAN_KEPT,
                                AccessLog.COMMAND_LINE,
                                "1",
                                PlanStore.seal(row.getString("json"))));

        isFound("bản kế hoạch 1 đã bị sửa");
        isFound("bản kế hoạch 1 được lưu lại sau khi đã dùng");
    }

    /** A version that a restore forgot is kept anew, in a later life. */
    @Test
    void findsNothingWhereARestoreForgotAVersion() throws Exception {
        var out = Commands.on(data(), "backup").could().out();
        var file = out.substring(out.lastIndexOf(": ") + 2).strip();
        for (var day : List.of("24", "25")) {
            try (var hub = RunningHub.on(data(), "2026-11-" + day + "T08:00")) {
                hub.openDay();
                changePlan(hub);
                assertThat(hub.as(Role.MANAGER).post("/api/day/close", null).status())
                        .isEqualTo(200);
            }
            if (day.equals("24"))
                Commands.on(data(), "restore", "--accept-loss", "--from", file).could();
        }

        assertThat(verify().could().out()).contains("3 điểm kiểm, 0 sai lệch");
    }

    /** What is left of it is linked as it should be. */
    @Test
    void findsThatTheEndOfTheAccessLogWasCutOff() throws SQLException {
        run("DELETE FROM access_log WHERE seq > 1");

        isFound("sổ ra vào bị cắt hay bị thay");
    }

    @Test
    void linksStepsOfAnOlderProgram() throws SQLException {
        run("UPDATE step SET hash = NULL");
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
        }

        var ended = verify();

        assertThat(ended.out()).doesNotContain("không có mã liên kết").doesNotContain("bị sửa");
    }

    @Test
    void saysThatARestoreAndNotAHandTookStepsAway() throws Exception {
        var backup = folder.resolve("backups");
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
            Commands.on(data(), "backup", "--to", backup.toString()).could();
            assertThat(hub.as(Role.HOST).post("/api/day/close", null).status()).isEqualTo(200);
        }
        try (var files = Files.list(backup)) {
            var file = files.findFirst().orElseThrow().toString();
            Commands.on(data(), "restore", "--accept-loss", "--from", file).could();
        }

        assertThat(verify().could().out()).contains("2 điểm kiểm, 0 sai lệch").contains("mới hơn bản sao lưu");
    }

    /** As when it was killed there: nobody is to be accused for what was restored. */
    @Test
    void knowsOfARestoreThatStoppedOnceTheDataWereInPlace() throws Exception {
        var out = Commands.on(data(), "backup").could().out();
        var file = out.substring(out.lastIndexOf(": ") + 2).strip();
        Files.writeString(data().resolve("second-factor.key"), "hỏng");

        Commands.on(data(), "restore", "--from", file);

        Files.delete(data().resolve("second-factor.key"));
        assertThat(verify().could().out()).contains(" 0 sai lệch");
    }

    /** Checkpoints that a restore left behind are no fault, so a restore that never was would hide a cut. */
    @Test
    void findsThatNobodyRestoredWhatIsSaidToBe() throws SQLException {
        run(
                "DELETE FROM step WHERE seq > 5",
                "INSERT INTO epoch (epoch, at, cause, steps) VALUES (29000000, 0, 'RESTORED', 5)");

        isFound("kỷ nguyên 29000000 không có trong sổ ra vào");
    }

    @Test
    void answersAComplaintFromTheRecord() {
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
            var clerk = hub.as(Role.CLERK);
            clerk.press(1, "open");
            for (var i = 0; i < 2; i++) hub.as(Role.KIOSK).take("land");
            var second = hub.as(Role.KIOSK).take("land");
            var called =
                    clerk.post("/api/counters/1/call", "{\"ticket\":" + second.id() + ",\"why\":\"người khuyết tật\"}");
            assertThat(called.status()).as(called.text()).isEqualTo(200);

            var entries = hub.as(Role.MANAGER).get("/api/audit").as(JsonNode.class);

            assertThat(kinds(entries)).contains("SIGNED_IN", "DEVICE_ADDED", "DAY_OPENED", "CALLED");
            assertThat(entries.toString()).contains("người khuyết tật").contains("A003");
            hub.as(Role.MANAGER).get("/api/audit?from=2026-11-23&to=2026-11-23").as(JsonNode.class);
            hub.as(Role.MANAGER).get("/api/audit?from=x").problem(400, "FIELD_INVALID");
            hub.as(Role.MANAGER).get("/api/audit?from=2026-11-23&to=2026-11-22").problem(400, "FIELD_INVALID");
            hub.as(Role.MANAGER).get("/api/audit?from=2026-01-01&to=2026-11-22").problem(400, "FIELD_INVALID");
            var checkpoint = hub.as(Role.MANAGER).get("/api/audit/checkpoint").as(Map.class);
            assertThat(checkpoint.get("signature").toString()).hasSize(88);
        }
    }

    @Test
    void hasEveryDecisionThatBentTheOrderOrTookSomethingBack() {
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
            var clerk = hub.as(Role.CLERK);
            clerk.press(1, "open");
            var moved = hub.as(Role.KIOSK).take("land");
            clerk.press(1, "next");
            clerk.post("/api/counters/1/transfer", "{\"service\":\"maps\",\"why\":\"nhầm dịch vụ\"}");
            var rated = hub.as(Role.KIOSK).take("land");
            for (var verb : List.of("next", "start", "finish")) clerk.press(1, verb);
            assertThat(hub.as(Role.TABLET)
                            .rate(Caller.freshKey(), rated.token(), 1)
                            .status())
                    .isEqualTo(201);
            hub.as(Role.MANAGER).post("/api/votes/" + rated.id() + "/void", "{\"why\":\"trẻ em bấm nhầm\"}");
            var key = Caller.freshKey();
            var neverPrinted = hub.as(Role.KIOSK).take(key, "land").as(TicketReceipt.class);
            hub.as(Role.KIOSK).post("/api/tickets/void", "", "Idempotency-Key", key);
            var left = hub.as(Role.KIOSK).take("land");
            clerk.post("/api/counters/1/cancel", "{\"ticket\":" + left.id() + ",\"why\":\"về trước\"}");
            changePlan(hub);

            assertThat(lines(hub.as(Role.MANAGER).get("/api/audit").as(JsonNode.class)))
                    .contains(
                            "TRANSFERRED lan " + moved.number() + " nhầm dịch vụ",
                            "VOTE_VOIDED manager " + rated.number() + " trẻ em bấm nhầm",
                            "VOIDED KIOSK-2 " + neverPrinted.number() + " ",
                            "CANCELLED lan " + left.number() + " về trước",
                            "PLAN_CHANGED admin  2",
                            "SIGNED_IN lan  127.0.0.1");
        }
    }

    private static void changePlan(RunningHub hub) {
        var plan = hub.as(Role.ADMIN).get("/api/plan");
        var other = plan.as(Plan.class)
                .withCounter(new Plan.Counter(2, new Text("Bản đồ", "Maps"), List.of("maps", "advice")));
        var version = plan.header("ETag").orElseThrow();
        assertThat(hub.as(Role.ADMIN)
                        .send("PUT", "/api/plan", Json.text(other), "If-Match", version)
                        .status())
                .isEqualTo(200);
    }

    /** Who is put aside and never finished can give no vote, and may be served again whenever the clerk likes. */
    @Test
    void hasWhoWasPutAsideAndWhomTheDayLeftThere() {
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
            var clerk = hub.as(Role.CLERK);
            clerk.press(1, "open");
            var left = hub.as(Role.KIOSK).take("land");
            var pushed = hub.as(Role.KIOSK).take("land");
            var waiting = hub.as(Role.KIOSK).take("land");
            for (var verb : List.of("next", "start")) clerk.press(1, verb);
            clerk.post("/api/counters/1/hold", "{\"why\":\"chờ giấy\"}");
            hub.clock().set("2026-11-24T08:15");
            hub.nobody().post("/api/tickets/" + pushed.token() + "/push-back", null);
            clerk.post("/api/counters/1/resume", "{\"ticket\":" + left.id() + "}");
            clerk.press(1, "hold");
            assertThat(hub.as(Role.MANAGER).post("/api/day/close", null).status())
                    .isEqualTo(200);

            assertThat(lines(hub.as(Role.MANAGER).get("/api/audit").as(JsonNode.class)))
                    .contains(
                            "HELD lan " + left.number() + " chờ giấy",
                            "PUSHED_BACK  " + pushed.number() + " ",
                            "RESUMED lan " + left.number() + " ",
                            "UNSERVED manager " + left.number() + " ")
                    .doesNotContain("UNSERVED manager " + waiting.number() + " ");
        }
    }

    @Test
    void isATableInWordsForWhoeverAnswersAComplaint() {
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            hub.openDay();
            var clerk = hub.as(Role.CLERK);
            clerk.press(1, "open");
            var first = hub.as(Role.KIOSK).take("land");
            var second = hub.as(Role.KIOSK).take("land");
            clerk.post("/api/counters/1/call", "{\"ticket\":" + second.id() + ",\"why\":\"=người khuyết tật\"}");
            clerk.press(1, "no-show");

            var table = hub.as(Role.MANAGER).get("/api/reports/audit");

            assertThat(table.header("Content-Disposition").orElseThrow())
                    .contains("luot-2026-11-24-2026-11-24-audit.csv");
            var lines = table.text().lines().toList();
            assertThat(lines.get(0))
                    .isEqualTo("\uFEFFLúc,Việc,\"Số, tên\",Quầy,Ai làm,Vai trò,\"Lý do, chi tiết\",Sổ,Mục");
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("24/11/2026 08:00:00,Gọi ngoài thứ tự," + second.number() + ",1,lan,cán bộ,")
                            .contains("'=người khuyết tật (đến trước: " + first.number() + ")"));
            assertThat(lines).anySatisfy(line -> assertThat(line).contains(",Vắng mặt," + second.number() + ",1,lan,"));
            assertThat(lines.get(lines.size() - 1)).isEqualTo("Tổng cộng," + (lines.size() - 2));
            assertThat(hub.as(Role.MANAGER)
                            .get("/api/reports/audit?from=2026-11-23&to=2026-11-23&lang=en&format=xlsx")
                            .status())
                    .isEqualTo(200);
            hub.as(Role.MANAGER).get("/api/reports/audit?format=pdf").problem(400, "FIELD_INVALID");
            hub.as(Role.MANAGER).get("/api/reports/audit?to=2026-11-25").problem(400, "FIELD_INVALID");
        }
    }

    private static List<String> lines(JsonNode entries) {
        return entries.valueStream()
                .map(entry -> Stream.of("kind", "actor", "subject", "detail")
                        .map(field -> entry.get(field).asText())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void theSlipOfADayThatWasClosedAMomentAgoIsOfThatDay() {
        try (var hub = RunningHub.on(data(), "2026-11-24T08:00")) {
            var manager = hub.as(Role.MANAGER);
            for (var i = 0; i < 20; i++) {
                manager.post("/api/day/open", null).as(HallView.class);
                var closed = manager.post("/api/day/close", null).as(HallView.class);

                var checkpoint = manager.get("/api/audit/checkpoint").as(Checkpoint.class);

                assertThat(checkpoint.seq()).isEqualTo(closed.seq());
            }
        }
    }

    private static List<String> kinds(JsonNode entries) {
        var kinds = new ArrayList<String>();
        entries.forEach(entry -> kinds.add(entry.get("kind").asText()));
        return kinds;
    }
}
