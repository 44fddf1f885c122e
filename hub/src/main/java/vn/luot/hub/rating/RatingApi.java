package vn.luot.hub.rating;

import java.util.Optional;
import java.util.Set;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.Vote;

/** The votes, on tablets and phones: one for each served ticket; and what is done about a wrong one. */
public final class RatingApi {
    private static final int LONGEST_COMMENT = 500;

    private final Reception reception;

    public RatingApi(Reception reception) {
        this.reception = reception;
    }

    /** What is answered to a vote that counts. */
    private record Counted(boolean counted) {}

    /** POST /api/ratings */
    public void rate(Call call) {
        var key = call.key();
        var vote = call.body(Vote.class);
        if (vote.token() == null) throw Failure.field("token", "phải có mã phiếu.", "the ticket's token is needed.");
        count(call, key, vote.token(), vote, call.actor());
    }

    /** POST /api/tickets/{token}/rating: whoever holds the ticket votes on a phone of their own. */
    public void rateByHolder(Call call) {
        var key = call.key();
        var vote = call.body(Vote.class);
        if (vote.token() != null) throw Failure.field("token", "đã có trong địa chỉ.", "is in the address already.");
        count(call, key, call.path("token"), vote, Actor.HOLDER);
    }

    private void count(Call call, String key, String token, Vote vote, Actor actor) {
        if (Set.copyOf(vote.reasons()).size() < vote.reasons().size()) {
            throw Failure.field("reasons", "nêu một lý do hai lần.", "names a reason twice.");
        }
        var comment = comment(vote.comment());
        call.then(
                reception.ask((hall, now) ->
                        hall.rate(token, new Rating(key, vote.score(), vote.reasons(), comment, now), actor, now)),
                outcome -> call.answer(201, new Counted(true)));
    }

    private record Rater(String number, String token) {}

    /**
     * GET /api/counters/{counter}/rater: whoever cannot vote at the tablet may do so on the screen of a host, who rates
     * nobody and is rated by nobody.
     */
    public void lend(Call call) {
        var counter = call.path("counter");
        call.then(
                reception.look(hall -> rater(hall, counter)),
                found -> call.answer(200, found.orElseThrow(RatingApi::nobody)));
    }

    private static Optional<Rater> rater(Hall hall, String counter) {
        return hall.counters().stream()
                .filter(one -> String.valueOf(one.id()).equals(counter))
                .findFirst()
                .flatMap(one -> hall.ticket(one.toRate()))
                .map(ticket -> new Rater(ticket.number().toString(), ticket.token()));
    }

    private static Failure nobody() {
        return new Failure(
                404,
                "NOTHING_TO_RATE",
                "Ở quầy này không còn ai chờ đánh giá.",
                "Nobody is left to rate at this counter.");
    }

    private record Why(String why) {}

    /** POST /api/votes/{ticket}/void */
    public void makeVoid(Call call) {
        var ticket = ticket(call.path("ticket"));
        var said = call.body(Why.class).why();
        var why = said == null || said.isBlank() ? null : comment(said);
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.voidVote(ticket, why, actor, now)), outcome -> call.answerNothing());
    }

    /** What is no number of a ticket is that of none. */
    private static long ticket(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Long.parseLong(id) : 0;
    }

    /** The comment as it is kept, in one line; absent when nothing was written. */
    private static String comment(String written) {
        if (written == null || written.isBlank()) return null;
        var comment = Words.composed(written.strip().replaceAll("\\R", " "));
        Words.fault(comment, LONGEST_COMMENT).ifPresent(fault -> {
            throw Failure.text("comment", fault.vi(), fault.en());
        });
        return Words.withoutNumbersOfPeople(comment);
    }
}
