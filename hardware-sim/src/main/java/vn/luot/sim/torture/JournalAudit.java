package vn.luot.sim.torture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.settings.Plans;
import vn.luot.sim.simulate.JournalChecks;
import vn.luot.sim.torture.Ledger.Debt;

/** Holds what clients, printers and displays wrote down against what the hub kept. */
final class JournalAudit {
    private final Ledger ledger;
    private final Store store;
    private final List<Step> steps;
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Map<String, Ticket> byToken = new HashMap<>();

    JournalAudit(Place place, Ledger ledger) throws JournalFailed {
        this.ledger = ledger;
        this.store = new Store(place.hub());
        var fault = store.fault();
        if (!fault.isEmpty()) ledger.owes(Debt.CORRUPT, "S12 hub verify: " + fault);
        this.steps = store.steps();
        for (var step : steps)
            if (step.ticket() != null) tickets.put(step.ticket().id(), step.ticket());
        tickets.values().forEach(ticket -> byToken.put(ticket.token(), ticket));
        JournalChecks.firstBroken(Plans.rules(place.plan()), steps)
                .ifPresent(broken -> ledger.owes(Debt.CORRUPT, broken));
        numbersOnce();
    }

    List<Step> steps() {
        return steps;
    }

    /** S1: over all of the journal, whatever its steps say. */
    private void numbersOnce() {
        var given = new HashSet<List<Object>>();
        for (var step : steps) {
            var isNew = step.kind() == Step.Kind.ISSUED || step.kind() == Step.Kind.WALKED_IN;
            if (isNew && !given.add(List.of(step.day(), step.ticket().number()))) {
                ledger.owes(Debt.DUPLICATE, "S1 " + step.ticket().number() + " was given twice on " + step.day());
            }
        }
    }

    void hold(ClientLog log) {
        log.complaints().forEach(what -> ledger.owes(Debt.DUPLICATE, what));
        holdTickets(log);
        holdCalls(log);
        for (var vote : log.votes()) {
            var ticket = byToken.get(vote.token());
            if (ticket == null || ticket.rating() == null || ticket.rating().score() != vote.score()) {
                ledger.owes(Debt.LOST, "S9 the vote " + vote.score() + " for " + ticket);
            }
        }
        ledger.counts("acknowledged", log.acknowledged());
        ledger.counts("tickets acknowledged", log.tickets().size());
        ledger.counts("calls acknowledged", log.calls().size());
        ledger.counts("votes acknowledged", log.votes().size());
    }

    private void holdTickets(ClientLog log) {
        for (var known : log.tickets()) {
            var ticket = tickets.get(known.id());
            var isThere = ticket != null
                    && ticket.key().equals(known.key())
                    && ticket.number().toString().equals(known.number());
            if (!isThere) ledger.owes(Debt.LOST, "S2 " + known.number() + " for " + known.key() + " is " + ticket);
        }
        for (var ticket : tickets.values()) {
            if (ticket.state() != Ticket.State.VOIDED && log.voided().contains(ticket.key())) {
                ledger.owes(Debt.GHOST, "S6 " + ticket.number() + " lives, though its key was taken back");
            }
        }
    }

    private void holdCalls(ClientLog log) {
        var called = steps.stream()
                .filter(step -> step.kind() == Step.Kind.CALLED)
                .map(step -> List.of((long) step.counter().id(), step.ticket().id()))
                .collect(Collectors.toSet());
        for (var call : log.calls()) {
            if (!called.contains(List.of((long) call.counter(), call.ticket()))) {
                ledger.owes(Debt.LOST, "S2 the call of ticket " + call.ticket() + " to counter " + call.counter());
            }
        }
    }

    /**
     * S6: every ticket has somebody behind it.
     *
     * @param keys known to clients and kiosks as theirs
     */
    void noGhosts(Set<String> keys) {
        for (var ticket : tickets.values()) {
            if (ticket.state() != Ticket.State.VOIDED && !keys.contains(ticket.key())) {
                ledger.owes(Debt.GHOST, "S6 " + ticket.number() + " " + ticket.state() + " for " + ticket.key());
            }
        }
    }

    /** S4, S5: what is on paper is one visitor's, and the hub's. */
    void hold(List<PaperTray.Paper> papers, Set<String> unwanted) {
        var holders = new HashMap<String, String>();
        for (var paper : papers) {
            var other = holders.putIfAbsent(paper.number(), paper.token());
            if (other != null && !other.equals(paper.token())) {
                ledger.owes(Debt.DUPLICATE, "S4 " + paper.number() + " is on the papers of two visitors");
            }
            var ticket = byToken.get(paper.token());
            if (unwanted.contains(paper.token())) continue;
            if (ticket == null || !ticket.number().toString().equals(paper.number())) {
                ledger.owes(Debt.LOST, "S5 " + paper.number() + " is on paper, and the hub holds " + ticket);
            } else if (ticket.state() == Ticket.State.VOIDED) {
                ledger.owes(Debt.LOST, "S5 " + paper.number() + " is on paper and void");
            }
        }
        ledger.counts("papers", papers.size());
    }

    /** S10: no display ever shows what was not called there, or goes back to an older call. */
    void hold(DisplayLog displays) {
        for (var shown : displays.shown()) {
            var calls = steps.stream()
                    .filter(step -> step.kind() == Step.Kind.CALLED || step.kind() == Step.Kind.RECALLED)
                    .filter(step -> step.counter().id() == shown.counter())
                    .filter(step -> step.ticket().number().toString().equalsIgnoreCase(shown.number()))
                    .mapToLong(Step::seq)
                    .toArray();
            if (calls.length == 0) {
                ledger.owes(Debt.GHOST, "S10 the display of counter " + shown.counter() + " showed " + shown.number());
            }
        }
        for (var counter : displays.counters()) {
            var before = 0L;
            for (var shown : displays.shown()) {
                if (shown.counter() != counter) continue;
                var after = before;
                var next = steps.stream()
                        .filter(step -> step.kind() == Step.Kind.CALLED || step.kind() == Step.Kind.RECALLED)
                        .filter(step -> step.counter().id() == counter && step.seq() >= after)
                        .filter(step -> step.ticket().number().toString().equalsIgnoreCase(shown.number()))
                        .mapToLong(Step::seq)
                        .findFirst();
                if (next.isEmpty()) {
                    ledger.owes(
                            Debt.DUPLICATE,
                            "S10 the display of counter " + counter + " went back to " + shown.number());
                } else {
                    before = next.getAsLong();
                }
            }
        }
        ledger.counts("pictures of displays", displays.shown().size());
    }
}
