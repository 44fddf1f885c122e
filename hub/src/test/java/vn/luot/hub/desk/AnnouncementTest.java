package vn.luot.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Conduct;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Opening;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Service;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.ServiceView;

/** Whoever follows the steps sees of every service what the hall itself has. */
class AnnouncementTest {
    private static final String FIRST = "key-of-the-first-1";
    private static final View VIEW = new View(View.Kind.BOARD, 0);

    private final Views views = new Views(() -> ZoneOffset.UTC);
    private final Hall hall = new Hall(rules());
    private HallView followed;

    @BeforeEach
    void open() {
        Halls.take(hall, hall.openDay(LAN, MORNING));
        followed = seen();
    }

    @Test
    void aBlockOfTheLastNumbersClosesItsService() {
        follow(() -> hall.lease("tax", 9, 1, "key-of-the-block-12", KIOSK, MORNING));

        assertThat(hall.gives("tax", MORNING)).isFalse();
        assertThat(service("tax").open()).isFalse();
        assertFollowed();
    }

    @Test
    void aTicketThatIsVoidedAfterItsTransferOpensTheServiceItWasTakenFor() {
        follow(() -> hall.issue(order(FIRST, "land"), KIOSK, MORNING));
        var ticket = hall.tickets().iterator().next().id();
        follow(() -> hall.transferToService(ticket, "tax", "the wrong line", MANAGER, MORNING));
        assertThat(service("land").open()).as("its quota of one is given").isFalse();
        assertThat(service("tax").waiting()).isEqualTo(1);

        follow(() -> hall.voidKey(FIRST, KIOSK, MORNING));

        assertThat(service("land").open()).isTrue();
        assertThat(service("tax").waiting()).isZero();
        assertFollowed();
    }

    @Test
    void aTransferChangesTheLineThatIsLeftToo() {
        follow(() -> hall.issue(order(FIRST, "land"), KIOSK, MORNING));
        var ticket = hall.tickets().iterator().next().id();

        follow(() -> hall.transferToService(ticket, "tax", "the wrong line", MANAGER, MORNING));

        assertThat(service("land").waiting()).isZero();
        assertFollowed();
    }

    private void follow(Supplier<Decision> decided) {
        for (var step : Halls.steps(decided.get())) {
            followed = followed.after(views.step(Announcement.taking(step, hall), VIEW.sight()));
        }
    }

    private ServiceView service(String id) {
        return followed.services().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void assertFollowed() {
        assertThat(followed).isEqualTo(seen());
    }

    private HallView seen() {
        return views.hall(hall, VIEW, MORNING);
    }

    /** Land has a quota of one, tax nine numbers. */
    private static Rules rules() {
        var hours = new Opening(
                List.of(new Opening.Span(Set.of(DayOfWeek.values()), LocalTime.of(7, 30), LocalTime.of(17, 0))));
        return new Rules(
                Halls.ZONE,
                List.of(
                        new Service("land", "land", "A", 1, 99, 1, hours),
                        new Service("tax", "tax", "B", 1, 9, 0, hours)),
                Map.of(1, List.of("land", "tax")),
                Set.of(),
                Set.of(),
                Set.of(),
                Conduct.USUAL);
    }
}
