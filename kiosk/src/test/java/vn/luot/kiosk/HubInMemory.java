package vn.luot.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import vn.luot.kiosk.printer.Tickets;
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
import vn.luot.protocol.message.WaitRange;

/** A hub without HTTP that can be away, and whose answers can be held back. */
final class HubInMemory implements HubTickets {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Map<String, NumberBlock> leases = new LinkedHashMap<>();
    private final Map<String, TicketReceipt> issued = new LinkedHashMap<>();
    private final Map<String, OfflineTicket> takenIn = new LinkedHashMap<>();
    private final List<String> voided = new ArrayList<>();
    private final List<Reprint> reprints = new ArrayList<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private final Supplier<Instant> time;
    private LocalDate day = DAY;
    private boolean away;
    private boolean holding;
    private String refusal;
    private int losesAnswers;
    private String barredBy;
    private TicketState asTheyStand;
    private WaitRange waits;

    HubInMemory(Supplier<Instant> time) {
        this.time = time;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** Does what it is asked, and answers later. */
    void holding(boolean isHolding) {
        holding = isHolding;
    }

    void answerAll() {
        List.copyOf(heldBack).forEach(Runnable::run);
        heldBack.clear();
    }

    /** Lets the kiosk in no longer, with this code; null to let it in again. */
    void barring(String code) {
        barredBy = code;
    }

    /** How the tickets stand that it will not void therefore; null when it voids. */
    void voidsNothing(TicketState state) {
        asTheyStand = state;
    }

    /** How long visitors wait, as it says from now on; null when nobody can tell. */
    void tellsWaits(WaitRange range) {
        waits = range;
    }

    void losesAnswers(int times) {
        losesAnswers = times;
    }

    /** Says no to offline tickets with this code; null to take them. */
    void refusing(String code) {
        refusal = code;
    }

    void nextDay() {
        day = day.plusDays(1);
        leases.clear();
    }

    /** Forgets what it leased, as a restored store does. */
    void forgetLeases() {
        leases.clear();
    }

    Map<String, NumberBlock> leases() {
        return leases;
    }

    Map<String, TicketReceipt> issued() {
        return issued;
    }

    Map<String, OfflineTicket> takenIn() {
        return takenIn;
    }

    List<String> voided() {
        return voided;
    }

    List<Reprint> reprints() {
        return reprints;
    }

    @Override
    public CompletableFuture<TicketReceipt> issue(String key, TicketRequest request) {
        if (away) return gone();
        if (barredBy != null) return no(barredBy);
        return answer(issued.computeIfAbsent(key, fresh -> receipt("D%03d".formatted(issued.size() + 1))));
    }

    private TicketReceipt receipt(String number) {
        var known = Tickets.receipt(number);
        return new TicketReceipt(
                known.id(),
                known.number(),
                known.token(),
                known.statusUrl(),
                known.service(),
                known.counters(),
                known.issuedAt(),
                known.ahead(),
                waits,
                known.appointment());
    }

    @Override
    public CompletableFuture<Void> makeVoid(String key) {
        if (away) return gone();
        if (barredBy != null) return no(barredBy);
        if (asTheyStand != null) return no("ILLEGAL_TRANSITION", asTheyStand);
        voided.add(key);
        return answer(null);
    }

    @Override
    public CompletableFuture<BlocksView> blocks() {
        if (away) return gone();
        return answer(new BlocksView(
                time.get().atOffset(ZoneOffset.UTC), "http://hub/t/", day, List.copyOf(leases.values())));
    }

    @Override
    public CompletableFuture<NumberBlock> lease(String key, BlockRequest wish) {
        if (away) return gone();
        return answer(leases.computeIfAbsent(key, fresh -> block(wish)));
    }

    private NumberBlock block(BlockRequest wish) {
        var top = leases.values().stream()
                .filter(block -> block.service().equals(wish.service()))
                .mapToInt(block -> block.first() - 1)
                .min()
                .orElse(999);
        return new NumberBlock(wish.service(), "D", top - wish.count() + 1, top, 1, day);
    }

    @Override
    public CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket) {
        if (away) return gone();
        if (refusal != null) return no(refusal);
        takenIn.put(key, ticket);
        return answer(Tickets.receipt(ticket.number()));
    }

    @Override
    public CompletableFuture<Void> noteReprint(Reprint reprint) {
        if (away) return gone();
        reprints.add(reprint);
        return answer(null);
    }

    private <T> CompletableFuture<T> answer(T what) {
        if (losesAnswers-- > 0) return gone();
        var answer = new CompletableFuture<T>();
        if (holding) heldBack.add(() -> answer.complete(what));
        else answer.complete(what);
        return answer;
    }

    private static <T> CompletableFuture<T> no(String code) {
        return no(code, null);
    }

    private static <T> CompletableFuture<T> no(String code, TicketState state) {
        return CompletableFuture.failedFuture(new HubProblem(problem(code, state)));
    }

    private static <T> CompletableFuture<T> gone() {
        return CompletableFuture.failedFuture(new HubAway("không trả lời / no answer", null));
    }

    private static Problem problem(String code, TicketState state) {
        return new Problem("about:blank", code, 409, code, "Không nhận", "Not taken", "t-1", null, state);
    }
}
