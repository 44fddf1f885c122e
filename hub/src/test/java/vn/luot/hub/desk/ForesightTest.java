package vn.luot.hub.desk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Halls;
import vn.luot.protocol.message.WaitRange;

class ForesightTest {
    @TempDir
    Path folder;

    private final Foresight foresight = new Foresight();

    @Test
    void saysHowLongATicketWaitsOnceItHasSeenEnough() throws Exception {
        var journal = new SqliteJournal(Journals.in(folder), 1);
        var clock = Clock.fixed(MORNING, Halls.ZONE);
        try (var desk = new Desk(any -> Halls.rules(), journal, clock, foresight).rebuilt()) {
            desk.open();
            ask(desk, (hall, now) -> hall.openDay(LAN, now));
            ask(desk, (hall, now) -> hall.openCounter(1, LAN, now));
            for (var i = 0; i < 12; i++) serve(desk, "key-of-the-served-" + i);
            issue(desk, "key-of-the-called-1");
            ask(desk, (hall, now) -> hall.callNext(1, LAN, now));
            var waiting = issue(desk, "key-of-the-waiting-");

            foresight.lookAgain(desk, clock, Runnable::run);
            desk.read(hall -> hall.seq()).get(60, SECONDS);

            assertThat(foresight.waitOf(waiting)).contains(new WaitRange(5, 5));
        }
        var afterARestart = new Foresight();
        try (var desk = new Desk(any -> Halls.rules(), new SqliteJournal(Journals.in(folder), 1), clock, afterARestart)
                .rebuilt()) {
            desk.open();
            afterARestart.lookAgain(desk, clock, Runnable::run);
            desk.read(hall -> hall.seq()).get(60, SECONDS);

            assertThat(afterARestart.waitOf(desk.read(hall -> hall.seq()).get(60, SECONDS)))
                    .contains(new WaitRange(5, 5));
        }
    }

    private void serve(Desk desk, String key) throws Exception {
        issue(desk, key);
        ask(desk, (hall, now) -> hall.callNext(1, LAN, now));
        ask(desk, (hall, now) -> hall.finish(1, 0, LAN, now.plus(Duration.ofMinutes(5))));
    }

    private static long issue(Desk desk, String key) throws Exception {
        return ask(desk, (hall, now) -> hall.issue(order(key, "land"), KIOSK, now))
                .announcement()
                .step()
                .ticket()
                .id();
    }

    private static Outcome.Taken ask(Desk desk, Desk.Wish wish) throws Exception {
        return (Outcome.Taken) desk.submit(wish).get(60, SECONDS);
    }
}
