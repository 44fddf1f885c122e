package vn.luot.protocol.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hall as one listener may see it, after step {@code seq}.
 *
 * @param day the open business day; absent when none is open
 * @param calls last calls, newest first, at most {@value #LAST_CALLS}, each ticket once
 * @param hardware by device and name; absent when its listener is not staff
 */
public record HallView(
        long seq,
        OffsetDateTime at,
        LocalDate day,
        List<ServiceView> services,
        List<CounterView> counters,
        List<CallView> calls,
        List<HardwareView> hardware) {

    public static final int LAST_CALLS = 12;

    public HallView {
        services = List.copyOf(services);
        counters = List.copyOf(counters);
        calls = List.copyOf(calls);
        hardware = hardware == null ? null : List.copyOf(hardware);
    }

    /** The hall as visitors see it. */
    public HallView(
            long seq,
            OffsetDateTime at,
            LocalDate day,
            List<ServiceView> services,
            List<CounterView> counters,
            List<CallView> calls) {
        this(seq, at, day, services, counters, calls, null);
    }

    /** This view after {@code step}, which must be the next one its listener is sent. */
    public HallView after(StepView step) {
        return new HallView(
                step.seq(),
                step.at(),
                step.day(),
                replaced(replaced(services, step.service()), step.left()),
                replaced(step.counter()),
                step.isCall() ? called(step.call()) : step.kind() == StepKind.DAY_OPENED ? List.of() : calls,
                replaced(step.hardware()));
    }

    private static List<ServiceView> replaced(List<ServiceView> services, ServiceView fresh) {
        if (fresh == null) return services;
        var all = new ArrayList<>(services);
        all.replaceAll(old -> old.id().equals(fresh.id()) ? fresh : old);
        return all;
    }

    private List<CounterView> replaced(CounterView fresh) {
        if (fresh == null) return counters;
        var all = new ArrayList<>(counters);
        all.replaceAll(old -> old.id() == fresh.id() ? fresh : old);
        return all;
    }

    private List<HardwareView> replaced(HardwareView fresh) {
        if (hardware == null || fresh == null) return hardware;
        var others = hardware.stream().filter(old -> !old.isSamePartAs(fresh));
        var all = fresh.condition() == HardwareCondition.REMOVED ? others : Stream.concat(others, Stream.of(fresh));
        return all.sorted(HardwareView.BY_PLACE).toList();
    }

    private List<CallView> called(CallView call) {
        var last = new ArrayList<CallView>();
        last.add(call);
        for (var old : calls) {
            if (!old.number().equals(call.number()) && last.size() < LAST_CALLS) last.add(old);
        }
        return last;
    }
}
