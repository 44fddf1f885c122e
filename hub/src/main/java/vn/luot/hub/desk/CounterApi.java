package vn.luot.hub.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import vn.luot.hub.desk.View.Kind;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Finish;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.TicketRequest;

/** What clerks do at their counters, and the opening and closing of the business day. */
public final class CounterApi {
    private static final View FOR_PERSONS = new View(Kind.HALL, 0);
    private static final int LONGEST_WHY = 200;
    private static final int MOST_FILES = 99;
    private static final String OUTCOME = "[a-z0-9.-]{1,40}";

    private final Reception reception;
    private final Views views;
    private final Clock clock;

    public CounterApi(Reception reception, Views views, Clock clock) {
        this.reception = reception;
        this.views = views;
        this.clock = clock;
    }

    /**
     * The body of a verb; each takes what it needs.
     *
     * @param ticket the ticket that is meant, or that the clerk's screen shows; absent for the one at the counter
     * @param why for pause, call, hold, transfer, return and cancel
     * @param service where to transfer, or what follows
     * @param counter where to transfer, instead of a service
     * @param outcome for finish: a code
     * @param files for finish: how many were handled; absent for as many as the visitor said
     */
    private record Said(Long ticket, String why, String service, Integer counter, String outcome, Integer files) {
        static final Said NOTHING = new Said(null, null, null, null, null, null);

        long shown() {
            return ticket == null ? 0 : ticket;
        }

        /** The ticket that is meant. */
        long meant(Hall hall, int at) {
            return ticket == null ? hall.counter(at).map(Counter::ticket).orElse(0L) : ticket;
        }

        Finish finish() {
            return new Finish(outcome, files == null ? 0 : files);
        }
    }

    /** POST /api/counters/{counter}/{verb} */
    public void act(Call call) {
        var counter = counter(call);
        var verb = Verb.of(call.path("verb"));
        var actor = call.actor();
        var said = said(call);
        call.then(
                reception.askWhether((hall, now) -> verb.decide(hall, counter, said, actor, now)),
                outcome -> answer(call, counter, outcome));
    }

    /** POST /api/counters/{counter}/walk-in */
    public void walkIn(Call call) {
        var counter = counter(call);
        var order = TicketApi.order(call.key(), TicketApi.checked(call.body(TicketRequest.class)));
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
                case TRANSFER ->
                    said.counter() == null
                            ? hall.transferToService(said.meant(hall, at), said.service(), said.why(), actor, now)
                            : hall.transferToCounter(said.meant(hall, at), said.counter(), said.why(), actor, now);
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

    private static Said said(Call call) {
        if (!call.hasBody()) return Said.NOTHING;
        var said = call.body(Said.class);
        if (said.outcome() != null && !said.outcome().matches(OUTCOME)) {
            throw Failure.field("outcome", "gồm 1 đến 40 ký tự a–z, 0–9, . -", "must be 1 to 40 of a–z, 0–9, . -");
        }
        if (said.files() != null && (said.files() < 1 || said.files() > MOST_FILES)) {
            throw Failure.field("files", "phải từ 1 đến 99.", "must be from 1 to 99.");
        }
        return new Said(said.ticket(), why(said.why()), said.service(), said.counter(), said.outcome(), said.files());
    }

    /** As it is kept, in one line; absent when nothing was written. */
    private static String why(String written) {
        if (written == null || written.isBlank()) return null;
        var why = Words.composed(written.strip().replaceAll("\\R", " "));
        Words.fault(why, LONGEST_WHY).ifPresent(fault -> {
            throw Failure.text("why", fault.vi(), fault.en());
        });
        return why;
    }

    private void answer(Call call, int counter, Outcome outcome) {
        if (outcome instanceof Outcome.No no) {
            if (no.refused().rule() != Rule.QUEUE_EMPTY) throw Refusals.answer(no.refused());
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
