package vn.luot.hub.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.luot.hub.queue.Choice.Rule;

/**
 * Who waits, and who is next. Everybody stands in a line of their own kind, oldest place first; only the heads of the
 * lines are looked at, so that the choice costs the same on a full day as on an empty one. In order: what the {@link
 * OrderPolicy} demands, the counter's own order of services where it has one, points, place.
 */
final class CallOrder {
    static final Comparator<Ticket> BY_PLACE = (one, other) -> {
        var order = one.place().since().compareTo(other.place().since());
        return order == 0 ? Long.compare(one.id(), other.id()) : order;
    };

    /**
     * What those in one line have in common. Kept appointments stand apart: their head may not be callable yet, and must
     * not stop others.
     *
     * @param counter the only counter that may call them; 0 for every counter of the service
     */
    private record Kin(int counter, String priorityClass, boolean booked) {
        static Kin of(Ticket ticket) {
            return new Kin(ticket.place().counter(), ticket.priorityClass(), ticket.booked());
        }
    }

    /**
     * @param rule what made the difference
     * @param points where they decided; 0 otherwise
     * @param streak the counter's after this call
     */
    record Next(Ticket ticket, Rule rule, long points, int streak) {}

    private final Rules rules;
    private final Map<String, Map<Kin, NavigableSet<Ticket>>> open = new HashMap<>();
    private final Map<Integer, Map<Kin, NavigableSet<Ticket>>> reserved = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();

    /** For each service those that are called at the same counters, itself among them: they wait in one crowd. */
    private final Map<String, Set<String>> crowds;

    CallOrder(Rules rules) {
        this.rules = rules;
        this.crowds = crowds(rules);
    }

    private static Map<String, Set<String>> crowds(Rules rules) {
        var crowds = new HashMap<String, Set<String>>();
        rules.services().forEach(service -> crowds.put(service.id(), new HashSet<>(Set.of(service.id()))));
        rules.counters()
                .values()
                .forEach(atOne -> atOne.forEach(service ->
                        crowds.computeIfAbsent(service, any -> new HashSet<>()).addAll(atOne)));
        return crowds;
    }

    void join(Ticket ticket) {
        if (ticket.place().counter() == 0) {
            join(ticket, open, ticket.service());
        } else {
            join(ticket, reserved, ticket.place().counter());
        }
        waiting.merge(ticket.service(), 1, Integer::sum);
    }

    private static <K> void join(Ticket ticket, Map<K, Map<Kin, NavigableSet<Ticket>>> lines, K of) {
        lines.computeIfAbsent(of, any -> new HashMap<>())
                .computeIfAbsent(Kin.of(ticket), any -> new TreeSet<>(BY_PLACE))
                .add(ticket);
    }

    void leave(Ticket ticket) {
        if (ticket.place().counter() == 0) {
            leave(ticket, open, ticket.service());
        } else {
            leave(ticket, reserved, ticket.place().counter());
        }
        waiting.computeIfPresent(ticket.service(), (any, count) -> count == 1 ? null : count - 1);
    }

    private static <K> void leave(Ticket ticket, Map<K, Map<Kin, NavigableSet<Ticket>>> lines, K of) {
        var kin = Kin.of(ticket);
        var line = lines.get(of).get(kin);
        line.remove(ticket);
        if (line.isEmpty()) lines.get(of).remove(kin);
    }

    List<Ticket> all() {
        return Stream.concat(open.values().stream(), reserved.values().stream())
                .flatMap(kin -> kin.values().stream())
                .flatMap(Collection::stream)
                .toList();
    }

    int waiting(String service) {
        return waiting.getOrDefault(service, 0);
    }

    /** How many stand before whoever comes now for {@code service}: all who are called at the same counters. */
    int crowd(String service) {
        // For each ticket, and in some halls over all services: no stream.
        var crowd = 0;
        for (var each : crowds.getOrDefault(service, Set.of(service))) crowd += waiting(each);
        return crowd;
    }

    /** Those of the same crowd, or for the same counter alone, whose place is before {@code ticket}'s. */
    int ahead(Ticket ticket) {
        var counter = ticket.place().counter();
        if (counter != 0) return before(ticket, reserved.get(counter));
        return crowds.getOrDefault(ticket.service(), Set.of(ticket.service())).stream()
                .mapToInt(service -> before(ticket, open.getOrDefault(service, Map.of())))
                .sum();
    }

    private static int before(Ticket ticket, Map<Kin, NavigableSet<Ticket>> lines) {
        return lines.values().stream()
                .mapToInt(line -> line.headSet(ticket).size())
                .sum();
    }

    void clear() {
        open.clear();
        reserved.clear();
        waiting.clear();
    }

    /** Who is next at a counter; empty when nobody may be called there now. */
    Optional<Next> next(Counter counter, Instant now) {
        var heads = heads(counter.id(), now);
        if (heads.isEmpty()) return Optional.empty();
        var policy = rules.conduct().order();
        var narrowed = policy.narrow(heads, counter.streak(), now);
        var inOrder = inOwnOrder(counter.id(), narrowed.heads());
        var next = inOrder.stream().min(policy.order(now)).orElseThrow();
        var rule = rule(next, heads, narrowed, inOrder, policy.order(now));
        var points = rule == Rule.POINTS ? policy.points(next, now) / 60_000 : 0;
        return Optional.of(new Next(next, rule, points, streak(counter.streak(), next, heads)));
    }

    /** What is kept of a call by the rule. */
    Choice choice(Next next, int counter, Instant now) {
        return choice(next.rule(), next.points(), next.ticket(), counter, now, "");
    }

    /** What is kept of a call out of turn. */
    Choice chosen(Ticket ticket, int counter, String why, Instant now) {
        return choice(Rule.CHOSEN, 0, ticket, counter, now, why);
    }

    private static Ticket first(List<Ticket> heads) {
        return heads.stream().min(BY_PLACE).orElseThrow();
    }

    /** What made the difference; the first to come needs no other reason unless a turn was kept for them. */
    private static Rule rule(
            Ticket next,
            List<Ticket> heads,
            OrderPolicy.Narrowed narrowed,
            List<Ticket> inOrder,
            Comparator<Ticket> order) {
        var otherwise = heads.stream().min(order).orElseThrow();
        if (narrowed.rule() != null && next != otherwise) return narrowed.rule();
        if (next == first(heads)) return Rule.ARRIVAL;
        var byService = inOrder.size() < narrowed.heads().size() && next == first(inOrder);
        return byService ? Rule.COUNTER_ORDER : Rule.POINTS;
    }

    private static int streak(int before, Ticket next, List<Ticket> heads) {
        if (!next.priority()) return Math.min(before, 0) - 1;
        return heads.stream().allMatch(Ticket::priority) ? 0 : Math.max(before, 0) + 1;
    }

    /** Those of the most important service, at a counter that takes them so; whoever was sent to it comes first. */
    private List<Ticket> inOwnOrder(int counter, List<Ticket> heads) {
        if (!rules.conduct().inOrder().contains(counter)) return heads;
        var services = services(counter);
        var best =
                heads.stream().mapToInt(ticket -> rank(ticket, services)).min().orElseThrow();
        return heads.stream().filter(ticket -> rank(ticket, services) == best).toList();
    }

    private static int rank(Ticket ticket, List<String> services) {
        return ticket.place().counter() == 0 ? services.indexOf(ticket.service()) : -1;
    }

    private List<Ticket> heads(int counter, Instant now) {
        var heads = new ArrayList<Ticket>();
        for (var line : lines(counter)) {
            var head = line.first();
            if (mayCome(head, now)) heads.add(head);
        }
        return heads;
    }

    private boolean mayCome(Ticket ticket, Instant now) {
        return !ticket.booked()
                || !ticket.place().since().isAfter(now.plus(rules.conduct().early()));
    }

    /** A counter of all services has hundreds of lines, and each call looks at them twice: no streams. */
    private List<NavigableSet<Ticket>> lines(int counter) {
        var lines = new ArrayList<>(reserved.getOrDefault(counter, Map.of()).values());
        for (var service : services(counter)) {
            lines.addAll(open.getOrDefault(service, Map.of()).values());
        }
        return lines;
    }

    private List<String> services(int counter) {
        return rules.counters().getOrDefault(counter, List.of());
    }

    private Choice choice(Rule rule, long points, Ticket next, int counter, Instant now, String words) {
        var most = Choice.MOST_NAMED + Choice.MOST_COUNTED;
        var passed = lines(counter).stream()
                .filter(line -> BY_PLACE.compare(line.first(), next) < 0)
                .flatMap(line -> line.headSet(next).stream().limit(most))
                .filter(ticket -> mayCome(ticket, now))
                .sorted(BY_PLACE)
                .limit(most)
                .toList();
        var named = passed.stream().limit(Choice.MOST_NAMED).map(t -> t.number().toString());
        return new Choice(rule, points, named.toList(), Math.max(0, passed.size() - Choice.MOST_NAMED), words);
    }
}
