package vn.luot.hub.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import vn.luot.hub.desk.View.Kind;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.protocol.message.TicketRequest;

/** What clerks do at their counters, and the opening and closing of the business day. */
public final class CounterApi {
    private static final View FOR_PERSONS = new View(Kind.HALL, 0);

    private final Reception reception;
    private final Views views;
    private final TicketOrders orders;
    private final Clock clock;
    private final Replays replays = new Replays();

    public CounterApi(Reception reception, Views views, TicketOrders orders, Clock clock) {
        this.reception = reception;
        this.views = views;
        this.orders = orders;
        this.clock = clock;
    }

    /** POST /api/counters/{counter}/{verb} */
    public void act(Call call) {
        var counter = counter(call);
        var verb = Verb.of(call.path("verb"));
        var actor = call.actor();
        var said = Said.in(call);
        call.then(
                replays.once(
                        call, () -> reception.askWhether((hall, now) -> verb.decide(hall, counter, said, actor, now))),
                outcome -> answer(call, counter, outcome));
    }

    /** POST /api/counters/{counter}/walk-in */
    public void walkIn(Call call) {
        var counter = counter(call);
        var order = orders.of(call.key(), call.body(TicketRequest.class));
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.walkIn(counter, order, actor, now)),
                outcome -> answer(call, counter, outcome));
    }

    /** The verbs of the address; a new one does not compile until it says what it does. */
    private enum Verb {
        OPEN,
        PAUSE,
        CLOSE,
        NEXT,
        CALL,
        RECALL,
        START,
        FINISH,
        NO_SHOW,
        HOLD,
        RESUME,
        RETURN,
        TRANSFER,
        FURTHER,
        CANCEL,
        REPRINT;

        static Verb of(String text) {
            for (var verb : values()) {
                if (verb.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) return verb;
            }
            throw Failure.notFound();
        }

        Decision decide(Hall hall, int at, Said said, Actor actor, Instant now) {
            return switch (this) {
                case OPEN -> hall.openCounter(at, actor, now);
                case PAUSE -> hall.pauseCounter(at, said.why(), actor, now);
                case CLOSE -> hall.closeCounter(at, actor, now);
                case NEXT -> hall.callNext(at, actor, now);
                case CALL -> hall.callChosen(at, said.shown(), said.why(), actor, now);
                case RECALL -> hall.recall(at, said.shown(), actor, now);
                case START -> hall.start(at, said.shown(), actor, now);
                case FINISH -> hall.finish(at, said.shown(), said.finish(), actor, now);
                case NO_SHOW -> hall.noShow(at, said.shown(), actor, now);
                case HOLD -> hall.hold(at, said.shown(), said.why(), actor, now);
                case RESUME -> hall.resume(at, said.shown(), actor, now);
                case RETURN -> hall.giveBack(said.meant(hall, at), said.why(), actor, now);
                case TRANSFER -> said.transfer(said.meant(hall, at), hall, actor, now);
                case FURTHER -> hall.addFurther(said.meant(hall, at), said.service(), actor, now);
                case CANCEL -> hall.cancel(said.meant(hall, at), said.why(), actor, now);
                case REPRINT -> hall.reprint(said.meant(hall, at), actor, now);
            };
        }
    }

    private static int counter(Call call) {
        var text = call.path("counter");
        if (!text.matches("[1-9]\\d?")) throw Refusals.answer(new Refused(Rule.COUNTER_UNKNOWN, null));
        return Integer.parseInt(text);
    }

    private void answer(Call call, int counter, Outcome outcome) {
        if (outcome instanceof Outcome.No no) {
            if (no.refused().rule() != Rule.QUEUE_EMPTY) throw Said.answer(no.refused());
            call.answerNothing();
        } else if (outcome instanceof Outcome.Taken taken && isAt(counter, taken)) {
            call.answer(200, views.counter(taken.announcement(), FOR_PERSONS));
        } else {
            // The ticket was not at this counter, or the wish was granted before: the counter as it is.
            call.then(
                    reception.look(hall -> hall.counter(counter)
                            .map(known -> views.counter(hall, known, FOR_PERSONS))
                            .orElse(null)),
                    view -> {
                        if (view == null) throw Refusals.answer(new Refused(Rule.COUNTER_UNKNOWN, null));
                        call.answer(200, view);
                    });
        }
    }

    private static boolean isAt(int counter, Outcome.Taken taken) {
        var touched = taken.announcement().step().counter();
        return touched != null && touched.id() == counter;
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
