package vn.luot.sim.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.desk.Outcome;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.GivenOffline;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Lease;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketNumber;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketState;

/** What devices and people ask of the hub, without the HTTP around it. */
final class HubDoor {
    static final String PAGE = "http://hall/t/";

    private final World world;
    private final SimHub hub;

    HubDoor(World world, SimHub hub) {
        this.world = world;
        this.hub = hub;
    }

    /** Something that is asked of the hall by one actor. */
    @FunctionalInterface
    interface Act {
        Decision decide(Hall hall, Instant now);
    }

    /** @return fails with {@link HubProblem} when a rule says no */
    CompletableFuture<Outcome> ask(Act act) {
        if (!hub.isUp()) return CompletableFuture.failedFuture(new HubAway("connection refused", null));
        Wish wish = act::decide;
        return hub.decide(wish)
                .thenCompose(outcome -> outcome instanceof Outcome.No no
                        ? CompletableFuture.failedFuture(new HubProblem(problem(no.refused())))
                        : CompletableFuture.completedFuture(outcome));
    }

    /** POST /api/tickets */
    CompletableFuture<TicketReceipt> issue(String key, TicketRequest request, Instant appointment, Actor actor) {
        var order = order(key, request, appointment);
        return ask((hall, now) -> hall.issue(order, actor, now)).thenApply(outcome -> receipt(ticket(outcome)));
    }

    /** POST /api/tickets/void */
    CompletableFuture<Void> makeVoid(String key, Actor actor) {
        var asTaken = world.seams().key(key, world);
        return ask((hall, now) -> hall.voidKey(asTaken, actor, now)).thenApply(outcome -> null);
    }

    /** GET /api/leases */
    CompletableFuture<BlocksView> blocks(Actor kiosk) {
        if (!hub.isUp()) return CompletableFuture.failedFuture(new HubAway("connection refused", null));
        var epoch = hub.disk().epoch();
        return hub.look(hall -> new BlocksView(
                hub.now().atZone(HallRules.ZONE).toOffsetDateTime(),
                PAGE,
                hall.day().orElse(null),
                hall.day().stream()
                        .flatMap(day -> hall.leasesOf(kiosk).stream()
                                .filter(lease -> lease.epoch() == epoch)
                                .map(lease -> block(lease, day)))
                        .toList()));
    }

    /** POST /api/leases */
    CompletableFuture<NumberBlock> lease(String key, BlockRequest wish, Actor kiosk) {
        var epoch = hub.disk().epoch();
        return ask((hall, now) -> hall.lease(wish.service(), wish.count(), epoch, key, kiosk, now))
                .thenCompose(cut -> hub.look(hall -> hall.leasesOf(kiosk).stream()
                        .filter(lease -> lease.key().equals(key))
                        .findFirst()
                        .map(lease -> block(lease, hall.day().orElseThrow()))
                        .orElseThrow()));
    }

    private NumberBlock block(Lease lease, LocalDate day) {
        var prefix = world.hall().plan().service(lease.service()).orElseThrow().prefix();
        return new NumberBlock(lease.service(), prefix, lease.first(), lease.last(), lease.epoch(), day);
    }

    /** POST /api/tickets/offline */
    CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket, Actor kiosk) {
        var request = ticket.ticket();
        var order = new TicketOrder(
                key, request.hashCode(), ticket.token(), request.service(), null, request.language(), 1, null, null);
        var given = new GivenOffline(
                TicketNumber.parse(ticket.number()).orElseThrow(),
                ticket.epoch(),
                ticket.day(),
                ticket.pressedAt().toInstant());
        return ask((hall, now) -> hall.takeIn(order, given, kiosk, now)).thenApply(outcome -> receipt(ticket(outcome)));
    }

    /** POST /api/tickets/reprint */
    CompletableFuture<Void> noteReprint(Reprint reprint, Actor actor) {
        return ask((hall, now) -> hall.byToken(reprint.token())
                        .map(ticket -> hall.reprint(ticket.id(), actor, now))
                        .orElse(new Refused(Refused.Rule.TICKET_NOT_FOUND, null)))
                .thenApply(outcome -> null);
    }

    TicketOrder order(String key, TicketRequest request, Instant appointment) {
        return new TicketOrder(
                world.seams().key(key, world),
                request.hashCode(),
                world.luck().name("token"),
                request.service(),
                request.priorityClass(),
                request.language() == null ? "vi" : request.language(),
                request.files() == null ? 1 : request.files(),
                appointment,
                null);
    }

    static Ticket ticket(Outcome outcome) {
        return outcome instanceof Outcome.Taken taken
                ? taken.announcement().step().ticket()
                : ((Outcome.Known) outcome).ticket();
    }

    private TicketReceipt receipt(Ticket ticket) {
        return new TicketReceipt(
                ticket.id(),
                ticket.number().toString(),
                ticket.token(),
                PAGE + ticket.token(),
                ticket.service(),
                world.hall().plan().countersFor(ticket.service()),
                ticket.issuedAt().atZone(HallRules.ZONE).toOffsetDateTime(),
                ticket.ahead());
    }

    /** A second program of a kiosk asks for something. */
    static <T> CompletableFuture<T> kioskTwice() {
        return CompletableFuture.failedFuture(new HubProblem(problem("KIOSK_TWICE", null)));
    }

    private static Problem problem(Refused refused) {
        var state = refused.state() == null
                ? null
                : TicketState.valueOf(refused.state().name());
        return problem(refused.rule().name(), state);
    }

    private static Problem problem(String code, TicketState state) {
        return new Problem("about:blank", code, 409, code, code, code, "", null, state);
    }
}
