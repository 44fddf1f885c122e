package vn.luot.sim.hall;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/**
 * All that the page of the simulated hall draws, sent whole at every change.
 *
 * @param speed how many times faster than ours the people live; 0 while they stand still
 * @param hub whether the hub is there
 * @param waiting people who wait to be called
 * @param counts how often each kind of step was taken since the program began
 * @param broken ids of the switches that are on
 */
record Scene(
        double speed,
        boolean hub,
        int waiting,
        Map<StepKind, Integer> counts,
        Printer printer,
        Sign sign,
        List<Place> counters,
        List<Happening> lately,
        List<String> broken) {

    /** @param misunderstood bytes that meant nothing to the printer */
    record Printer(String line, List<Ticket> tickets, List<String> misunderstood) {}

    /**
     * @param seconds on the wire
     * @param height of the picture, which is 576 dots wide
     */
    record Ticket(int number, long bytes, double seconds, int height) {}

    /** @param dots for each line of text seven rows of '1' and '0' */
    record Sign(String line, String text, List<List<String>> dots) {}

    /**
     * A counter with its display.
     *
     * @param shows six characters
     * @param working whether a simulated clerk works there
     */
    record Place(int id, String clerk, String number, String state, String shows, boolean working) {}

    record Happening(long seq, OffsetDateTime at, StepKind kind, String number, Integer counter) {}

    static Scene of(HallTime time, Hardware hardware, Chronicle chronicle, Crowd crowd) {
        var hall = chronicle.hall();
        return new Scene(
                time.speed(),
                chronicle.connected(),
                hall == null
                        ? 0
                        : hall.services().stream()
                                .mapToInt(service -> service.waiting())
                                .sum(),
                chronicle.counts(),
                printer(hardware.printer(), hardware.printerLine()),
                sign(hardware),
                places(hardware, hall, crowd),
                chronicle.lately().stream().map(Scene::happening).toList(),
                hardware.switches().stream()
                        .filter(fault -> fault.isOn().getAsBoolean())
                        .map(FaultSwitch::id)
                        .toList());
    }

    private static Printer printer(SimPrinter printer, Wire line) {
        var tickets = printer.tickets();
        var last = tickets.subList(Math.max(0, tickets.size() - 3), tickets.size());
        return new Printer(
                line.address(),
                last.stream().map(ticket -> ticket(ticket, line)).toList(),
                printer.misunderstood());
    }

    private static Ticket ticket(PrintedTicket ticket, Wire line) {
        var seconds = line.time(ticket.bytes()).toMillis() / 1000.0;
        return new Ticket(
                ticket.number(), ticket.bytes(), seconds, ticket.picture().getHeight());
    }

    private static Sign sign(Hardware hardware) {
        var lit = hardware.sign().lit();
        return new Sign(hardware.signLine().address(), lit.text(), lit.dots());
    }

    private static List<Place> places(Hardware hardware, HallView hall, Crowd crowd) {
        return hardware.displays().stream()
                .map(display -> place(
                        view(hall, display.unit()), display.unit(), display.text(), crowd.worksAt(display.unit())))
                .toList();
    }

    private static CounterView view(HallView hall, int counter) {
        if (hall == null) return null;
        return hall.counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .orElse(null);
    }

    private static Place place(CounterView view, int counter, String shows, boolean working) {
        if (view == null) return new Place(counter, null, null, "CLOSED", shows, working);
        var ticket = view.ticket();
        return ticket == null
                ? new Place(counter, view.clerk(), null, view.state().name(), shows, working)
                : new Place(
                        counter, view.clerk(), ticket.number(), ticket.state().name(), shows, working);
    }

    private static Happening happening(StepView step) {
        var ticket = step.ticket();
        var counter = step.counter() == null ? null : (Integer) step.counter().id();
        return new Happening(step.seq(), step.at(), step.kind(), ticket == null ? null : ticket.number(), counter);
    }
}
