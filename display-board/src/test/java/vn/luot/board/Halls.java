package vn.luot.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketView;

/** Halls with counters 1 to 12, counter 12 closed. */
final class Halls {
    static final LocalDate DAY = LocalDate.parse("2026-11-23");
    static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T08:00:00.000+07:00");
    private static final int COUNTERS = 12;

    private Halls() {}

    /** A morning before the first call. */
    static HallView quiet() {
        var counters =
                IntStream.rangeClosed(1, COUNTERS).mapToObj(Halls::waiting).toList();
        return new HallView(1, AT, DAY, List.of(), counters, List.of());
    }

    /** {@code calls} in the order they were made, such as {@code "A012 > 3"}. */
    static HallView after(String... calls) {
        var hall = quiet();
        for (var call : calls) hall = hall.after(call(hall, call));
        return hall;
    }

    /** The step that calls {@code call}, such as {@code "A012 > 3"}. */
    static StepView call(HallView before, String call) {
        var number = call.split(" > ")[0];
        var counter = Integer.parseInt(call.split(" > ")[1]);
        var ticket = called(number, counter);
        return step(before, StepKind.CALLED, ticket, new CounterView(counter, CounterState.OPEN, "Lan", ticket, null));
    }

    /** The step that finishes whoever is at {@code counter}. */
    static StepView finish(HallView before, int counter) {
        var ticket = before.counters().get(counter - 1).ticket();
        return step(before, StepKind.FINISHED, ticket, waiting(counter));
    }

    /** The step by which whoever was called to {@code counter} stands there. */
    static StepView start(HallView before, int counter) {
        var called = before.counters().get(counter - 1).ticket();
        var serving = with(called, TicketState.SERVING, called.priorityClass());
        return step(before, StepKind.STARTED, serving, at(counter, serving));
    }

    /** The same hall, with a priority visitor at {@code counter}. */
    static HallView withPriority(HallView hall, int counter) {
        var ticket = hall.counters().get(counter - 1).ticket();
        var priority = with(ticket, ticket.state(), "elderly");
        return hall.after(step(hall, StepKind.REPRINTED, priority, at(counter, priority)));
    }

    private static TicketView with(TicketView ticket, TicketState state, String priorityClass) {
        return ticket(ticket.id(), ticket.number(), ticket.service(), state, ticket.counter(), priorityClass);
    }

    private static TicketView ticket(
            long id, String number, String service, TicketState state, Integer counter, String priorityClass) {
        return new TicketView(
                id, number, service, state, counter, priorityClass, "vi", 1, AT, AT, null, null, 1, null, null, null);
    }

    private static CounterView at(int counter, TicketView ticket) {
        return new CounterView(counter, CounterState.OPEN, "Lan", ticket, null);
    }

    static HallView withoutDay(HallView hall) {
        var closed =
                hall.counters().stream().map(counter -> closed(counter.id())).toList();
        return new HallView(hall.seq() + 1, AT, null, hall.services(), closed, hall.calls());
    }

    private static StepView step(HallView before, StepKind kind, TicketView ticket, CounterView counter) {
        return new StepView(before.seq() + 1, AT.plusSeconds(before.seq()), kind, DAY, ticket, counter, null);
    }

    private static CounterView waiting(int id) {
        return id == COUNTERS ? closed(id) : new CounterView(id, CounterState.OPEN, "Lan", null, null);
    }

    private static CounterView closed(int id) {
        return new CounterView(id, CounterState.CLOSED, null, null, null);
    }

    private static TicketView called(String number, int counter) {
        return ticket(7, number, "dat-dai.nop", TicketState.CALLED, counter, null);
    }
}
