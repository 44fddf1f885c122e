package vn.luot.protocol.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The hall as one listener may see it, after step {@code seq}.
 *
 * @param day the open business day; absent when none is open
 * @param calls last calls, newest first, at most {@value #LAST_CALLS}, each ticket once
 */
public record HallView(
        long seq,
        OffsetDateTime at,
        LocalDate day,
        List<ServiceView> services,
        List<CounterView> counters,
        List<CallView> calls) {

    public static final int LAST_CALLS = 12;

    public HallView {
        services = List.copyOf(services);
        counters = List.copyOf(counters);
        calls = List.copyOf(calls);
    }

    /** This view after {@code step}, which must be the next one its listener is sent. */
    public HallView after(StepView step) {
        return new HallView(
                step.seq(),
                step.at(),
                step.day(),
                replaced(replaced(services, step.service()), step.left()),
                replaced(step.counter()),
                step.isCall() ? called(step.call()) : step.kind() == StepKind.DAY_OPENED ? List.of() : calls);
    }

    private static List<ServiceView> replaced(List<ServiceView> services, ServiceView fresh) {
        if (fresh == null) return services;
        return services.stream()
                .map(old -> old.id().equals(fresh.id()) ? fresh : old)
                .toList();
    }

    private List<CounterView> replaced(CounterView fresh) {
        if (fresh == null) return counters;
        return counters.stream()
                .map(old -> old.id() == fresh.id() ? fresh : old)
                .toList();
    }

    private List<CallView> called(CallView call) {
        var last = new ArrayList<CallView>();
        last.add(call);
        calls.stream()
                .filter(old -> !old.number().equals(call.number()))
                .limit(LAST_CALLS - 1L)
                .forEach(last::add);
        return last;
    }
}
