package vn.luot.protocol.message;

import java.util.List;

/**
 * Body of {@code POST /api/ratings}.
 *
 * @param token token of the served ticket
 * @param score a score of the plan's rating scale
 * @param reasons ids of the plan's reasons; empty when absent
 * @param comment at most 500 characters; absent when none
 */
public record Vote(String token, int score, List<String> reasons, String comment) {
    public Vote {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
