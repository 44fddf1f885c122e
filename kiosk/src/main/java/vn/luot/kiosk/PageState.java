package vn.luot.kiosk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ServiceView;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.WaitRange;

/**
 * All that the kiosk's page draws, sent whole at every change.
 *
 * @param hub whether the hub is connected
 * @param offline whether numbers are given without it
 * @param barred why the hub does not talk to this kiosk; absent when it does
 * @param pairingCode lets this kiosk in once a technician types it at the hub; absent when it is in
 * @param outdated whether hub and kiosk are of different versions, so that they do not talk
 * @param day the open business day; absent when none is open, or nobody knows
 * @param printer name of the {@link PrinterState}
 * @param canPrint whether a ticket would come out now
 * @param printerMessage for the visitor
 * @param technicianMessage what is wrong with the printer and what to do
 * @param centre absent before the hub was ever reached
 * @param hotline absent when there is none
 * @param timeZone the hall's; absent before the hub was ever reached
 * @param bell RUNG while somebody calls a person, COMING when one comes; absent otherwise
 * @param priorityClasses whom the hall calls earlier
 * @param unwanted numbers on paper that the hub did not take in: staff has to look after their holders
 * @param fields most used first
 */
record PageState(
        boolean hub,
        boolean offline,
        Text barred,
        String pairingCode,
        boolean outdated,
        LocalDate day,
        String printer,
        boolean canPrint,
        Text printerMessage,
        Text technicianMessage,
        Text centre,
        String hotline,
        ZoneId timeZone,
        String bell,
        List<Text> priorityClasses,
        List<String> unwanted,
        List<Field> fields) {

    /**
     * @param letter prefix of the field's tickets
     * @param place of the field in the plan, from 0; gives it its mark
     * @param services most used first
     * @param results id of the service where finished results are collected; absent when there is none
     */
    record Field(String id, Text name, String letter, int place, List<Service> services, String results) {}

    /**
     * @param waiting how many wait for it
     * @param opensAt when it opens next, in the hall's zone; absent while open, or when unknown
     * @param counters numbers of the counters that serve it
     * @param waits how long whoever comes now waits; absent when nobody can tell
     * @param numbersLeft absent while there are enough
     * @param hours when numbers are given on the open day
     * @param papers what to bring
     */
    record Service(
            String id,
            Text name,
            int waiting,
            boolean open,
            OffsetDateTime opensAt,
            List<Integer> counters,
            WaitRange waits,
            Integer numbersLeft,
            List<Span> hours,
            List<Text> papers) {
        Service {
            counters = List.copyOf(counters);
            hours = List.copyOf(hours);
            papers = List.copyOf(papers);
        }
    }

    record Span(LocalTime from, LocalTime to) {}

    /**
     * What is known of the use of the services.
     *
     * @param tickets how many of a service were given out lately
     * @param waits how long whoever comes now waits for it
     */
    record Use(Map<String, Integer> tickets, Map<String, WaitRange> waits) {
        static final Use UNKNOWN = new Use(Map.of(), Map.of());

        private int of(Service service) {
            return tickets.getOrDefault(service.id(), 0);
        }

        private int of(Field field) {
            return field.services().stream().mapToInt(this::of).sum();
        }
    }

    PageState {
        priorityClasses = List.copyOf(priorityClasses);
        unwanted = List.copyOf(unwanted);
        fields = List.copyOf(fields);
    }

    static PageState withoutPlan(PrinterState printer) {
        return of(Standing.UNKNOWN, null, printer, Use.UNKNOWN, Bell.State.STILL, null);
    }

    /**
     * @param hall absent before the hub was ever reached
     */
    static PageState of(
            Standing stands, HallView hall, PrinterState printer, Use use, Bell.State bell, String pairingCode) {
        var plan = stands.plan();
        var centre = plan == null ? null : plan.centre();
        var day = stands.isHere() && hall != null ? hall.day() : stands.openDay();
        return new PageState(
                stands.isHere(),
                !stands.isHere() && !stands.ready().isEmpty(),
                stands.barred(),
                pairingCode,
                stands.outdated(),
                day,
                printer.name(),
                printer.canPrint(),
                printer.forCitizen(),
                printer.forTechnician(),
                centre == null ? null : centre.name(),
                centre == null ? null : centre.hotline(),
                centre == null ? null : centre.timeZone(),
                bell == Bell.State.STILL ? null : bell.name(),
                plan == null
                        ? List.of()
                        : plan.priorityClasses().stream()
                                .map(Plan.PriorityClass::name)
                                .toList(),
                stands.unwanted(),
                plan == null ? List.of() : new Fields(plan, day, services(stands, hall), use).all());
    }

    /** Without the hub, the services that the kiosk can give numbers of; how many wait is not known then. */
    private static Map<String, ServiceView> services(Standing stands, HallView hall) {
        if (stands.isHere() && hall != null) {
            return hall.services().stream().collect(Collectors.toMap(ServiceView::id, Function.identity()));
        }
        return stands.plan()
                .services()
                .map(Plan.Service::id)
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new ServiceView(id, 0, stands.ready().contains(id), null)));
    }

    /**
     * The fields of a plan as they are now.
     *
     * @param day the open business day; absent when none is
     * @param now the services by id
     */
    private record Fields(Plan plan, LocalDate day, Map<String, ServiceView> now, Use use) {
        List<Field> all() {
            var fields = new ArrayList<Field>();
            for (var field : plan.fields()) {
                if (!field.services().isEmpty()) fields.add(field(field, fields.size()));
            }
            fields.sort(Comparator.comparingInt((Field field) -> -use.of(field)));
            return fields;
        }

        private Field field(Plan.Field field, int place) {
            var services = field.services().stream()
                    .map(this::service)
                    .sorted(Comparator.comparingInt((Service service) -> -use.of(service)))
                    .toList();
            return new Field(
                    field.id(), field.name(), field.services().get(0).prefix(), place, services, field.results());
        }

        /** A service the hub does not speak of yet is new in the plan: shown, not offered. */
        private Service service(Plan.Service service) {
            var id = service.id();
            var seen = now.getOrDefault(id, new ServiceView(id, 0, false, null));
            return new Service(
                    id,
                    service.name(),
                    seen.waiting(),
                    seen.open(),
                    inTheHall(seen.opensAt()),
                    plan.countersFor(id),
                    use.waits().get(id),
                    seen.numbersLeft(),
                    hours(service),
                    service.papers() == null ? List.of() : service.papers());
        }

        private OffsetDateTime inTheHall(OffsetDateTime time) {
            return time == null
                    ? null
                    : time.atZoneSameInstant(plan.centre().timeZone()).toOffsetDateTime();
        }

        private List<Span> hours(Plan.Service service) {
            if (day == null) return List.of();
            return Hours.on(plan, service, day)
                    .map(hours -> new Span(hours.from(), hours.to()))
                    .toList();
        }
    }
}
