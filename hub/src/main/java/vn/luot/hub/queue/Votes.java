package vn.luot.hub.queue;

import static vn.luot.hub.queue.Refused.because;

import java.time.Instant;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket.Mark;

/** One vote for each served ticket, which only a reason takes away. */
final class Votes {
    private final DayBook book;

    Votes(DayBook book) {
        this.book = book;
    }

    Decision rate(String token, Rating vote, Actor actor, Instant now) {
        var ticket = book.voter(token).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (ticket.rating() != null && ticket.rating().key().equals(vote.key())) {
            return ticket.rating().saysTheSameAs(vote) ? new Decision.Already(ticket) : because(Rule.KEY_REUSED);
        }
        if (!Verb.RATE.isLegalIn(ticket.state())) return because(Rule.NOT_SERVED, ticket);
        if (ticket.rating() != null || ticket.marks().contains(Mark.VOTE_VOIDED)) return because(Rule.ALREADY_RATED);
        if (!book.rules.scores().contains(vote.score())) return because(Rule.SCORE_UNKNOWN);
        if (!book.rules.reasons().containsAll(vote.reasons())) return because(Rule.REASON_UNKNOWN);
        var waitsForVote = book.counter(ticket.counter()).filter(counter -> counter.toRate() == ticket.id());
        return book.step(
                Kind.RATED,
                actor,
                now,
                ticket.rated(vote),
                waitsForVote.map(Counter::rated).orElse(null),
                null);
    }

    Decision makeVoid(long id, String why, Actor actor, Instant now) {
        var ticket = book.ticket(id).orElse(null);
        if (ticket == null) return because(Rule.TICKET_NOT_FOUND);
        if (ticket.marks().contains(Mark.VOTE_VOIDED)) return new Decision.Already(ticket);
        if (ticket.rating() == null) return because(Rule.NOT_RATED);
        if (Visits.saysNothing(why)) return because(Rule.WHY_NEEDED);
        return book.step(Kind.VOTE_VOIDED, actor, now, ticket.rated(null).marked(Mark.VOTE_VOIDED), null, why);
    }
}
