package vn.luot.hub.queue;

import java.time.Instant;
import java.util.List;

/**
 * The one vote of a served ticket.
 *
 * @param key idempotency key of the vote
 * @param reasons ids of the plan's reasons; empty when none was asked for
 * @param comment absent when none was written
 */
public record Rating(String key, int score, List<String> reasons, String comment, Instant at) {
    public Rating {
        reasons = List.copyOf(reasons);
    }

    /** Whether {@code other} is this vote sent again. */
    boolean saysTheSameAs(Rating other) {
        return score == other.score
                && reasons.equals(other.reasons)
                && (comment == null ? other.comment == null : comment.equals(other.comment));
    }
}
