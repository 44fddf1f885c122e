package vn.luot.hub.desk;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Ticket;
import vn.luot.protocol.message.ErrandDone;
import vn.luot.protocol.message.ErrandDone.Outcome;
import vn.luot.protocol.message.ErrandKind;
import vn.luot.protocol.message.FeedMessage.Errand;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Text;

/**
 * Staff ask a kiosk to do something now, over the feed that it listens to anyway, and hear what became of it. Nothing is
 * kept for a kiosk that is away: whoever asked stands there and is told.
 */
public final class ErrandApi {
    /** Longer than the slowest ticket takes to print. */
    private static final long PATIENCE_MILLIS = 15_000;

    private static final Text SILENT = new Text(
            "Máy lấy số không trả lời kịp. Hãy xem phiếu đã ra chưa.",
            "The kiosk did not answer in time. See whether the paper came out.");

    private static final Text AWAY = new Text(
            "Máy lấy số này không có kết nối. Hãy chọn máy khác, hoặc đưa mã QR trên màn hình.",
            "This kiosk is not connected. Choose another, or show the QR code on the screen.");

    private record Asked(String kiosk, Promise<ErrandDone> done) {}

    /** @param again whether there may be a paper already; the new one says so */
    record Print(Long ticket, Boolean again) {}

    private final Vertx vertx;
    private final Reception reception;
    private final TicketApi tickets;
    private final AuditApi audit;
    private final OneKiosk kiosks;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    public ErrandApi(Vertx vertx, Reception reception, TicketApi tickets, AuditApi audit, OneKiosk kiosks) {
        this.vertx = vertx;
        this.reception = reception;
        this.tickets = tickets;
        this.audit = audit;
        this.kiosks = kiosks;
    }

    /** POST /api/kiosks/{kiosk}/print */
    public void print(Call call) {
        var kiosk = call.path("kiosk");
        var wish = call.body(Print.class);
        if (wish.ticket() == null) throw Failure.field("ticket", "phải có.", "is needed.");
        isThere(kiosk);
        // Whoever has a paper may vote with it, and managers and administrators may serve at a counter as clerks do.
        // Hosts, whom no vote is about, are also the only ones who give numbers, and so print first papers.
        var again = Boolean.TRUE.equals(wish.again()) || call.actor().role() != Role.HOST;
        call.then(
                ticket(call, wish.ticket(), again)
                        .compose(ticket -> send(
                                kiosk,
                                id -> new Errand(
                                        id,
                                        ErrandKind.PRINT,
                                        tickets.receipt(ticket),
                                        ticket.language(),
                                        again,
                                        null))),
                done -> call.answer(200, done));
    }

    /** POST /api/kiosks/{kiosk}/coming */
    public void coming(Call call) {
        call.then(send(call.path("kiosk"), ErrandKind.COMING), done -> call.answer(200, done));
    }

    /** GET /api/kiosks/{kiosk}/screen; a page asks every few seconds, so that one that is away is no failure. */
    public void look(Call call) {
        var kiosk = call.path("kiosk");
        if (kiosks.feedOf(kiosk).isEmpty()) {
            call.answer(200, new ErrandDone(Outcome.NOT_DONE, AWAY));
            return;
        }
        call.then(send(kiosk, ErrandKind.LOOK), done -> call.answer(200, done));
    }

    /** POST /api/kiosks/{kiosk}/day-end: prints the latest checkpoint, so that it leaves the hub's machine on paper. */
    public void printDayEnd(Call call) {
        var kiosk = call.path("kiosk");
        isThere(kiosk);
        call.then(
                audit.latest()
                        .compose(latest -> send(
                                kiosk, id -> new Errand(id, ErrandKind.DAY_END, null, null, false, latest.dayEnd()))),
                done -> call.answer(200, done));
    }

    /** POST /api/errands/{errand}, by the kiosk that was asked; whoever comes too late is heard by nobody. */
    public void done(Call call) {
        var done = call.body(ErrandDone.class);
        if (done.outcome() == null) throw Failure.field("outcome", "phải có.", "is needed.");
        var id = call.path("errand");
        var errand = asked.get(id);
        if (errand != null && errand.kiosk().equals(call.actor().name()) && asked.remove(id, errand)) {
            errand.done().complete(done);
        }
        call.answerNothing();
    }

    /** That there will be a second paper is noted before there is. */
    private Future<Ticket> ticket(Call call, long id, boolean again) {
        var actor = call.actor();
        return again
                ? reception.ask((hall, now) -> hall.reprint(id, actor, now)).map(TicketApi::ticket)
                : reception
                        .look(hall -> hall.ticket(id))
                        .map(found ->
                                found.orElseThrow(() -> Refusals.answer(new Refused(Rule.TICKET_NOT_FOUND, null))))
                        .map(ErrandApi::live);
    }

    /** Who was served, or left, has no use for a paper; whoever else has one may. */
    private static Ticket live(Ticket ticket) {
        if (ticket.state().live()) return ticket;
        throw Refusals.answer(new Refused(Rule.ILLEGAL_TRANSITION, null, ticket.state()));
    }

    private Future<ErrandDone> send(String kiosk, ErrandKind kind) {
        return send(kiosk, id -> new Errand(id, kind, null, null, false, null));
    }

    /** @param errand made under the name that its answer comes back with */
    private Future<ErrandDone> send(String kiosk, Function<String, Errand> errand) {
        var feed = isThere(kiosk);
        var id = UUID.randomUUID().toString();
        var done = Promise.<ErrandDone>promise();
        asked.put(id, new Asked(kiosk, done));
        vertx.setTimer(PATIENCE_MILLIS, late -> {
            if (asked.remove(id) != null) done.complete(new ErrandDone(Outcome.UNKNOWN, SILENT));
        });
        feed.tell(Json.text(errand.apply(id)));
        return done.future();
    }

    /** @throws Failure KIOSK_AWAY when it does not listen */
    private OneKiosk.Feed isThere(String kiosk) {
        return kiosks.feedOf(kiosk).orElseThrow(() -> new Failure(409, "KIOSK_AWAY", AWAY.vi(), AWAY.en()));
    }
}
