package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket.State;

/** All that a hall remembers of its business day. It changes only by {@link #apply}. */
final class DayBook {
    private static final int LAST_CALLS = 12;

    private static final int FIRST_PLAN = 1;

    private final RuleBook ruleBook;
    private int plan = FIRST_PLAN;
    Rules rules;
    CallOrder order;
    private Map<String, Service> services;
    private final Map<Integer, Counter> counters = new TreeMap<>();
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private final Map<String, Long> byToken = new HashMap<>();
    /** Those of the day before who were served and had not voted: a tablet may have kept their votes overnight. */
    private final Map<String, Ticket> lateVoters = new HashMap<>();

    private final Set<String> deadKeys = new HashSet<>();
    /** Those of the day before: what was asked then may come a second time, when it means nobody any more. */
    private final Set<String> keysOfBefore = new HashSet<>();

    private final Map<String, Integer> issued = new HashMap<>();
    final Numbers numbers = new Numbers();
    Holders holders;
    final Machinery machinery = new Machinery();
    private final Map<Long, Step> calls = new HashMap<>();
    /** As they were when they were called: what became of them since is no call. */
    private final Deque<Ticket> lastCalls = new ArrayDeque<>();

    private LocalDate day;
    private LocalDate beganOn;
    private boolean dayOpen;
    private Instant openedAt;
    private Instant lastArrival = Instant.MIN;
    private long seq;

    DayBook(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
        goBy(FIRST_PLAN);
    }

    // How a step changes it.

    /** @throws IllegalArgumentException when {@code step} is not the next one */
    void apply(Step step) {
        if (step.seq() != seq + 1 && seq != 0) {
            throw new IllegalArgumentException("step " + step.seq() + " does not follow step " + seq);
        }
        seq = step.seq();
        if (beganOn == null) beganOn = step.day();
        if (step.counter() != null) counters.put(step.counter().id(), step.counter());
        if (step.ticket() != null) {
            if (lateVoters.replace(step.ticket().token(), step.ticket()) == null) keep(step.ticket());
        }
        switch (step.kind()) {
            case DAY_OPENED -> {
                beginDay(step.day(), step.at());
                if (planOf(step) != plan) goBy(planOf(step));
            }
            case PLAN_CHANGED -> goBy(planOf(step));
            case DAY_CLOSED -> dayOpen = false;
            case ISSUED, WALKED_IN -> remember(step.ticket());
            case LEASED -> numbers.lease(Lease.parse(step.reason()));
            case HARDWARE_CHANGED -> machinery.changed(Hardware.parse(step.reason()), step.at());
            case CALLED -> {
                calls.put(step.ticket().id(), step);
                rememberCall(step.ticket());
            }
            case RECALLED -> rememberCall(step.ticket());
            case VOIDED -> {
                if (step.ticket() == null) deadKeys.add(step.reason());
            }
            case COUNTER_OPENED,
                    COUNTER_PAUSED,
                    COUNTER_CLOSED,
                    STARTED,
                    FINISHED,
                    CONTINUED,
                    NO_SHOW,
                    HELD,
                    RESUMED,
                    RETURNED,
                    PUSHED_BACK,
                    TRANSFERRED,
                    FURTHER_ADDED,
                    CANCELLED,
                    REPRINTED,
                    PRIORITY_ASKED,
                    PRIORITY_DECIDED,
                    UNSERVED,
                    RATED,
                    VOTE_VOIDED -> {}
        }
    }

    /** Journals of before plans could change do not say: there was only the first. */
    private static int planOf(Step step) {
        return step.reason() == null ? FIRST_PLAN : Integer.parseInt(step.reason());
    }

    /** Whoever waits keeps the place in line; {@link PlanChange} saw to it that nobody's service or counter is gone. */
    private void goBy(int version) {
        plan = version;
        rules = ruleBook.version(version);
        services = rules.services().stream().collect(Collectors.toMap(Service::id, Function.identity()));
        order = new CallOrder(rules);
        holders = new Holders(services);
        for (var ticket : tickets.values()) {
            if (ticket.state() == State.WAITING) order.join(ticket);
            holders.changed(null, ticket);
        }
        counters.keySet().retainAll(rules.counters().keySet());
        rules.counters().keySet().forEach(id -> counters.computeIfAbsent(id, Counter::closed));
    }

    /** A new day starts from nothing; the same day opened again goes on. */
    private void beginDay(LocalDate opened, Instant at) {
        dayOpen = true;
        openedAt = at;
        if (opened.equals(day)) return;
        day = opened;
        lateVoters.clear();
        tickets.values().stream().filter(Ticket::mayBeRated).forEach(ticket -> lateVoters.put(ticket.token(), ticket));
        tickets.clear();
        keysOfBefore.clear();
        keysOfBefore.addAll(byKey.keySet());
        keysOfBefore.addAll(deadKeys);
        byKey.clear();
        byToken.clear();
        deadKeys.clear();
        numbers.clear();
        holders.clear();
        issued.clear();
        calls.clear();
        lastCalls.clear();
        order.clear();
        lastArrival = Instant.MIN;
        counters.replaceAll((id, counter) -> Counter.closed(id));
    }

    private void keep(Ticket ticket) {
        var before = tickets.put(ticket.id(), ticket);
        if (before != null && before.state() == State.WAITING) order.leave(before);
        if (ticket.state() == State.WAITING) order.join(ticket);
        if (before != null && before.state() != State.VOIDED && ticket.state() == State.VOIDED) {
            issued.merge(ticket.asked().service(), -1, Integer::sum);
        }
        holders.changed(before, ticket);
    }

    /** A ticket is new. */
    private void remember(Ticket ticket) {
        byKey.put(ticket.key(), ticket.id());
        byToken.put(ticket.token(), ticket.id());
        numbers.give(ticket);
        issued.merge(ticket.asked().service(), 1, Integer::sum);
        if (!ticket.booked() && ticket.place().since().isAfter(lastArrival)) {
            lastArrival = ticket.place().since();
        }
    }

    private void rememberCall(Ticket ticket) {
        lastCalls.removeIf(called -> called.id() == ticket.id());
        lastCalls.addFirst(ticket);
        if (lastCalls.size() > LAST_CALLS) lastCalls.removeLast();
    }

    // What is in it.

    long seq() {
        return seq;
    }

    /** The version of the plan in force. */
    int plan() {
        return plan;
    }

    /** The latest business day, open or closed; absent before the first. */
    LocalDate latestDay() {
        return day;
    }

    /**
     * The day that a step at {@code now} belongs to. Whatever happens before a hall's first business day belongs to one
     * day, that of the first step: a replay reads the steps of two days, and must find all of these.
     */
    LocalDate dayAt(Instant now) {
        if (day != null) return day;
        return beganOn == null ? localTime(now).toLocalDate() : beganOn;
    }

    boolean dayOpen() {
        return dayOpen;
    }

    /** When the day was opened last. */
    Instant openedAt() {
        return openedAt;
    }

    Optional<Service> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    Optional<Ticket> ticket(long id) {
        return Optional.ofNullable(tickets.get(id));
    }

    Optional<Ticket> byKey(String key) {
        return Optional.ofNullable(byKey.get(key)).map(tickets::get);
    }

    Optional<Ticket> byToken(String token) {
        return Optional.ofNullable(byToken.get(token)).map(tickets::get);
    }

    /** Whose vote may still come: somebody of the day, or one of the day before who had not voted. */
    Optional<Ticket> voter(String token) {
        return byToken(token).or(() -> Optional.ofNullable(lateVoters.get(token)));
    }

    boolean isDead(String key) {
        return deadKeys.contains(key);
    }

    boolean isOfTheDayBefore(String key) {
        return keysOfBefore.contains(key);
    }

    Optional<Counter> counter(int id) {
        return Optional.ofNullable(counters.get(id));
    }

    List<Ticket> tickets() {
        return List.copyOf(tickets.values());
    }

    List<Counter> counters() {
        return List.copyOf(counters.values());
    }

    Optional<Step> callOf(long ticket) {
        return Optional.ofNullable(calls.get(ticket));
    }

    List<Ticket> lastCalls() {
        return List.copyOf(lastCalls);
    }

    /** How many tickets of a service the day has given, voided ones not counted. */
    int issued(Service service) {
        return issued.getOrDefault(service.id(), 0);
    }

    /** How many more the day can give: numbers, and tickets where the plan says how many at most. */
    int left(Service service) {
        var numbersLeft = numbers.left(service);
        return service.quota() == 0
                ? numbersLeft
                : Math.min(numbersLeft, Math.max(0, service.quota() - issued(service)));
    }

    private boolean isUsedUp(Service service) {
        return dayOpen && left(service) == 0;
    }

    /** Few are left; of a small quota a quarter, because all of it is few. */
    boolean isRunningOut(Service service) {
        var left = left(service);
        return left <= rules.conduct().fewNumbers() && (service.quota() == 0 || left <= service.quota() / 4);
    }

    /**
     * The time that somebody who comes at {@code now} counts from: never before whoever came earlier, even when the clock
     * went back.
     */
    Instant arrival(Instant now) {
        return now.isAfter(lastArrival) ? now : lastArrival;
    }

    /** Whether a ticket for {@code service} would be within its hours. */
    boolean isOpen(Service service, Instant now) {
        return dayOpen && service.opening().isOpen(localTime(now));
    }

    /** When {@code service} gives tickets next; once all of today's are given, on another day. */
    Optional<LocalDateTime> opensAt(Service service, Instant now) {
        var here = localTime(now);
        return service.opening().nextAfter(isUsedUp(service) ? here.with(LocalTime.MAX) : here);
    }

    LocalDateTime localTime(Instant now) {
        return LocalDateTime.ofInstant(now, rules.zone());
    }

    // What verbs have in common.

    /** Why this clerk may not serve at this counter now; empty when nothing speaks against it. */
    Optional<Refused> refuseAt(int id, Actor clerk) {
        var counter = counters.get(id);
        if (!dayOpen) return Optional.of(because(Rule.DAY_NOT_OPEN));
        if (counter == null) return Optional.of(because(Rule.COUNTER_UNKNOWN));
        if (counter.state() == Counter.State.CLOSED) return Optional.of(because(Rule.COUNTER_CLOSED));
        if (!clerk.sitsAt(counter)) return Optional.of(because(Rule.NO_COUNTER));
        if (counter.state() == Counter.State.PAUSED) return Optional.of(because(Rule.COUNTER_PAUSED));
        return Optional.empty();
    }

    /** The same, for a verb that needs a counter with nobody at it. */
    Optional<Refused> refuseAtFree(int id, Actor clerk) {
        return refuseAt(id, clerk)
                .or(() ->
                        counters.get(id).ticket() == 0 ? Optional.empty() : Optional.of(because(Rule.ALREADY_SERVING)));
    }

    /** The counter that {@code ticket} is at, without it; absent when it is at none. */
    Counter counterFreedOf(Ticket ticket) {
        return ticket.state().atCounter() ? counters.get(ticket.counter()).freed() : null;
    }

    /** From when somebody counts who is sent into a line again. */
    Instant rejoined(Ticket ticket, Instant now) {
        var since = ticket.place().since();
        var headStart = rules.conduct().headStart();
        if (headStart == null) return since;
        var started = arrival(now).minus(headStart);
        return started.isAfter(since) ? started : since;
    }

    Ticket continued(Ticket ticket, Finish how, Instant now) {
        var further = ticket.place().further();
        var next = new Ticket.Place(further.get(0), rejoined(ticket, now), 0, further.subList(1, further.size()));
        return ticket.waitingAt(next, how.files() == 0 ? ticket.files() : how.files());
    }

    Step step(Kind kind, Actor actor, Instant now, Ticket ticket, Counter counter, String reason) {
        return new Step(seq + 1, day, now, kind, actor, ticket, counter, reason);
    }
}
