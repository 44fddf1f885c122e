package vn.luot.kiosk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/**
 * All that the kiosk's page draws, sent whole at every change.
 *
 * @param hub whether the hub is connected
 * @param offline whether numbers are given without it
 * @param barred why the hub does not talk to this kiosk; absent when it does
 * @param day the open business day; absent when none is open, or nobody knows
 * @param printer name of the {@link PrinterState}
 * @param canPrint whether a ticket would come out now
 * @param printerMessage for the visitor
 * @param technicianMessage what is wrong with the printer and what to do
 * @param centre absent before the hub was ever reached
 * @param hotline absent when there is none
 * @param unwanted numbers on paper that the hub did not take in: staff has to look after their holders
 * @param fields most used first
 */
record PageState(
        boolean hub,
        boolean offline,
        Text barred,
        LocalDate day,
        String printer,
        boolean canPrint,
        Text printerMessage,
        Text technicianMessage,
        Text centre,
        String hotline,
        List<String> unwanted,
        List<Field> fields) {

    /**
     * @param letter prefix of the field's tickets
     * @param place of the field in the plan, from 0; gives it its mark
     */
    record Field(String id, Text name, String letter, int place, List<Service> services) {}

    /**
     * @param waiting how many wait for it
     * @param opensAt when it opens next, in the hall's zone; absent while open, or when unknown
     * @param counters numbers of the counters that serve it
     */
    record Service(String id, Text name, int waiting, boolean open, OffsetDateTime opensAt, List<Integer> counters) {}

    PageState {
        unwanted = List.copyOf(unwanted);
        fields = List.copyOf(fields);
    }

    static PageState withoutPlan(PrinterState printer) {
        return of(Standing.UNKNOWN, null, printer, Map.of());
    }

    /**
     * @param hall absent before the hub was ever reached
     * @param tickets how many tickets of a service were given out lately
     */
    static PageState of(Standing stands, HallView hall, PrinterState printer, Map<String, Integer> tickets) {
        var plan = stands.plan();
        var centre = plan == null ? null : plan.centre();
        return new PageState(
                stands.isHere(),
                !stands.isHere() && !stands.ready().isEmpty(),
                stands.barred(),
                stands.isHere() && hall != null ? hall.day() : stands.openDay(),
                printer.name(),
                printer.canPrint(),
                printer.forCitizen(),
                printer.forTechnician(),
                centre == null ? null : centre.name(),
                centre == null ? null : centre.hotline(),
                stands.unwanted(),
                plan == null ? List.of() : fields(plan, services(stands, hall), tickets));
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

    private static List<Field> fields(Plan plan, Map<String, ServiceView> now, Map<String, Integer> tickets) {
        var fields = new ArrayList<Field>();
        for (var field : plan.fields()) {
            if (!field.services().isEmpty()) fields.add(field(plan, field, fields.size(), now));
        }
        fields.sort(Comparator.comparingInt((Field field) -> -used(field, tickets)));
        return fields;
    }

    private static Field field(Plan plan, Plan.Field field, int place, Map<String, ServiceView> now) {
        var services = field.services().stream()
                .map(service -> service(plan, service, now.get(service.id())))
                .toList();
        return new Field(field.id(), field.name(), field.services().get(0).prefix(), place, services);
    }

    private static Service service(Plan plan, Plan.Service service, ServiceView now) {
        var counters = plan.countersFor(service.id());
        // A service the hub does not speak of yet is new in the plan: shown, not offered.
        if (now == null) return new Service(service.id(), service.name(), 0, false, null, counters);
        var opensAt = now.opensAt() == null
                ? null
                : now.opensAt().atZoneSameInstant(plan.centre().timeZone()).toOffsetDateTime();
        return new Service(service.id(), service.name(), now.waiting(), now.open(), opensAt, counters);
    }

    private static int used(Field field, Map<String, Integer> tickets) {
        return field.services().stream()
                .mapToInt(service -> tickets.getOrDefault(service.id(), 0))
                .sum();
    }
}
