package vn.luot.hub.rating;

import java.text.Normalizer;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Rating;
import vn.luot.protocol.message.Vote;

/** The votes of the tablets: one for each served ticket. */
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
        var comment = comment(vote.comment());
        var actor = call.actor();
        call.then(
                reception.ask((hall, now) -> hall.rate(
                        vote.token(), new Rating(key, vote.score(), vote.reasons(), comment, now), actor, now)),
                outcome -> call.answer(201, new Counted(true)));
    }

    /** The comment as it is kept: composed letters, no control characters; absent when nothing is left. */
    private static String comment(String written) {
        if (written == null || written.isBlank()) return null;
        var comment = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            throw Failure.text("comment", "dài quá 500 ký tự.", "longer than 500 characters.");
        }
        if (comment.codePoints().anyMatch(RatingApi::isUnwanted)) {
            throw Failure.text("comment", "có ký tự điều khiển.", "has control characters.");
        }
        return comment;
    }

    private static boolean isUnwanted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
