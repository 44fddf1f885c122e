package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;

/**
 * One centre's day in memory. It decides steps and changes only by {@link #apply}: the same steps give the same hall.
 * It knows no clock, no store and no threads; one thread at a time may use it.
 */
public final class Hall {
    private static final int LAST_CALLS = 12;

    private final Rules rules;
    private final Map<String, Service> services;
    private final Map<Integer, Counter> counters = new TreeMap<>();
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private final Map<String, Long> byToken = new HashMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private final CallOrder order = new CallOrder();
    private final Deque<Long> lastCalls = new ArrayDeque<>();
    private LocalDate day;
    private boolean dayOpen;
    private long seq;

    public Hall(Rules rules) {
        this.rules = rules;
        this.services = rules.services().stream().collect(Collectors.toMap(Service::id, Function.identity()));
        rules.counters().keySet().forEach(id -> counters.put(id, Counter.closed(id)));
    }

    // What a person does.

    /**
     * Opens today's business day; a day that nobody closed ends with it. A clock that went back does not take the hall
     * back.
     */
    public Decision openDay(Actor actor, Instant now) {
        var today = localTime(now).toLocalDate();
        var opened = day == null || today.isAfter(day) ? today : day;
        if (dayOpen && opened.equals(day)) return because(Rule.DAY_ALREADY_OPEN);
        return new Step(seq + 1, opened, now, Kind.DAY_OPENED, actor, null, null, null);
    }

    /** Closes the business day; refused while somebody is called or served. */
    public Decision closeDay(Actor actor, Instant now) {
        if (!dayOpen) return because(Rule.DAY_NOT_OPEN);
        if (counters.values().stream().anyMatch(counter -> counter.ticket() != 0)) {
            return because(Rule.SOMEBODY_AT_A_COUNTER);
        }
        return step(Kind.DAY_CLOSED, actor, now, null, null, null);
    }

    /** Gives the next number of a service; the same key gets the same ticket again. */
    public Decision issue(TicketOrder wish, Actor actor, Instant now) {
        var known = byKey.get(wish.key());
        if (known != null) return again(tickets.get(known), wish);
        if (!dayOpen) return because(Rule.DAY_NOT_OPEN);
        var service = services.get(wish.service());
        if (service == null) return because(Rule.SERVICE_UNKNOWN);
        if (wish.priorityClass() != null && !rules.priorityClasses().contains(wish.priorityClass())) {
            return because(Rule.PRIORITY_CLASS_UNKNOWN);
        }
        if (!isOpen(service.id(), now)) {
            return new Refused(Rule.SERVICE_CLOSED, opensAt(service.id(), now).orElse(null));
        }
        var value = lastNumbers.getOrDefault(service.id(), service.first() - 1) + 1;
        if (value > service.last()) return because(Rule.RANGE_USED_UP);
        var ticket = Ticket.issued(
                seq + 1, new TicketNumber(service.prefix(), value), wish, order.waiting(service.id()), now);
        return step(Kind.ISSUED, actor, now, ticket, null, null);
    }

    private static Decision again(Ticket ticket, TicketOrder wish) {
        return ticket.request() == wish.request() ? new Decision.Already(ticket) : because(Rule.KEY_REUSED);
    }

    /** A clerk sits down at a counter. */
    public Decision openCounter(int id, Actor clerk, Instant now) {
        if (!dayOpen) return because(Rule.DAY_NOT_OPEN);
        var counter = counters.get(id);
        if (counter == null) return because(Rule.COUNTER_UNKNOWN);
        if (counter.state() == Counter.State.OPEN) {
            return because(counter.clerk().equals(clerk.name()) ? Rule.ILLEGAL_TRANSITION : Rule.COUNTER_TAKEN);
        }
        return step(Kind.COUNTER_OPENED, clerk, now, null, counter.openedBy(clerk), null);
    }

    /** The clerk, or a supervisor for a clerk who left, closes a counter where nobody is called or served. */
    public Decision closeCounter(int id, Actor actor, Instant now) {
        var counter = counters.get(id);
        if (counter == null) return because(Rule.COUNTER_UNKNOWN);
        if (counter.state() == Counter.State.CLOSED) return because(Rule.COUNTER_CLOSED);
        if (!sitsAt(counter, actor) && !actor.supervises()) return because(Rule.NO_COUNTER);
        if (counter.ticket() != 0) return because(Rule.ALREADY_SERVING);
        return step(Kind.COUNTER_CLOSED, actor, now, null, counter.closed(), null);
    }

    /** Calls the next one who waits for a service of this counter. */
    public Decision callNext(int id, Actor clerk, Instant now) {
        var refused = mayServe(id, clerk);
        if (refused.isPresent()) return refused.get();
        var counter = counters.get(id);
        if (counter.ticket() != 0) return because(Rule.ALREADY_SERVING);
        var next = order.next(rules.counters().getOrDefault(id, List.of()));
        if (next.isEmpty()) return because(Rule.QUEUE_EMPTY);
        var ticket = next.get();
        return step(
                Kind.CALLED, clerk, now, ticket.called(id, now), counter.calling(ticket.id()), CallOrder.BY_ARRIVAL);
    }

    /** Calls the called one again. */
    public Decision recall(int id, long shown, Actor clerk, Instant now) {
        return atCounter(id, shown, clerk, (counter, ticket) -> switch (ticket.state()) {
            case CALLED -> step(Kind.RECALLED, clerk, now, ticket.called(id, now), counter, null);
            case WAITING, SERVING, SERVED, NO_SHOW -> because(Rule.ILLEGAL_TRANSITION);
        });
    }

    /** The called one has come. */
    public Decision start(int id, long shown, Actor clerk, Instant now) {
        return atCounter(id, shown, clerk, (counter, ticket) -> switch (ticket.state()) {
            case CALLED -> step(Kind.STARTED, clerk, now, ticket.started(now), counter, null);
            case WAITING, SERVING, SERVED, NO_SHOW -> because(Rule.ILLEGAL_TRANSITION);
        });
    }

    /** The visit is done. A clerk who never pressed start may finish as well. */
    public Decision finish(int id, long shown, Actor clerk, Instant now) {
        return atCounter(id, shown, clerk, (counter, ticket) -> switch (ticket.state()) {
            case CALLED, SERVING -> step(Kind.FINISHED, clerk, now, ticket.finished(now), counter.served(), null);
            case WAITING, SERVED, NO_SHOW -> because(Rule.ILLEGAL_TRANSITION);
        });
    }

    /** The called one did not come. */
    public Decision noShow(int id, long shown, Actor clerk, Instant now) {
        return atCounter(id, shown, clerk, (counter, ticket) -> switch (ticket.state()) {
            case CALLED -> step(Kind.NO_SHOW, clerk, now, ticket.missed(now), counter.freed(), null);
            case WAITING, SERVING, SERVED, NO_SHOW -> because(Rule.ILLEGAL_TRANSITION);
        });
    }

    /** Keeps the one vote of a served ticket; the same key with the same vote is the vote sent again. */
    public Decision rate(String token, Rating vote, Actor actor, Instant now) {
        var ticket = byToken(token).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (ticket.rating() != null && ticket.rating().key().equals(vote.key())) {
            return ticket.rating().saysTheSameAs(vote) ? new Decision.Already(ticket) : because(Rule.KEY_REUSED);
        }
        if (ticket.state() != Ticket.State.SERVED) return because(Rule.NOT_SERVED);
        if (ticket.rating() != null) return because(Rule.ALREADY_RATED);
        if (!rules.scores().contains(vote.score())) return because(Rule.SCORE_UNKNOWN);
        if (!rules.reasons().containsAll(vote.reasons())) return because(Rule.REASON_UNKNOWN);
        var counter = counters.get(ticket.counter());
        var waitsForVote = counter != null && counter.toRate() == ticket.id();
        return step(Kind.RATED, actor, now, ticket.rated(vote), waitsForVote ? counter.rated() : null, null);
    }

    private interface AtCounter {
        Decision decide(Counter counter, Ticket ticket);
    }

    /**
     * Decides on the ticket at a counter.
     *
     * @param shown id of the ticket the clerk saw when pressing the key; 0 when the clerk's device does not say
     */
    private Decision atCounter(int id, long shown, Actor clerk, AtCounter verb) {
        var refused = mayServe(id, clerk);
        if (refused.isPresent()) return refused.get();
        var counter = counters.get(id);
        if (shown != 0 && shown != counter.ticket()) return because(Rule.STALE_STATE);
        if (counter.ticket() == 0) return because(Rule.ILLEGAL_TRANSITION);
        return verb.decide(counter, tickets.get(counter.ticket()));
    }

    private Optional<Refused> mayServe(int id, Actor clerk) {
        var counter = counters.get(id);
        if (!dayOpen) return Optional.of(because(Rule.DAY_NOT_OPEN));
        if (counter == null) return Optional.of(because(Rule.COUNTER_UNKNOWN));
        if (counter.state() == Counter.State.CLOSED) return Optional.of(because(Rule.COUNTER_CLOSED));
        if (!sitsAt(counter, clerk)) return Optional.of(because(Rule.NO_COUNTER));
        return Optional.empty();
    }

    private static boolean sitsAt(Counter counter, Actor actor) {
        return actor.name().equals(counter.clerk());
    }

    private Step step(Kind kind, Actor actor, Instant now, Ticket ticket, Counter counter, String reason) {
        return new Step(seq + 1, day, now, kind, actor, ticket, counter, reason);
    }

    // How a step changes the hall.

    /** @throws IllegalArgumentException when {@code step} is not the next one */
    public void apply(Step step) {
        if (step.seq() != seq + 1 && seq != 0) {
            throw new IllegalArgumentException("step " + step.seq() + " does not follow step " + seq);
        }
        seq = step.seq();
        if (step.counter() != null) counters.put(step.counter().id(), step.counter());
        switch (step.kind()) {
            case DAY_OPENED -> beginDay(step.day());
            case DAY_CLOSED -> dayOpen = false;
            case ISSUED -> {
                keep(step.ticket());
                lastNumbers.put(step.ticket().service(), step.ticket().number().value());
                order.join(step.ticket());
            }
            case CALLED -> {
                order.leave(step.ticket());
                keep(step.ticket());
                rememberCall(step.ticket());
            }
            case RECALLED -> {
                keep(step.ticket());
                rememberCall(step.ticket());
            }
            case STARTED, FINISHED, NO_SHOW, RATED -> keep(step.ticket());
            case COUNTER_OPENED, COUNTER_CLOSED -> {}
        }
    }

    /** A new day starts from nothing; the same day opened again goes on. */
    private void beginDay(LocalDate opened) {
        dayOpen = true;
        if (opened.equals(day)) return;
        day = opened;
        tickets.clear();
        byKey.clear();
        byToken.clear();
        lastNumbers.clear();
        lastCalls.clear();
        order.clear();
        counters.replaceAll((id, counter) -> Counter.closed(id));
    }

    private void keep(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
        byKey.put(ticket.key(), ticket.id());
        byToken.put(ticket.token(), ticket.id());
    }

    private void rememberCall(Ticket ticket) {
        lastCalls.remove(ticket.id());
        lastCalls.addFirst(ticket.id());
        if (lastCalls.size() > LAST_CALLS) lastCalls.removeLast();
    }

    // What can be seen.

    /** The last step taken; 0 before the first. */
    public long seq() {
        return seq;
    }

    public Rules rules() {
        return rules;
    }

    /** The open business day. */
    public Optional<LocalDate> day() {
        return dayOpen ? Optional.of(day) : Optional.empty();
    }

    public Optional<Ticket> ticket(long id) {
        return Optional.ofNullable(tickets.get(id));
    }

    public Optional<Ticket> byToken(String token) {
        return Optional.ofNullable(byToken.get(token)).map(tickets::get);
    }

    /** The day's tickets, in no order. */
    public Collection<Ticket> tickets() {
        return List.copyOf(tickets.values());
    }

    /** All counters, by number. */
    public Collection<Counter> counters() {
        return List.copyOf(counters.values());
    }

    public Optional<Counter> counter(int id) {
        return Optional.ofNullable(counters.get(id));
    }

    public int waiting(String service) {
        return order.waiting(service);
    }

    /** How many of the same service stand before a waiting ticket. */
    public int ahead(Ticket ticket) {
        return ticket.state() == Ticket.State.WAITING ? order.ahead(ticket) : 0;
    }

    /** The tickets called last, newest first. */
    public List<Ticket> lastCalls() {
        return lastCalls.stream().map(tickets::get).toList();
    }

    /** Whether a ticket for a service of the plan would be within its hours. */
    public boolean isOpen(String service, Instant now) {
        return dayOpen && services.get(service).opening().isOpen(localTime(now));
    }

    /** When a service of the plan opens next, in the hall's local time. */
    public Optional<LocalDateTime> opensAt(String service, Instant now) {
        return services.get(service).opening().nextAfter(localTime(now));
    }

    private LocalDateTime localTime(Instant now) {
        return LocalDateTime.ofInstant(now, rules.zone());
    }
}
