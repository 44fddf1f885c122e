package vn.luot.kiosk.printer;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketTemplate.Field;
import vn.luot.protocol.message.WaitRange;

/**
 * The values of a ticket's fields in one language; what is not known is not there.
 *
 * @param shape of the field that the ticket is for; absent for what is of no field
 */
record Facts(String language, Map<Field, String> values, FieldShape shape) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

    Facts {
        values = Map.copyOf(values);
    }

    /** Of no field. */
    Facts(String language, Map<Field, String> values) {
        this(language, values, null);
    }

    /** @param plan holds the service of the receipt */
    static Facts of(Slip slip, Plan plan, String language) {
        var receipt = slip.receipt();
        var values = new EnumMap<>(centre(plan, language));
        values.put(Field.NUMBER, receipt.number());
        plan.fieldOf(receipt.service())
                .ifPresent(field -> values.put(Field.FIELD, field.name().in(language)));
        plan.service(receipt.service())
                .ifPresent(service -> values.put(Field.SERVICE, service.name().in(language)));
        if (!receipt.counters().isEmpty()) values.put(Field.COUNTERS, counters(receipt.counters()));
        if (receipt.ahead() > 0 && !slip.isOffline()) values.put(Field.AHEAD, "" + receipt.ahead());
        if (slip.range() != null) values.put(Field.WAIT, minutes(slip.range()));
        values.put(
                Field.TIME,
                TIME.format(receipt.issuedAt().atZoneSameInstant(plan.centre().timeZone())));
        return new Facts(
                language,
                values,
                plan.placeOfField(receipt.service()).map(FieldShape::of).orElse(null));
    }

    /** What many tickets share: the centre first, then each field, then each service. */
    static List<Facts> common(Plan plan, String language) {
        var common = new ArrayList<Facts>();
        common.add(new Facts(language, centre(plan, language)));
        for (var place = 0; place < plan.fields().size(); place++) {
            var name = plan.fields().get(place).name().in(language);
            common.add(new Facts(language, Map.of(Field.FIELD, name), FieldShape.of(place)));
        }
        plan.fields().stream()
                .flatMap(field -> field.services().stream())
                .forEach(service -> common.add(
                        new Facts(language, Map.of(Field.SERVICE, service.name().in(language)))));
        return common;
    }

    Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    private static Map<Field, String> centre(Plan plan, String language) {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.CENTRE, plan.centre().name().in(language));
        if (plan.centre().hotline() != null) {
            values.put(Field.HOTLINE, plan.centre().hotline());
        }
        return values;
    }

    private static String counters(List<Integer> counters) {
        return counters.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String minutes(WaitRange wait) {
        return wait.likely() == wait.most() ? "" + wait.most() : wait.likely() + "-" + wait.most();
    }
}
