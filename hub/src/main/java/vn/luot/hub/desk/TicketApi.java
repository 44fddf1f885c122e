package vn.luot.hub.desk;

import java.time.Duration;
import java.util.function.Supplier;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Why;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketReceipt.Arrival;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketStatus;
import vn.luot.protocol.message.WaitRange;

/** Tickets are issued to kiosks and hosts, and seen by whoever holds their token. */
public final class TicketApi {
    private final Reception reception;
    private final Supplier<Edition> plan;
    private final PlanBook plans;
    private final Views views;
    private final TicketOrders orders;
    private final Bookings bookings;
    private final Foresight foresight;
    private final Supplier<String> publicUrl;

    /**
     * @param plan the one in force
     * @param publicUrl where citizens reach the hub, without a slash at the end
     */
    public TicketApi(
            Reception reception,
            Supplier<Edition> plan,
            PlanBook plans,
            Views views,
            TicketOrders orders,
            Bookings bookings,
            Foresight foresight,
            Supplier<String> publicUrl) {
        this.reception = reception;
        this.plan = plan;
        this.plans = plans;
        this.views = views;
        this.orders = orders;
        this.bookings = bookings;
        this.foresight = foresight;
        this.publicUrl = publicUrl;
    }

    /** POST /api/tickets */
    public void issue(Call call) {
        var request = call.body(TicketRequest.class);
        var order = orders.of(call.key(), request);
        // Whoever has an appointment has a time, whatever the others wait.
        var wait = order.appointment() == null ? foresight.expectedWait(order.service()) : Duration.ZERO;
        var actor = call.actor();
        var booking = request.booking() == null
                ? null
                : bookings.of(request.booking()).code();
        call.then(
                reception.ask((hall, now) -> booking == null
                        ? hall.issue(order, wait, actor, now)
                        : bookings.unused(hall, order, booking)
                                .map(unused -> hall.issue(unused, wait, actor, now))
                                .orElse(new Refused(Rule.APPOINTMENT_USED, null))),
                outcome -> call.answer(201, receipt(ticket(outcome))));
    }

    /** GET /api/tickets/{token} */
    public void status(Call call) {
        var token = call.path("token");
        call.then(
                reception.look(hall ->
                        hall.byToken(token).map(ticket -> status(hall, ticket)).orElse(null)),
                status -> {
                    if (status == null) throw missed();
                    call.answer(200, status);
                });
    }

    /** GET /api/tickets/{token}/why */
    public void why(Call call) {
        var token = call.path("token");
        call.then(
                reception.look(hall ->
                        hall.byToken(token).map(ticket -> why(hall, ticket)).orElse(null)),
                why -> {
                    if (why == null) throw missed();
                    call.answer(200, why);
                });
    }

    private static Failure missed() {
        return Refusals.answer(new Refused(Rule.TICKET_NOT_FOUND, null));
    }

    private static Text why(Hall hall, Ticket ticket) {
        var why = hall.callOf(ticket.id()).map(Why::of).orElse(Why.notCalled(ticket.number()));
        return new Text(why.vi(), why.en());
    }

    /** POST /api/tickets/void: nobody is to be called by what this key asked for. */
    public void voidKey(Call call) {
        var key = call.key();
        var actor = call.actor();
        call.then(reception.ask((hall, now) -> hall.voidKey(key, actor, now)), outcome -> call.answerNothing());
    }

    static Ticket ticket(Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken)
            return taken.announcement().step().ticket();
        return ((Outcome.Known) outcome).ticket();
    }

    /** Where whoever holds the ticket sees it. */
    String pageOf(String token) {
        return publicUrl.get() + "/t/" + token;
    }

    TicketReceipt receipt(Ticket ticket) {
        return new TicketReceipt(
                ticket.id(),
                ticket.number().toString(),
                ticket.token(),
                pageOf(ticket.token()),
                ticket.service(),
                plan.get().countersFor(ticket.service()),
                views.time(ticket.issuedAt()),
                ticket.ahead(),
                waits(ticket),
                appointment(ticket));
    }

    /** Whoever has a class or a booked time is called in another order than those whose wait is known here. */
    private WaitRange waits(Ticket ticket) {
        var isOrdinary = ticket.priorityClass() == null && ticket.asked().appointment() == null;
        return isOrdinary ? foresight.waitFor(ticket.service()).orElse(null) : null;
    }

    private TicketReceipt.Appointment appointment(Ticket ticket) {
        var booked = ticket.asked().appointment();
        if (booked == null) return null;
        var callable = booked.minus(plan.get().rules().conduct().early());
        var arrival =
                ticket.issuedAt().isBefore(callable) ? Arrival.EARLY : ticket.booked() ? Arrival.IN_TIME : Arrival.LATE;
        return new TicketReceipt.Appointment(views.time(booked), views.time(callable), arrival);
    }

    private TicketStatus status(Hall hall, Ticket ticket) {
        var edition = plans.edition(hall.plan());
        return new TicketStatus(
                edition.plan().centre().name().vi(),
                ticket.number().toString(),
                plans.nameOf(ticket.service(), edition.version()).orElseThrow(),
                edition.plan().placeOfField(ticket.service()).orElse(null),
                Views.state(ticket.state()),
                hall.ahead(ticket),
                ticket.state() == Ticket.State.WAITING
                        ? foresight.waitOf(ticket.id()).orElse(null)
                        : null,
                ticket.counter() == 0 ? null : ticket.counter(),
                edition.countersFor(ticket.service()),
                views.time(ticket.issuedAt()),
                ticket.mayBeRated() ? edition.plan().rating() : null);
    }
}
