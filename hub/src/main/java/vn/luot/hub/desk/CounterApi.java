package vn.luot.hub.desk;

import java.time.Clock;
import java.time.Instant;
import vn.luot.hub.desk.View.Kind;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;

/** What clerks do at their counters, and the opening and closing of the business day. */
public final class CounterApi {
    private static final View FOR_PERSONS = new View(Kind.HALL, 0);

    private final Reception reception;
    private final Views views;
    private final Clock clock;

    public CounterApi(Reception reception, Views views, Clock clock) {
        this.reception = reception;
        this.views = views;
        this.clock = clock;
    }

    /** @param ticket the ticket that the clerk's screen shows; absent when it does not say */
    private record Shown(Long ticket) {}

    /** POST /api/counters/{counter}/{verb} */
    public void act(Call call) {
        var counter = counter(call);
        var verb = Verb.of(call.path("verb"));
        var actor = call.actor();
        var shown = shown(call);
        call.then(
                reception.askWhether((hall, now) -> verb.decide(hall, counter, shown, actor, now)),
                outcome -> answer(call, outcome));
    }

    /** The verbs of the address; a new one does not compile until it says what it does. */
    private enum Verb {
        OPEN,
        CLOSE,
        NEXT,
        RECALL,
        START,
        FINISH,
        NO_SHOW;

        static Verb of(String text) {
            for (var verb : values()) {
                if (verb.name().toLowerCase().replace('_', '-').equals(text)) return verb;
            }
            throw Failure.notFound();
        }

        Decision decide(Hall hall, int counter, long shown, Actor actor, Instant now) {
            return switch (this) {
                case OPEN -> hall.openCounter(counter, actor, now);
                case CLOSE -> hall.closeCounter(counter, actor, now);
                case NEXT -> hall.callNext(counter, actor, now);
                case RECALL -> hall.recall(counter, shown, actor, now);
                case START -> hall.start(counter, shown, actor, now);
                case FINISH -> hall.finish(counter, shown, actor, now);
                case NO_SHOW -> hall.noShow(counter, shown, actor, now);
            };
        }
    }

    private static int counter(Call call) {
        var text = call.path("counter");
        if (!text.matches("[1-9]\\d?")) throw Refusals.answer(new Refused(Rule.COUNTER_UNKNOWN, null));
        return Integer.parseInt(text);
    }

    private static long shown(Call call) {
        if (!call.hasBody()) return 0;
        var ticket = call.body(Shown.class).ticket();
        return ticket == null ? 0 : ticket;
    }

    private void answer(Call call, Outcome outcome) {
        if (outcome instanceof Outcome.No no) {
            if (no.refused().rule() != Rule.QUEUE_EMPTY) throw Refusals.answer(no.refused());
            call.answerNothing();
        } else if (outcome instanceof Outcome.Taken taken) {
            call.answer(200, views.counter(taken.announcement(), FOR_PERSONS));
        }
    }

    /** POST /api/day/open */
    public void openDay(Call call) {
        var actor = call.actor();
        call.then(reception.ask((hall, now) -> hall.openDay(actor, now)), outcome -> answerHall(call));
    }

    /** POST /api/day/close */
    public void closeDay(Call call) {
        var actor = call.actor();
        call.then(reception.ask((hall, now) -> hall.closeDay(actor, now)), outcome -> answerHall(call));
    }

    private void answerHall(Call call) {
        call.then(
                reception.look(hall -> views.hall(hall, FOR_PERSONS, clock.instant())), hall -> call.answer(200, hall));
    }
}
