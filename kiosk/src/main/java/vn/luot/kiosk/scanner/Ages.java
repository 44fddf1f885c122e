package vn.luot.kiosk.scanner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.luot.protocol.message.Plan;

/** From a date of birth to the priority class that it gives. */
final class Ages {
    private static final int OLDEST = 130;

    private Ages() {}

    /**
     * @param born as on the card, ddMMyyyy; of many old people only the year is known
     * @return the class of the highest age that is reached; absent when there is none
     */
    static Plan.PriorityClass classOf(String born, List<Plan.PriorityClass> classes, LocalDate today) {
        if (today == null) return null;
        return date(born)
                .map(birth -> ChronoUnit.YEARS.between(birth, today))
                .filter(age -> age >= 0 && age <= OLDEST)
                .flatMap(age -> classes.stream()
                        .filter(known -> known.fromAge() != null && known.fromAge() <= age)
                        .max(Comparator.comparing(Plan.PriorityClass::fromAge)))
                .orElse(null);
    }

    /** Nobody is given an age before it is reached for certain. */
    private static Optional<LocalDate> date(String born) {
        var day = Integer.parseInt(born.substring(0, 2));
        var month = Integer.parseInt(born.substring(2, 4));
        var year = Integer.parseInt(born.substring(4));
        try {
            if (month == 0) return Optional.of(LocalDate.of(year, 12, 31));
            var first = LocalDate.of(year, month, 1);
            return Optional.of(day == 0 ? first.plusMonths(1).minusDays(1) : first.withDayOfMonth(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
