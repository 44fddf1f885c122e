package vn.luot.sim.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketNumber;

/**
 * What the hub has durably done, kept by simple means and apart from the hall, so that a fault of the hall is not a fault
 * of what it is held against.
 */
final class History {
    private static final long SEED = 1_469_598_103_934_665_603L;

    private final Rules rules;
    private final List<Step> steps = new ArrayList<>();
    /** After how many steps, the fingerprint of them all. */
    private final List<Long> hashes = new ArrayList<>(List.of(SEED));

    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Map<String, Long> byToken = new HashMap<>();
    private final Map<String, List<Long>> byKey = new HashMap<>();
    private final Map<Integer, Counter> counters = new TreeMap<>();
    private final Map<LocalDate, Set<TicketNumber>> numbers = new HashMap<>();
    private final Set<String> deadKeys = new HashSet<>();
    private final Map<Long, Ticket> today = new LinkedHashMap<>();
    private final List<BoardPicture> pictures = new ArrayList<>();
    private LocalDate day;
    private boolean open;

    History(Rules rules) {
        this.rules = rules;
        rules.counters().keySet().forEach(id -> counters.put(id, null));
        pictures.add(BoardPicture.DARK);
    }

    /** The fingerprint of steps, as {@link #hash} has it. */
    static long hash(List<Step> steps) {
        var hash = SEED;
        for (var step : steps) hash = hash * 31 + step.hashCode();
        return hash;
    }

    static History of(Rules rules, List<Step> steps) {
        var history = new History(rules);
        steps.forEach(history::take);
        return history;
    }

    void take(Step step) {
        steps.add(step);
        hashes.add(hashes.get(hashes.size() - 1) * 31 + step.hashCode());
        switch (step.kind()) {
            case DAY_OPENED -> beginDay(step.day());
            case DAY_CLOSED -> open = false;
            case ISSUED, WALKED_IN -> remember(step);
            case VOIDED -> {
                if (step.ticket() == null) deadKeys.add(step.reason());
            }
            case COUNTER_OPENED,
                    COUNTER_CLOSED,
                    COUNTER_PAUSED,
                    CALLED,
                    RECALLED,
                    STARTED,
                    FINISHED,
                    NO_SHOW,
                    RATED,
                    HELD,
                    RESUMED,
                    RETURNED,
                    TRANSFERRED,
                    FURTHER_ADDED,
                    CONTINUED,
                    CANCELLED,
                    REPRINTED,
                    UNSERVED,
                    LEASED,
                    PUSHED_BACK,
                    PRIORITY_ASKED,
                    PRIORITY_DECIDED,
                    HARDWARE_CHANGED,
                    PLAN_CHANGED,
                    VOTE_VOIDED -> {}
        }
        if (step.ticket() != null) {
            tickets.put(step.ticket().id(), step.ticket());
            today.replace(step.ticket().id(), step.ticket());
        }
        if (step.counter() != null) counters.put(step.counter().id(), step.counter());
        pictures.add(pictures.get(pictures.size() - 1).after(step, this));
    }

    private void beginDay(LocalDate opened) {
        open = true;
        if (opened.equals(day)) return;
        day = opened;
        today.clear();
        deadKeys.clear();
        counters.replaceAll((id, any) -> null);
    }

    private void remember(Step step) {
        var ticket = step.ticket();
        today.put(ticket.id(), ticket);
        byToken.put(ticket.token(), ticket.id());
        byKey.computeIfAbsent(ticket.key(), any -> new ArrayList<>()).add(ticket.id());
        numbers.computeIfAbsent(step.day(), any -> new HashSet<>()).add(ticket.number());
    }

    Rules rules() {
        return rules;
    }

    long seq() {
        return steps.size();
    }

    Step step(long seq) {
        return steps.get((int) seq - 1);
    }

    /** All steps after step {@code seq}. */
    List<Step> since(long seq) {
        return List.copyOf(steps.subList((int) seq, steps.size()));
    }

    /** Equal for equal beginnings. */
    long hash(long seq) {
        return hashes.get((int) seq);
    }

    /** The latest business day; absent before the first. */
    LocalDate day() {
        return day;
    }

    boolean isOpen() {
        return open;
    }

    Optional<Ticket> ticket(long id) {
        return Optional.ofNullable(tickets.get(id));
    }

    Optional<Ticket> byToken(String token) {
        return Optional.ofNullable(byToken.get(token)).map(tickets::get);
    }

    /** All that a key was ever given. */
    List<Ticket> byKey(String key) {
        return byKey.getOrDefault(key, List.of()).stream().map(tickets::get).toList();
    }

    boolean isDead(String key) {
        return deadKeys.contains(key);
    }

    boolean wasGiven(LocalDate on, TicketNumber number) {
        return numbers.getOrDefault(on, Set.of()).contains(number);
    }

    /** The tickets of the latest day, in their order. */
    Collection<Ticket> today() {
        return Collections.unmodifiableCollection(today.values());
    }

    /** A ticket of the latest day; null when there is none. */
    Ticket today(long id) {
        return today.get(id);
    }

    /** How many wait for a service, whichever counter they were sent to. */
    int waiting(String service) {
        var waiting = 0;
        for (var ticket : today.values()) {
            if (ticket.state() == Ticket.State.WAITING && ticket.service().equals(service)) waiting++;
        }
        return waiting;
    }

    /** Absent as long as nobody sat there today. */
    Optional<Counter> counter(int id) {
        return Optional.ofNullable(counters.get(id));
    }

    Collection<Counter> counters() {
        var known = new ArrayList<Counter>(counters.size());
        for (var counter : counters.values()) {
            if (counter != null) known.add(counter);
        }
        return known;
    }

    /** What the boards have to show after step {@code seq}. */
    Optional<BoardPicture> picture(long seq) {
        return seq < 0 || seq >= pictures.size() ? Optional.empty() : Optional.of(pictures.get((int) seq));
    }
}
