package vn.luot.hub.desk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.hub.queue.Why;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.message.TicketStatus;

/** Tickets are issued to kiosks and hosts, and seen by whoever holds their token. */
public final class TicketApi {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final int MOST_FILES = 99;
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    private final Reception reception;
    private final Supplier<Edition> plan;
    private final PlanBook plans;
    private final Views views;
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
            Foresight foresight,
            Supplier<String> publicUrl) {
        this.reception = reception;
        this.plan = plan;
        this.plans = plans;
        this.views = views;
        this.foresight = foresight;
        this.publicUrl = publicUrl;
    }

    /** POST /api/tickets */
    public void issue(Call call) {
        var order = order(call.key(), checked(call.body(TicketRequest.class)));
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.issue(order, actor, now)),
                outcome -> call.answer(201, receipt(ticket(outcome))));
    }

    /** GET /api/tickets/{token} */
    public void status(Call call) {
        var token = call.path("token");
        call.then(
                reception.look(hall ->
                        hall.byToken(token).map(ticket -> status(hall, ticket)).orElse(null)),
                status -> {
                    if (status == null) throw Refusals.answer(new Refused(Rule.TICKET_NOT_FOUND, null));
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
                    if (why == null) throw Refusals.answer(new Refused(Rule.TICKET_NOT_FOUND, null));
                    call.answer(200, why);
                });
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

    static TicketRequest checked(TicketRequest request) {
        if (request.service() == null) {
            throw Failure.field("service", "phải có mã dịch vụ.", "the id of a service is needed.");
        }
        var language = request.language() == null ? "vi" : request.language();
        if (!LANGUAGES.contains(language)) {
            throw Failure.field("language", "phải là vi hoặc en.", "must be vi or en.");
        }
        var files = request.files() == null ? 1 : request.files();
        if (files < 1 || files > MOST_FILES) {
            throw Failure.field("files", "phải từ 1 đến 99.", "must be from 1 to 99.");
        }
        return new TicketRequest(request.service(), request.priorityClass(), language, files);
    }

    static TicketOrder order(String key, TicketRequest request) {
        return order(key, request, freshToken());
    }

    static TicketOrder order(String key, TicketRequest request, String token) {
        return new TicketOrder(
                key,
                fingerprint(request),
                token,
                request.service(),
                request.priorityClass(),
                request.language(),
                request.files());
    }

    private static long fingerprint(TicketRequest request) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Json.bytes(request));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String freshToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
                ticket.ahead());
    }

    private TicketStatus status(Hall hall, Ticket ticket) {
        var edition = plans.edition(hall.plan());
        return new TicketStatus(
                edition.plan().centre().name().vi(),
                ticket.number().toString(),
                plans.nameOf(ticket.service(), edition.version()).orElseThrow(),
                Views.state(ticket.state()),
                hall.ahead(ticket),
                ticket.state() == Ticket.State.WAITING
                        ? foresight.waitOf(ticket.id()).orElse(null)
                        : null,
                ticket.counter() == 0 ? null : ticket.counter(),
                edition.countersFor(ticket.service()),
                views.time(ticket.issuedAt()));
    }
}
