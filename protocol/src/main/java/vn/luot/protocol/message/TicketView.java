package vn.luot.protocol.message;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A ticket as a listener may see it.
 *
 * @param id number of the ticket within the hall's journal; never reused
 * @param number what is on the paper, such as "A012"
 * @param counter the counter that called it last; absent before the first call
 * @param calls how often it was called, recalls included
 * @param token the unguessable token of the citizen; only in the views of the tablet and of the kiosk
 * @param asksPriority true while its holder waits for a person to look at its priority; absent otherwise
 * @param further the services that follow on the same number, in their order; absent when none do
 */
public record TicketView(
        long id,
        String number,
        String service,
        TicketState state,
        Integer counter,
        String priorityClass,
        String language,
        int files,
        OffsetDateTime issuedAt,
        OffsetDateTime calledAt,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt,
        int calls,
        String token,
        Boolean asksPriority,
        List<String> further) {
    public TicketView {
        further = further == null || further.isEmpty() ? null : List.copyOf(further);
    }
}
