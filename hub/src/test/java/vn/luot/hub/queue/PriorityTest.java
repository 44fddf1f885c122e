package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.take;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.OrderPolicy.Ratio;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket.Mark;

/** Somebody says to have priority, and a person looks. */
class PriorityTest {
    private static final Actor HOST = new Actor(Role.HOST, "mai", "Chị Mai");

    private final Hall hall = hallThatPrefersPriority();

    private static Hall hallThatPrefersPriority() {
        var usual = Halls.rules();
        var hall = new Hall(new Rules(
                usual.zone(),
                usual.services(),
                usual.counters(),
                usual.priorityClasses(),
                usual.scores(),
                usual.reasons(),
                Conducts.calling(new Ratio(1, 1), Set.of())));
        take(hall, hall.openDay(LAN, MORNING));
        take(hall, hall.openCounter(1, LAN, MORNING));
        return hall;
    }

    @Test
    void whoAsksWaitsAsBeforeUntilSomebodyLooked() {
        var first = Halls.issue(hall, "key-of-the-first-1", "land");
        var second = Halls.issue(hall, "key-of-the-second", "land");

        var asked = take(hall, hall.askPriority(second.id(), KIOSK, MORNING));

        assertThat(asked.kind()).isEqualTo(Kind.PRIORITY_ASKED);
        assertThat(asked.ticket().marks()).containsExactly(Mark.PRIORITY_ASKED);
        assertThat(take(hall, hall.callNext(1, LAN, MORNING)).ticket().id()).isEqualTo(first.id());
    }

    @Test
    void whoIsConfirmedIsCalledByTheRuleForTheClassAndKeepsThePlace() {
        Halls.issue(hall, "key-of-the-first-1", "land");
        var second = Halls.issue(hall, "key-of-the-second", "land");
        take(hall, hall.askPriority(second.id(), KIOSK, MORNING));

        var decided = take(hall, hall.decidePriority(second.id(), "elderly", HOST, MORNING));

        assertThat(decided.ticket().priorityClass()).isEqualTo("elderly");
        assertThat(decided.ticket().marks()).isEmpty();
        assertThat(decided.ticket().place()).isEqualTo(second.place());
        assertThat(hall.waiting("land")).isEqualTo(2);
        assertThat(take(hall, hall.callNext(1, LAN, MORNING)).ticket().id()).isEqualTo(second.id());
    }

    @Test
    void whoIsNotStaysAnOrdinaryVisitor() {
        var first = Halls.issue(hall, "key-of-the-first-1", "land");
        var second = Halls.issue(hall, "key-of-the-second", "land");
        take(hall, hall.askPriority(second.id(), KIOSK, MORNING));

        var decided = take(hall, hall.decidePriority(second.id(), null, HOST, MORNING));

        assertThat(decided.ticket().priorityClass()).isNull();
        assertThat(decided.ticket().marks()).isEmpty();
        assertThat(take(hall, hall.callNext(1, LAN, MORNING)).ticket().id()).isEqualTo(first.id());
    }

    @Test
    void askingTwiceAndDecidingTwiceIsOnce() {
        var ticket = Halls.issue(hall, "key-of-the-first-1", "land");
        take(hall, hall.askPriority(ticket.id(), KIOSK, MORNING));

        assertThat(hall.askPriority(ticket.id(), KIOSK, MORNING)).isInstanceOf(Decision.Already.class);
        take(hall, hall.decidePriority(ticket.id(), "elderly", HOST, MORNING));
        assertThat(hall.decidePriority(ticket.id(), "elderly", HOST, MORNING)).isInstanceOf(Decision.Already.class);
        assertThat(hall.askPriority(ticket.id(), KIOSK, MORNING)).isInstanceOf(Decision.Already.class);
    }

    @Test
    void onlyAClassOfThePlanIsGiven() {
        var ticket = Halls.issue(hall, "key-of-the-first-1", "land");

        assertThat(hall.decidePriority(ticket.id(), "vip", HOST, MORNING))
                .isEqualTo(Refused.because(Rule.PRIORITY_CLASS_UNKNOWN));
    }
}
