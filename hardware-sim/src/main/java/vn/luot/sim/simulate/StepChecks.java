package vn.luot.sim.simulate;

import static vn.luot.hub.queue.Ticket.State.CALLED;
import static vn.luot.hub.queue.Ticket.State.CANCELLED;
import static vn.luot.hub.queue.Ticket.State.HELD;
import static vn.luot.hub.queue.Ticket.State.NO_SHOW;
import static vn.luot.hub.queue.Ticket.State.SERVED;
import static vn.luot.hub.queue.Ticket.State.SERVING;
import static vn.luot.hub.queue.Ticket.State.UNSERVED;
import static vn.luot.hub.queue.Ticket.State.VOIDED;
import static vn.luot.hub.queue.Ticket.State.WAITING;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.luot.hub.queue.Choice;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;

/** What one step may do, held against the history before it. */
final class StepChecks {
    private final CallOracle oracle;
    private final Verdict verdict;

    StepChecks(CallOracle oracle, Verdict verdict) {
        this.oracle = oracle;
        this.verdict = verdict;
    }

    /** From which states to which a kind of step leads; null for a ticket that is new. */
    private record Move(Set<Ticket.State> from, Set<Ticket.State> to) {
        static Move of(Set<Ticket.State> from, Ticket.State to) {
            return new Move(from, Set.of(to));
        }
    }

    /** @param before what was durable before {@code step} */
    void check(Step step, History before) {
        var name = step.seq() + " " + step.kind();
        verdict.unless(step.seq() == before.seq() + 1, Invariant.S11, name + " does not follow " + before.seq());
        checkDay(step, before, name);
        if (step.ticket() != null) checkTicket(step, before, name);
        checkCounters(step, before, name);
    }

    private void checkDay(Step step, History before, String name) {
        var day = before.day();
        verdict.unless(
                day == null || !step.day().isBefore(day),
                Invariant.S13,
                name + " is of " + step.day() + ", before " + day);
        switch (step.kind()) {
            case DAY_OPENED -> verdict.unless(!before.isOpen(), Invariant.S13, name + " while " + day + " is open");
            case DAY_CLOSED -> {
                verdict.unless(before.isOpen(), Invariant.S13, name + " while no day is open");
                var live =
                        before.today().stream().filter(ticket -> ticket.state().live());
                verdict.unless(live.findAny().isEmpty(), Invariant.S15, name + " leaves live tickets");
            }
            default ->
                verdict.unless(
                        step.day().equals(day) && (before.isOpen() || isAfterHours(step)),
                        Invariant.S13,
                        name + " of " + step.day() + " while " + (before.isOpen() ? day : "no day") + " is open");
        }
    }

    private static boolean isAfterHours(Step step) {
        return switch (step.kind()) {
            case RATED, VOTE_VOIDED, COUNTER_CLOSED, HARDWARE_CHANGED, PLAN_CHANGED, LEASED -> true;
            default -> false;
        };
    }

    private void checkTicket(Step step, History before, String name) {
        var after = step.ticket();
        var known = before.ticket(after.id()).orElse(null);
        var move = move(step.kind());
        var from = known == null ? null : known.state();
        verdict.unless(
                known == null
                        ? move.from() == null
                        : move.from() != null && move.from().contains(from),
                step.kind() == Step.Kind.RATED ? Invariant.S9 : Invariant.S8,
                name + " of " + after.number() + " from " + from);
        verdict.unless(
                move.to().contains(after.state()),
                Invariant.S8,
                name + " of " + after.number() + " to " + after.state());
        if (known == null) checkNew(step, before, name);
        else checkSame(known, after, step.kind(), name);
        switch (step.kind()) {
            case CALLED -> checkCall(step, before, name);
            case RETURNED, TRANSFERRED, CONTINUED -> checkPlace(known, step, before, name);
            case RATED ->
                verdict.unless(
                        known != null && known.rating() == null && after.rating() != null,
                        Invariant.S9,
                        name + " of " + after.number() + ", which has a vote");
            default -> {}
        }
    }

    private static Move move(Step.Kind kind) {
        return switch (kind) {
            case ISSUED -> new Move(null, Set.of(WAITING));
            case WALKED_IN -> new Move(null, Set.of(SERVING));
            case CALLED -> Move.of(Set.of(WAITING, HELD), CALLED);
            case RECALLED -> Move.of(Set.of(CALLED), CALLED);
            case STARTED -> Move.of(Set.of(CALLED), SERVING);
            case FINISHED -> Move.of(Set.of(CALLED, SERVING), SERVED);
            case CONTINUED -> Move.of(Set.of(CALLED, SERVING), WAITING);
            case NO_SHOW -> Move.of(Set.of(CALLED), NO_SHOW);
            case HELD -> Move.of(Set.of(CALLED, SERVING), HELD);
            case RESUMED -> Move.of(Set.of(HELD), SERVING);
            case RETURNED -> Move.of(Set.of(CALLED, SERVING, HELD, NO_SHOW), WAITING);
            case TRANSFERRED -> Move.of(Set.of(WAITING, CALLED, SERVING, HELD), WAITING);
            case FURTHER_ADDED ->
                new Move(Set.of(WAITING, CALLED, SERVING, HELD), Set.of(WAITING, CALLED, SERVING, HELD));
            case PUSHED_BACK, PRIORITY_ASKED, PRIORITY_DECIDED -> Move.of(Set.of(WAITING), WAITING);
            case CANCELLED -> Move.of(Set.of(WAITING, CALLED, HELD), CANCELLED);
            case VOIDED -> Move.of(Set.of(WAITING, CALLED, HELD, NO_SHOW), VOIDED);
            case REPRINTED ->
                new Move(
                        Set.of(WAITING, CALLED, SERVING, HELD, NO_SHOW),
                        Set.of(WAITING, CALLED, SERVING, HELD, NO_SHOW));
            case UNSERVED -> Move.of(Set.of(WAITING, CALLED, SERVING, HELD), UNSERVED);
            case RATED, VOTE_VOIDED -> Move.of(Set.of(SERVED), SERVED);
            case DAY_OPENED,
                    DAY_CLOSED,
                    COUNTER_OPENED,
                    COUNTER_CLOSED,
                    COUNTER_PAUSED,
                    LEASED,
                    HARDWARE_CHANGED,
                    PLAN_CHANGED -> new Move(null, Set.of());
        };
    }

    private void checkNew(Step step, History before, String name) {
        var ticket = step.ticket();
        verdict.unless(ticket.id() == step.seq(), Invariant.S11, name + " makes ticket " + ticket.id());
        verdict.unless(
                !before.wasGiven(step.day(), ticket.number()),
                Invariant.S1,
                name + " gives " + ticket.number() + " again on " + step.day());
        verdict.unless(
                before.byKey(ticket.key()).stream()
                        .noneMatch(other -> other.state().live()),
                Invariant.S3,
                name + " gives a second ticket to " + ticket.key());
        verdict.unless(
                !before.isDead(ticket.key()), Invariant.S6, name + " gives a ticket to the voided " + ticket.key());
    }

    /** What a ticket is for ever. */
    private void checkSame(Ticket known, Ticket after, Step.Kind kind, String name) {
        var asked = kind == Step.Kind.PRIORITY_DECIDED ? known.asked().as(after.priorityClass()) : known.asked();
        verdict.unless(
                known.number().equals(after.number()) && asked.equals(after.asked()),
                Invariant.S1,
                name + " makes " + after.number() + " of " + known.number());
        verdict.unless(
                kind == Step.Kind.VOTE_VOIDED
                        ? known.rating() != null && after.rating() == null
                        : known.rating() == null || known.rating().equals(after.rating()),
                Invariant.S9,
                name + " changes the vote of " + after.number());
    }

    private void checkCall(Step step, History before, String name) {
        if (Choice.parse(step.reason()).rule() == Choice.Rule.CHOSEN) {
            verdict.unless(
                    !Choice.parse(step.reason()).words().isBlank(), Invariant.S7, name + " out of turn without a word");
            return;
        }
        var counter = step.counter().id();
        var streak = before.counter(counter).map(known -> known.streak()).orElse(0);
        var due = oracle.next(List.copyOf(before.today()), counter, streak, step.at());
        var due1 = due.map(ticket -> ticket.number().toString()).orElse("nobody");
        verdict.unless(
                due.filter(ticket -> ticket.id() == step.ticket().id()).isPresent(),
                Invariant.S7,
                name + " of " + step.ticket().number() + " at " + counter + ", but it is the turn of " + due1);
    }

    /** Whoever is sent into a line again keeps the old place, or a head start when the plan says so. */
    private void checkPlace(Ticket known, Step step, History before, String name) {
        var since = step.ticket().place().since();
        var headStart = before.rules().conduct().headStart();
        Instant old = known.place().since();
        var holds = headStart == null ? since.equals(old) : !since.isBefore(old);
        verdict.unless(holds, Invariant.S7, name + " moves " + known.number() + " from " + old + " to " + since);
    }

    private void checkCounters(Step step, History before, String name) {
        var at = step.counter();
        if (at != null && at.ticket() != 0) {
            var holder = at.id();
            for (var other : before.counters()) {
                if (other.id() == holder || other.ticket() != at.ticket()) continue;
                verdict.broken(Invariant.S8, name + ": counters " + other.id() + " and " + holder + " serve one");
            }
        }
        var ticket = step.ticket();
        if (ticket == null) return;
        var isThere = ticket.state() == CALLED || ticket.state() == SERVING;
        var where = at != null && at.ticket() == ticket.id() ? at.id() : 0;
        if (isThere && at != null) {
            verdict.unless(
                    where == ticket.counter(), Invariant.S8, name + ": " + ticket.number() + " is at no counter");
        } else if (!isThere) {
            for (var other : before.counters()) {
                var isFreed = other.ticket() != ticket.id() || at != null && at.id() == other.id() && at.ticket() == 0;
                if (!isFreed) {
                    verdict.broken(
                            Invariant.S8, name + ": " + ticket.number() + " left, and its counter was not freed");
                }
            }
        }
    }
}
