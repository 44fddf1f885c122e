package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketStatus;

/** One visitor's morning, told over HTTP. */
class StoryTest {
    @TempDir
    private Path data;

    @Test
    void aVisitorTakesATicketIsCalledServedAndRates() {
        try (var hub = RunningHub.in(data)) {
            var lan = hub.as(Role.CLERK);
            var kiosk = hub.as(Role.KIOSK);
            var tablet = hub.as(Role.TABLET);

            // Lan opens the day and her counter.
            kiosk.take(Caller.freshKey(), "land").problem(409, "DAY_NOT_OPEN");
            var morning = hub.openDay();
            assertThat(morning.day()).hasToString("2026-11-23");
            assertThat(morning.services())
                    .filteredOn("open", true)
                    .extracting("id")
                    .containsExactly("land", "maps");
            assertThat(lan.press(1, "open").as(CounterView.class))
                    .isEqualTo(new CounterView(1, CounterState.OPEN, "Chị Lan", null, null));
            assertThat(lan.press(1, "next").status()).isEqualTo(204);

            // Two visitors come.
            var key = Caller.freshKey();
            var first = kiosk.take(key, "land").as(TicketReceipt.class);
            assertThat(first.number()).isEqualTo("A001");
            assertThat(first.counters()).containsExactly(1);
            assertThat(first.ahead()).isZero();
            assertThat(first.issuedAt()).hasToString("2026-11-23T08:00+07:00");
            assertThat(first.token()).matches("[A-Za-z0-9_-]{22}");
            assertThat(first.statusUrl()).isEqualTo("http://localhost:" + hub.port() + "/t/" + first.token());
            assertThat(kiosk.take(key, "land").as(TicketReceipt.class)).isEqualTo(first);
            var second = hub.as(Role.HOST).take("land");
            assertThat(second.number()).isEqualTo("A002");
            assertThat(second.ahead()).isEqualTo(1);
            assertThat(status(hub, second).ahead()).isEqualTo(1);

            // The first one is called, twice, and comes.
            var called = lan.press(1, "next").as(CounterView.class);
            assertThat(called.ticket().number()).isEqualTo("A001");
            assertThat(called.ticket().state()).isEqualTo(TicketState.CALLED);
            assertThat(status(hub, first).counter()).isEqualTo(1);
            assertThat(status(hub, second).ahead()).isZero();
            lan.press(1, "next").problem(409, "ALREADY_SERVING");
            assertThat(lan.press(1, "recall").as(CounterView.class).ticket().calls())
                    .isEqualTo(2);
            assertThat(lan.press(1, "start").as(CounterView.class).ticket().state())
                    .isEqualTo(TicketState.SERVING);

            // Nobody rates a visit that is not over.
            tablet.rate(Caller.freshKey(), first.token(), 5).problem(409, "NOT_SERVED");
            var finished = lan.press(1, "finish").as(CounterView.class);
            assertThat(finished.ticket()).isNull();
            assertThat(finished.toRate().number()).isEqualTo("A001");
            assertThat(finished.toRate().token()).isNull();
            lan.press(1, "finish").problem(409, "ILLEGAL_TRANSITION");

            // One vote counts, however often it is sent; a second one does not.
            var vote = Caller.freshKey();
            assertThat(tablet.rate(vote, first.token(), 5).status()).isEqualTo(201);
            assertThat(tablet.rate(vote, first.token(), 5).status()).isEqualTo(201);
            tablet.rate(vote, first.token(), 1).problem(422, "KEY_REUSED");
            tablet.rate(Caller.freshKey(), first.token(), 1).problem(409, "ALREADY_RATED");

            // The second one does not come.
            lan.press(1, "next");
            lan.press(1, "no-show");
            assertThat(status(hub, second).state()).isEqualTo(TicketState.NO_SHOW);

            lan.press(1, "close");
            var evening = lan.post("/api/day/close", null).as(HallView.class);
            assertThat(evening.day()).isNull();
            assertThat(evening.calls()).extracting("number").containsExactly("A002", "A001");
        }
    }

    @Test
    void aClerkWhoseScreenIsOldDoesNotTouchTheNextVisitor() {
        try (var hub = RunningHub.atWork(data)) {
            var lan = hub.as(Role.CLERK);
            var first = hub.as(Role.KIOSK).take("land");
            var second = hub.as(Role.KIOSK).take("land");
            lan.press(1, "next");
            var shown = "{\"ticket\":" + first.id() + "}";
            assertThat(lan.post("/api/counters/1/no-show", shown).status()).isEqualTo(200);
            lan.press(1, "next");

            lan.post("/api/counters/1/no-show", shown).problem(409, "STALE_STATE");

            assertThat(status(hub, second).state()).isEqualTo(TicketState.CALLED);
        }
    }

    @Test
    void aClerkWorksOnlyAtTheOwnCounter() {
        try (var hub = RunningHub.atWork(data)) {
            var minh = hub.person(Role.CLERK, "minh", "Anh Minh");

            minh.press(1, "next").problem(409, "NO_COUNTER");
            minh.press(1, "open").problem(409, "COUNTER_TAKEN");
            minh.press(1, "close").problem(409, "NO_COUNTER");
            minh.press(2, "next").problem(409, "COUNTER_CLOSED");

            assertThat(hub.as(Role.MANAGER)
                            .press(1, "close")
                            .as(CounterView.class)
                            .state())
                    .isEqualTo(CounterState.CLOSED);
        }
    }

    @Test
    void theDayDoesNotCloseWhileSomebodyIsServed() {
        try (var hub = RunningHub.atWork(data)) {
            hub.as(Role.KIOSK).take("land");
            hub.as(Role.CLERK).press(1, "next");

            hub.as(Role.CLERK).post("/api/day/close", null).problem(409, "SOMEBODY_AT_A_COUNTER");
            hub.as(Role.CLERK).post("/api/day/open", null).problem(409, "DAY_ALREADY_OPEN");
        }
    }

    private static TicketStatus status(RunningHub hub, TicketReceipt ticket) {
        return hub.nobody().get("/api/tickets/" + ticket.token()).as(TicketStatus.class);
    }
}
