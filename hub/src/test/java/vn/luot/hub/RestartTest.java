package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketStatus;
import vn.luot.protocol.program.CannotStart;

/** A hub that starts, starts again, or cannot. */
class RestartTest {
    @TempDir
    private Path data;

    @Test
    void keepsTicketsNumbersSessionsAndDevices() {
        var before = RunningHub.atWork(data);
        var key = Caller.freshKey();
        var first = before.as(Role.KIOSK).take(key, "land").as(TicketReceipt.class);
        before.as(Role.CLERK).press(1, "next");

        try (var hub = before.restarted()) {
            assertThat(hub.as(Role.KIOSK)
                            .take(key, "land")
                            .as(TicketReceipt.class)
                            .number())
                    .isEqualTo(first.number());
            assertThat(hub.as(Role.KIOSK).take("land").number()).isEqualTo("A002");
            var status = hub.nobody().get("/api/tickets/" + first.token()).as(TicketStatus.class);
            assertThat(status.state()).isEqualTo(TicketState.CALLED);
            var counter = hub.as(Role.CLERK).press(1, "start").as(CounterView.class);
            assertThat(counter.ticket().number()).isEqualTo("A001");
            assertThat(counter.clerk()).isEqualTo("Chị Lan");
        }
    }

    @Test
    void whatIsSentAgainAfterARestartIsNotDoneTwice() {
        var before = RunningHub.atWork(data);
        var ticket = before.as(Role.KIOSK).take("land");
        before.as(Role.KIOSK).take("land");
        var shown = "{\"ticket\":" + ticket.id() + "}";
        send(before, "next", null);

        var second = before.restarted();
        send(second, "next", null).problem(409, "ALREADY_SERVING");
        send(second, "finish", shown).as(CounterView.class);
        second.as(Role.TABLET).rate("vote-of-the-first-visitor", ticket.token(), 5);

        try (var third = second.restarted()) {
            var finished = send(third, "finish", shown).problem(409, "STALE_STATE");
            assertThat(finished.state()).isEqualTo(TicketState.SERVED);
            var vote = third.as(Role.TABLET).rate("vote-of-the-first-visitor", ticket.token(), 5);
            assertThat(vote.status()).isEqualTo(201);
            third.as(Role.TABLET)
                    .rate("another-vote-for-the-first", ticket.token(), 1)
                    .problem(409, "ALREADY_RATED");
            var next = send(third, "next", null).as(CounterView.class).ticket();
            assertThat(next.number()).isEqualTo("A002");

            send(third, "finish", shown).problem(409, "STALE_STATE");
            var hall = third.as(Role.CLERK).get("/api/hall").as(HallView.class);
            assertThat(hall.counters().get(0).ticket().number()).isEqualTo("A002");
        }
    }

    /** Each verb always with the same key, as a page sends it that did not hear the answer. */
    private static Answer send(RunningHub hub, String verb, String body) {
        return hub.as(Role.CLERK)
                .post("/api/counters/1/" + verb, body, "Idempotency-Key", "key-of-one-click-on-" + verb);
    }

    @Test
    void forgetsASessionThatWasEndedOrGrewOld() {
        var before = RunningHub.in(data);
        before.as(Role.CLERK).send("DELETE", "/api/session", null);
        assertThat(before.as(Role.HOST).get("/api/session").status()).isEqualTo(200);
        before.clock().set("2026-11-23T20:00");

        before.as(Role.HOST).get("/api/session").problem(401, "NOT_SIGNED_IN");
        try (var hub = before.restarted()) {
            hub.as(Role.CLERK).get("/api/session").problem(401, "NOT_SIGNED_IN");
            hub.as(Role.HOST).get("/api/session").problem(401, "NOT_SIGNED_IN");
        }
    }

    @Test
    void saysInOneLineThatThePortIsTakenAndLosesNothing(@TempDir Path others) {
        RunningHub.in(others).close();
        try (var hub = RunningHub.atWork(data)) {
            var config = RunningHub.config(others, hub.clock(), hub.port());

            assertThatThrownBy(() -> Hub.start(config))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("cổng " + hub.port())
                    .hasMessageContaining("--port")
                    .hasMessageNotContaining("\n");

            assertThat(hub.as(Role.KIOSK).take("land").number()).isEqualTo("A001");
        }
    }

    @Test
    void doesNotMakeDataTwice() {
        try (var hub = RunningHub.atWork(data)) {
            assertThatThrownBy(() -> HubSetup.init(data, RunningHub.plan(), hub.clock()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("không có gì bị ghi đè");

            assertThat(hub.as(Role.KIOSK).take("land").number()).isEqualTo("A001");
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhileTheJournalFails() throws SQLException {
        try (var hub = RunningHub.atWork(data);
                var board = FeedListener.of(hub.as(Role.BOARD), "view=board")) {
            board.hall();
            var key = Caller.freshKey();
            change("CREATE TRIGGER full BEFORE INSERT ON step BEGIN SELECT RAISE(ABORT, 'disk full'); END");

            var answer = hub.as(Role.KIOSK).take(key, "land");

            answer.problem(503, "OUTCOME_UNKNOWN");
            assertThat(answer.header("Retry-After")).hasValue("1");
            assertThat(hub.nobody().get("/health/live").status()).isEqualTo(200);
            // Rebuilt: everybody sees what the journal really holds.
            assertThat(board.hall().services().get(0).waiting()).isZero();

            change("DROP TRIGGER full");
            assertThat(hub.as(Role.KIOSK)
                            .take(key, "land")
                            .as(TicketReceipt.class)
                            .number())
                    .isEqualTo("A001");
            assertThat(board.step().seq()).isEqualTo(3);
            assertThat(hub.nobody().get("/health/ready").status()).isEqualTo(200);
            assertThat(hub.as(Role.CLERK).get("/api/hall").as(HallView.class).seq())
                    .isEqualTo(3);
        }
    }

    @Test
    void isNotReadyWhileTheJournalCannotBeRead() throws SQLException {
        try (var hub = RunningHub.atWork(data)) {
            assertThat(hub.nobody().get("/health/ready").status()).isEqualTo(200);
            change("ALTER TABLE step RENAME TO gone");

            hub.as(Role.KIOSK).take(Caller.freshKey(), "land").problem(503, "OUTCOME_UNKNOWN");
            assertThat(hub.nobody().get("/health/ready").status()).isEqualTo(503);
            hub.as(Role.CLERK).get("/api/hall").problem(503, "OUTCOME_UNKNOWN");

            change("ALTER TABLE gone RENAME TO step");
            assertThat(hub.as(Role.KIOSK).take("land").number()).isEqualTo("A001");
            assertThat(hub.nobody().get("/health/ready").status()).isEqualTo(200);
        }
    }

    private void change(String statement) throws SQLException {
        try (var connection = Database.open(data.resolve("luot.db")).connect();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
