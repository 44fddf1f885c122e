package vn.luot.hub.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import vn.luot.hub.desk.Announcement.ServiceNow;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Hardware;
import vn.luot.hub.queue.Service;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.protocol.message.CallView;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareAlarm;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.HardwareView;
import vn.luot.protocol.message.ServiceView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketView;

/** The hall in the words of the contract, for each listener what it may see. */
public final class Views {
    private final Supplier<ZoneId> zone;

    /** @param zone the hall's, as the plan in force says */
    public Views(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    public HallView hall(Hall hall, View view, Instant now) {
        return new HallView(
                hall.seq(),
                time(now),
                hall.day().orElse(null),
                hall.rules().services().stream()
                        .map(Service::id)
                        .map(id -> service(ServiceNow.of(id, hall, now)))
                        .toList(),
                hall.counters().stream()
                        .filter(counter -> view.hears(counter.id()))
                        .map(counter -> counter(hall, counter, view))
                        .toList(),
                hall.lastCalls().stream()
                        .map(ticket -> call(asCalled(hall, ticket)))
                        .toList(),
                view.sight() == View.Sight.STAFF ? hardware(hall.hardware()) : null);
    }

    /** The step for whoever sees so much and {@link #concerns is concerned}. */
    public StepView step(Announcement told, View.Sight sight) {
        var step = told.step();
        return new StepView(
                step.seq(),
                time(step.at()),
                kind(step.kind()),
                told.openDay(),
                step.ticket() == null ? null : ticket(step.ticket(), false),
                step.counter() == null ? null : counter(step.counter(), told.atCounter(), told.toRate(), sight),
                told.service() == null ? null : service(told.service()),
                told.left() == null ? null : service(told.left()),
                sight == View.Sight.STAFF && step.kind() == Step.Kind.HARDWARE_CHANGED
                        ? hardware(new Hardware.Known(Hardware.parse(step.reason()), step.at()))
                        : null);
    }

    /** Whether listeners of {@code view} are told of the step. */
    public static boolean concerns(Announcement told, View view) {
        return view.hears(counterOf(told.step()));
    }

    private static int counterOf(Step step) {
        if (step.counter() != null) return step.counter().id();
        return step.ticket() == null ? 0 : step.ticket().counter();
    }

    CounterView counter(Announcement told, View view) {
        return counter(told.step().counter(), told.atCounter(), told.toRate(), view.sight());
    }

    CounterView counter(Hall hall, Counter counter, View view) {
        return counter(
                counter,
                hall.ticket(counter.ticket()).orElse(null),
                hall.ticket(counter.toRate()).orElse(null),
                view.sight());
    }

    private CounterView counter(Counter counter, Ticket atCounter, Ticket toRate, View.Sight sight) {
        return new CounterView(
                counter.id(),
                switch (counter.state()) {
                    case OPEN -> CounterState.OPEN;
                    case PAUSED -> CounterState.PAUSED;
                    case CLOSED -> CounterState.CLOSED;
                },
                counter.clerkShownAs(),
                atCounter == null ? null : ticket(atCounter, false),
                toRate == null ? null : ticket(toRate, sight == View.Sight.TABLET));
    }

    private ServiceView service(ServiceNow service) {
        return new ServiceView(
                service.id(), service.waiting(), service.open(), localTime(service.opensAt()), service.numbersLeft());
    }

    TicketView ticket(Ticket ticket) {
        return ticket(ticket, false);
    }

    private TicketView ticket(Ticket ticket, boolean withToken) {
        return new TicketView(
                ticket.id(),
                ticket.number().toString(),
                ticket.service(),
                state(ticket.state()),
                ticket.counter() == 0 ? null : ticket.counter(),
                ticket.priorityClass(),
                ticket.language(),
                ticket.files(),
                time(ticket.issuedAt()),
                time(ticket.calledAt()),
                time(ticket.startedAt()),
                time(ticket.finishedAt()),
                ticket.calls(),
                withToken ? ticket.token() : null,
                ticket.marks().contains(Ticket.Mark.PRIORITY_ASKED) ? true : null,
                ticket.place().further());
    }

    List<HardwareView> hardware(List<Hardware.Known> known) {
        return known.stream().map(this::hardware).toList();
    }

    private HardwareView hardware(Hardware.Known known) {
        var part = known.now();
        return new HardwareView(
                part.device(),
                part.name(),
                type(part.type()),
                condition(part.condition()),
                part.detail(),
                time(known.since()));
    }

    HardwareAlarm alarm(Hardware.Alarm alarm) {
        var part = alarm.hardware();
        return new HardwareAlarm(
                part.device(),
                part.name(),
                type(part.type()),
                condition(part.condition()),
                part.detail(),
                time(alarm.raised()),
                time(alarm.cleared()));
    }

    private static HardwareType type(Hardware.Type type) {
        return switch (type) {
            case PRINTER -> HardwareType.PRINTER;
            case BOARD -> HardwareType.BOARD;
            case SCANNER -> HardwareType.SCANNER;
            case KEYPAD -> HardwareType.KEYPAD;
            case BELL -> HardwareType.BELL;
            case CLOCK -> HardwareType.CLOCK;
        };
    }

    private static HardwareCondition condition(Hardware.Condition condition) {
        return switch (condition) {
            case OK -> HardwareCondition.OK;
            case LOW -> HardwareCondition.LOW;
            case OUT -> HardwareCondition.OUT;
            case JAM -> HardwareCondition.JAM;
            case COVER -> HardwareCondition.COVER;
            case RUNG -> HardwareCondition.RUNG;
            case CLOCK_SKEW -> HardwareCondition.CLOCK_SKEW;
            case GONE -> HardwareCondition.GONE;
            case REMOVED -> HardwareCondition.REMOVED;
        };
    }

    /** Who was sent back into a line since was called all the same. */
    private static Ticket asCalled(Hall hall, Ticket ticket) {
        return ticket.calledAt() != null
                ? ticket
                : hall.callOf(ticket.id()).orElseThrow().ticket();
    }

    private CallView call(Ticket ticket) {
        return new CallView(
                ticket.number().toString(),
                ticket.service(),
                ticket.counter(),
                time(ticket.calledAt()),
                ticket.calls(),
                ticket.language());
    }

    static TicketState state(Ticket.State state) {
        return switch (state) {
            case WAITING -> TicketState.WAITING;
            case CALLED -> TicketState.CALLED;
            case SERVING -> TicketState.SERVING;
            case HELD -> TicketState.HELD;
            case SERVED -> TicketState.SERVED;
            case NO_SHOW -> TicketState.NO_SHOW;
            case CANCELLED -> TicketState.CANCELLED;
            case VOIDED -> TicketState.VOIDED;
            case UNSERVED -> TicketState.UNSERVED;
        };
    }

    private static StepKind kind(Step.Kind kind) {
        return switch (kind) {
            case DAY_OPENED -> StepKind.DAY_OPENED;
            case DAY_CLOSED -> StepKind.DAY_CLOSED;
            case COUNTER_OPENED -> StepKind.COUNTER_OPENED;
            case COUNTER_CLOSED -> StepKind.COUNTER_CLOSED;
            case ISSUED -> StepKind.ISSUED;
            case CALLED -> StepKind.CALLED;
            case RECALLED -> StepKind.RECALLED;
            case STARTED -> StepKind.STARTED;
            case FINISHED -> StepKind.FINISHED;
            case NO_SHOW -> StepKind.NO_SHOW;
            case RATED -> StepKind.RATED;
            case COUNTER_PAUSED -> StepKind.COUNTER_PAUSED;
            case HELD -> StepKind.HELD;
            case RESUMED -> StepKind.RESUMED;
            case RETURNED -> StepKind.RETURNED;
            case TRANSFERRED -> StepKind.TRANSFERRED;
            case FURTHER_ADDED -> StepKind.FURTHER_ADDED;
            case CONTINUED -> StepKind.CONTINUED;
            case WALKED_IN -> StepKind.WALKED_IN;
            case CANCELLED -> StepKind.CANCELLED;
            case VOIDED -> StepKind.VOIDED;
            case REPRINTED -> StepKind.REPRINTED;
            case PRIORITY_ASKED -> StepKind.PRIORITY_ASKED;
            case PRIORITY_DECIDED -> StepKind.PRIORITY_DECIDED;
            case UNSERVED -> StepKind.UNSERVED;
            case LEASED -> StepKind.LEASED;
            case PUSHED_BACK -> StepKind.PUSHED_BACK;
            case HARDWARE_CHANGED -> StepKind.HARDWARE_CHANGED;
            case PLAN_CHANGED -> StepKind.PLAN_CHANGED;
            case VOTE_VOIDED -> StepKind.VOTE_VOIDED;
        };
    }

    OffsetDateTime time(Instant at) {
        return at == null ? null : at.atZone(zone.get()).toOffsetDateTime();
    }

    private OffsetDateTime localTime(LocalDateTime at) {
        return at == null ? null : at.atZone(zone.get()).toOffsetDateTime();
    }
}
