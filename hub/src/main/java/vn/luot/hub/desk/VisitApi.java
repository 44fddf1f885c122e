package vn.luot.hub.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Ticket;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketsView;

/** What becomes of a visit away from the counters: by the staff, who know the ticket's id, or by its holder. */
public final class VisitApi {
    private final Reception reception;
    private final Views views;
    private final TicketApi tickets;
    private final Replays replays = new Replays();

    public VisitApi(Reception reception, Views views, TicketApi tickets) {
        this.reception = reception;
        this.views = views;
        this.tickets = tickets;
    }

    /** The verbs of the address; a new one does not compile until it says what it does. */
    private enum Verb {
        RETURN,
        TRANSFER,
        FURTHER,
        CANCEL,
        REPRINT,
        PRIORITY;

        static Verb of(String text) {
            for (var verb : values()) {
                if (verb.name().toLowerCase(Locale.ROOT).equals(text)) return verb;
            }
            throw Failure.notFound();
        }

        Decision decide(Hall hall, long ticket, Said said, Actor actor, Instant now) {
            return switch (this) {
                case RETURN -> hall.giveBack(ticket, said.why(), actor, now);
                case TRANSFER -> said.transfer(ticket, hall, actor, now);
                case FURTHER -> hall.addFurther(ticket, said.service(), actor, now);
                case CANCEL -> hall.cancel(ticket, said.why(), actor, now);
                case REPRINT -> hall.reprint(ticket, actor, now);
                case PRIORITY -> hall.decidePriority(ticket, said.priorityClass(), actor, now);
            };
        }
    }

    /** GET /api/tickets?number=&service=&state= */
    public void list(Call call) {
        var number = call.query("number", null);
        var service = call.query("service", null);
        var states = states(call.query("state", null));
        call.then(
                reception.look(hall -> new TicketsView(hall.tickets().stream()
                        .filter(ticket ->
                                number == null || ticket.number().toString().equals(number))
                        .filter(ticket -> service == null || ticket.service().equals(service))
                        .filter(ticket -> states.contains(Views.state(ticket.state())))
                        .sorted(Comparator.comparing(
                                        (Ticket ticket) -> ticket.place().since())
                                .thenComparing(Ticket::id))
                        .map(views::ticket)
                        .toList())),
                found -> call.answer(200, found));
    }

    /** @param text states with commas between; absent for all of them */
    private static Set<TicketState> states(String text) {
        if (text == null) return EnumSet.allOf(TicketState.class);
        return Stream.of(text.split(","))
                .map(VisitApi::state)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketState.class)));
    }

    private static TicketState state(String text) {
        return Stream.of(TicketState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Failure.field("state", "không có trạng thái này.", "there is no such state."));
    }

    /** POST /api/tickets/{ticket}/{verb} */
    public void act(Call call) {
        var id = id(call.path("ticket"));
        var verb = Verb.of(call.path("verb"));
        var said = Said.in(call);
        if (said.ticket() != null && said.ticket() != id) {
            throw Failure.field("ticket", "khác phiếu trong địa chỉ.", "is another one than in the address.");
        }
        var actor = call.actor();
        call.then(
                replays.once(call, () -> reception.askWhether((hall, now) -> verb.decide(hall, id, said, actor, now))),
                outcome -> {
                    if (outcome instanceof Outcome.No no) throw Said.answer(no.refused());
                    call.answer(200, views.ticket(TicketApi.ticket(outcome)));
                });
    }

    private static long id(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) throw notFound();
        return Long.parseLong(text);
    }

    /** POST /api/tickets/{token}/push-back */
    public void pushBack(Call call) {
        asHolder(call, (hall, ticket, now) -> hall.pushBack(ticket, Actor.HOLDER, now));
    }

    /** POST /api/tickets/{token}/leave */
    public void leave(Call call) {
        asHolder(call, (hall, ticket, now) -> hall.cancel(ticket, null, Actor.HOLDER, now));
    }

    private interface ByHolder {
        Decision decide(Hall hall, long ticket, Instant now);
    }

    private void asHolder(Call call, ByHolder wish) {
        var token = call.path("token");
        call.then(
                reception.ask((hall, now) -> hall.byToken(token)
                        .map(ticket -> wish.decide(hall, ticket.id(), now))
                        .orElse(new Refused(Rule.TICKET_NOT_FOUND, null))),
                outcome -> tickets.status(call));
    }

    private static Failure notFound() {
        return Refusals.answer(new Refused(Rule.TICKET_NOT_FOUND, null));
    }
}
