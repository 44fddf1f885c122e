package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketStatus;
import vn.luot.protocol.message.WaitsView;

/** Nobody is given a number who would be called after closing; whoever has an appointment has a time. */
class LastTicketTest {

    @TempDir
    private Path data;

    @Test
    void numbersEndWhenTheWaitPassesClosingTime() {
        try (var hub = RunningHub.in(data)) {
            hub.clock().set("2026-11-23T14:00");
            hub.openDay();
            var lan = hub.as(Role.CLERK);
            lan.press(1, "open").as(CounterView.class);
            for (var visit = 0; visit < 12; visit++) {
                hub.clock().set("2026-11-23T%02d:00".formatted(14 + visit / 6));
                hub.as(Role.KIOSK).take("land");
                lan.press(1, "next").as(CounterView.class);
                hub.clock().set("2026-11-23T%02d:10".formatted(14 + visit / 6));
                lan.press(1, "finish").as(CounterView.class);
            }
            hub.clock().set("2026-11-23T16:30");
            var waiting = hub.as(Role.KIOSK).take("land");
            for (var more = 0; more < 3; more++) hub.as(Role.KIOSK).take("land");
            lan.press(1, "next").as(CounterView.class);
            var seen = awaitWaitOver(hub, 30);

            var problem = hub.as(Role.KIOSK).take(Caller.freshKey(), "land").problem(409, "CLOSING_SOON");

            assertThat(problem.messageVi()).contains("quá giờ đóng cửa").contains("07:30 ngày 24/11");
            assertThat(problem.messageEn()).contains("past closing time").contains("07:30 on 24/11");
            assertThat(seen.fields().get("land")).isEqualTo(seen.services().get("land"));
            assertThat(hub.nobody()
                            .get("/api/tickets/" + waiting.token())
                            .as(TicketStatus.class)
                            .waits())
                    .as("is called already")
                    .isNull();
            hub.as(Role.KIOSK)
                    .post(
                            "/api/tickets",
                            "{\"service\":\"land\",\"appointment\":\"2026-11-23T16:40:00+07:00\"}",
                            "Idempotency-Key",
                            Caller.freshKey())
                    .as(TicketReceipt.class);
        }
    }

    @Test
    void anAppointmentIsOfTodayAndCountsFromItsTime() {
        try (var hub = RunningHub.atWork(data)) {
            var booked = "{\"service\":\"land\",\"appointment\":\"2026-11-%sT%s:00+07:00\"}";
            hub.as(Role.KIOSK)
                    .post("/api/tickets", booked.formatted("24", "08:00"), "Idempotency-Key", Caller.freshKey())
                    .problem(409, "APPOINTMENT_ON_ANOTHER_DAY");
            hub.as(Role.KIOSK)
                    .post("/api/tickets", booked.formatted("23", "08:30"), "Idempotency-Key", Caller.freshKey())
                    .as(TicketReceipt.class);
            hub.as(Role.KIOSK).take("land");

            assertThat(hub.as(Role.CLERK)
                            .press(1, "next")
                            .as(CounterView.class)
                            .ticket()
                            .number())
                    .as("half an hour before the booked time")
                    .isEqualTo("A002");
            hub.as(Role.CLERK).press(1, "finish");
            assertThat(hub.as(Role.CLERK).press(1, "next").status()).isEqualTo(204);
            hub.clock().set("2026-11-23T08:20");
            assertThat(hub.as(Role.CLERK)
                            .press(1, "next")
                            .as(CounterView.class)
                            .ticket()
                            .number())
                    .isEqualTo("A001");
        }
    }

    /** The hub looks at the hall every few seconds. */
    private static WaitsView awaitWaitOver(RunningHub hub, int minutes) {
        var waits = new AtomicReference<WaitsView>();
        Await.until(() -> {
            waits.set(hub.as(Role.KIOSK).get("/api/waits").as(WaitsView.class));
            var land = waits.get().services().get("land");
            return land != null && land.likely() > minutes;
        });
        return waits.get();
    }
}
