package vn.luot.hub.desk;

import java.time.Instant;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Finish;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.settings.Words;

/**
 * The body of a verb; each takes what it needs.
 *
 * @param ticket the ticket that is meant, or that the clerk's screen shows; absent for the one at the counter
 * @param why for pause, call, hold, transfer, return and cancel
 * @param service where to transfer, or what follows
 * @param counter where to transfer, instead of a service
 * @param outcome for finish: a code
 * @param files for finish: how many were handled; absent for as many as the visitor said
 * @param priorityClass for priority: what a person saw; absent for an ordinary visitor
 */
record Said(
        Long ticket, String why, String service, Integer counter, String outcome, Integer files, String priorityClass) {
    private static final Said NOTHING = new Said(null, null, null, null, null, null, null);
    private static final int LONGEST_WHY = 200;
    private static final int MOST_FILES = 99;
    private static final String OUTCOME = "[a-z0-9.-]{1,40}";

    static Said in(Call call) {
        return call.hasBody() ? call.body(Said.class).checked() : NOTHING;
    }

    private Said checked() {
        if (outcome != null && (!outcome.matches(OUTCOME) || Words.holdNumberOfAPerson(outcome))) {
            throw Failure.field(
                    "outcome",
                    "gồm 1 đến 40 ký tự a–z, 0–9, . - và không phải số giấy tờ",
                    "must be 1 to 40 of a–z, 0–9, . - and no number of a card");
        }
        if (files != null && (files < 1 || files > MOST_FILES)) {
            throw Failure.field("files", "phải từ 1 đến 99.", "must be from 1 to 99.");
        }
        return new Said(ticket, inOneLine(why), service, counter, outcome, files, priorityClass);
    }

    /** As it is kept; absent when nothing was written. */
    private static String inOneLine(String written) {
        if (written == null || written.isBlank()) return null;
        var why = Words.composed(written.strip().replaceAll("\\R", " "));
        Words.fault(why, LONGEST_WHY).ifPresent(fault -> {
            throw Failure.text("why", fault.vi(), fault.en());
        });
        return Words.withoutNumbersOfPeople(why);
    }

    long shown() {
        return ticket == null ? 0 : ticket;
    }

    /** The ticket that is meant. */
    long meant(Hall hall, int at) {
        return ticket == null ? hall.counter(at).map(Counter::ticket).orElse(0L) : ticket;
    }

    Finish finish() {
        return new Finish(outcome, files == null ? 0 : files);
    }

    Decision transfer(long meant, Hall hall, Actor actor, Instant now) {
        return counter == null
                ? hall.transferToService(meant, service, why, actor, now)
                : hall.transferToCounter(meant, counter, why, actor, now);
    }

    /** Here a service is a field of the body, and not what the address is about. */
    static Failure answer(Refused refused) {
        return refused.rule() == Rule.SERVICE_UNKNOWN
                ? Failure.field("service", "không có dịch vụ này.", "there is no such service.")
                : Refusals.answer(refused);
    }
}
