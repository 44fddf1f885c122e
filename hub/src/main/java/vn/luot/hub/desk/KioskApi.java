package vn.luot.hub.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.GivenOffline;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Lease;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Service;
import vn.luot.hub.queue.TicketNumber;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;

/** What lets kiosks go on without the hub: blocks of numbers for later, and the tickets that were given from them. */
public final class KioskApi {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Reception reception;
    private final TicketApi tickets;
    private final TicketOrders orders;
    private final Views views;
    private final Clock clock;
    private final int epoch;

    /** @param epoch which life of its store the hub is in */
    public KioskApi(Reception reception, TicketApi tickets, TicketOrders orders, Views views, Clock clock, int epoch) {
        this.reception = reception;
        this.tickets = tickets;
        this.orders = orders;
        this.views = views;
        this.clock = clock;
        this.epoch = epoch;
    }

    /** GET /api/leases */
    public void blocks(Call call) {
        var kiosk = call.actor();
        call.then(reception.look(hall -> blocks(hall, kiosk)), blocks -> call.answer(200, blocks));
    }

    /** GET /api/scan-key */
    public void scanKey(Call call) {
        call.then(reception.look(hall -> orders.scanKey(hall.day())), key -> call.answer(200, key));
    }

    /** POST /api/leases */
    public void lease(Call call) {
        var key = call.key();
        var wish = checked(call.body(BlockRequest.class));
        var kiosk = call.actor();
        call.then(
                reception
                        .ask((hall, now) -> hall.lease(wish.service(), wish.count(), epoch, key, kiosk, now))
                        .compose(cut -> reception.look(hall -> block(hall, kiosk, key))),
                block -> call.answer(201, block.orElseThrow(() -> Refusals.answer(new Refused(Rule.DAY_OVER, null)))));
    }

    /** POST /api/tickets/offline */
    public void takeIn(Call call) {
        var ticket = call.body(OfflineTicket.class);
        var given = given(ticket);
        var order = orders.of(call.key(), ticket.ticket(), ticket.token());
        var kiosk = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.takeIn(order, given, kiosk, now)),
                outcome -> call.answer(201, tickets.receipt(TicketApi.ticket(outcome))));
    }

    /** POST /api/tickets/reprint */
    public void reprint(Call call) {
        var token = call.body(Reprint.class).token();
        if (token == null) throw Failure.field("token", "phải có.", "is needed.");
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.byToken(token)
                        .map(ticket -> hall.reprint(ticket.id(), actor, now))
                        .orElse(new Refused(Rule.TICKET_NOT_FOUND, null))),
                outcome -> call.answerNothing());
    }

    /** POST /api/tickets/priority: a person is to look at its holder. */
    public void askPriority(Call call) {
        var token = call.body(Reprint.class).token();
        if (token == null) throw Failure.field("token", "phải có.", "is needed.");
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.byToken(token)
                        .map(ticket -> hall.askPriority(ticket.id(), actor, now))
                        .orElse(new Refused(Rule.TICKET_NOT_FOUND, null))),
                outcome -> call.answerNothing());
    }

    private static BlockRequest checked(BlockRequest wish) {
        if (wish.service() == null) {
            throw Failure.field("service", "phải có mã dịch vụ.", "the id of a service is needed.");
        }
        if (wish.count() < 1 || wish.count() > BlockRequest.MOST) {
            throw Failure.field(
                    "count",
                    "phải từ 1 đến " + BlockRequest.MOST + ".",
                    "must be from 1 to " + BlockRequest.MOST + ".");
        }
        return wish;
    }

    private static GivenOffline given(OfflineTicket ticket) {
        if (ticket.ticket() == null) throw Failure.field("ticket", "phải có.", "is needed.");
        if (ticket.day() == null) throw Failure.field("day", "phải có ngày làm việc.", "the business day is needed.");
        if (ticket.pressedAt() == null) throw Failure.field("pressedAt", "phải có giờ.", "a time is needed.");
        if (ticket.token() == null || !TOKEN.matcher(ticket.token()).matches()) {
            throw Failure.field("token", "phải có 22 ký tự A–Z a–z 0–9 _ -.", "must be 22 characters A–Z a–z 0–9 _ -.");
        }
        var number = Optional.ofNullable(ticket.number())
                .flatMap(TicketNumber::parse)
                .orElseThrow(() -> Failure.field("number", "phải có dạng A012.", "must look like A012."));
        return new GivenOffline(
                number, ticket.epoch(), ticket.day(), ticket.pressedAt().toInstant());
    }

    private BlocksView blocks(Hall hall, Actor kiosk) {
        return new BlocksView(
                views.time(clock.instant()),
                tickets.pageOf(""),
                hall.day().orElse(null),
                hall.leasesOf(kiosk).stream()
                        .filter(lease -> lease.epoch() == epoch)
                        .flatMap(lease -> block(hall, lease).stream())
                        .toList());
    }

    private static Optional<NumberBlock> block(Hall hall, Actor kiosk, String key) {
        return hall.leasesOf(kiosk).stream()
                .filter(lease -> lease.key().equals(key))
                .findFirst()
                .flatMap(lease -> block(hall, lease));
    }

    /** Empty when the service is gone from the plan, or no day is open. */
    private static Optional<NumberBlock> block(Hall hall, Lease lease) {
        var prefix = hall.rules().services().stream()
                .filter(service -> service.id().equals(lease.service()))
                .map(Service::prefix)
                .findFirst();
        return hall.day()
                .flatMap(day -> prefix.map(letter ->
                        new NumberBlock(lease.service(), letter, lease.first(), lease.last(), lease.epoch(), day)));
    }
}
