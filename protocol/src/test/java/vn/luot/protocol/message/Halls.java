package vn.luot.protocol.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A small hall: two services, two counters. */
public final class Halls {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-23T09:00:00+07:00");

    private Halls() {}

    public static HallView withNobodyCalled(long seq) {
        return new HallView(
                seq,
                NINE,
                DAY,
                List.of(new ServiceView("dat-dai.nop", 2, true, null), new ServiceView("tu-phap.nop", 0, true, null)),
                List.of(closedCounter(1), closedCounter(2)),
                List.of());
    }

    public static CounterView closedCounter(int id) {
        return new CounterView(id, CounterState.CLOSED, null, null, null);
    }

    /** The step that calls {@code number} to {@code counter}. */
    public static StepView call(long seq, String number, int counter) {
        return step(seq, StepKind.CALLED, ticket(number, counter, 1));
    }

    public static StepView recall(long seq, String number, int counter) {
        return step(seq, StepKind.RECALLED, ticket(number, counter, 2));
    }

    private static StepView step(long seq, StepKind kind, TicketView ticket) {
        return new StepView(
                seq,
                NINE.plusSeconds(seq),
                kind,
                DAY,
                ticket,
                new CounterView(ticket.counter(), CounterState.OPEN, "Trần Thị Bưởi", ticket, null),
                new ServiceView(ticket.service(), 1, true, null));
    }

    private static TicketView ticket(String number, int counter, int calls) {
        return new TicketView(
                Long.parseLong(number.substring(1)),
                number,
                "dat-dai.nop",
                TicketState.CALLED,
                counter,
                null,
                "vi",
                1,
                NINE,
                NINE.plusMinutes(1),
                null,
                null,
                calls,
                null,
                null,
                null);
    }
}
