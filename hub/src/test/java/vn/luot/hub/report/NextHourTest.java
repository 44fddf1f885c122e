package vn.luot.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;

/** What may come in the next hour, told by what came on the same weekday before. */
class NextHourTest {
    private static final Plan PLAN = Plans.huongTra();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOW = at(TODAY, "09:30");

    @Test
    void looksAtTheSameHourOfTheSameWeekday() {
        var last = on(TODAY.minusWeeks(1), "09:29", "09:30", "10:00", "10:29", "10:30");
        var before = on(TODAY.minusWeeks(2), "09:45");
        var earlier = on(TODAY.minusWeeks(3), "09:31", "09:32");

        var next = NextHour.of(List.of(), List.of(last, before, earlier, List.of()), NOW, PLAN);

        assertThat(next.days()).containsExactly(TODAY.minusWeeks(1), TODAY.minusWeeks(2), TODAY.minusWeeks(3));
        assertThat(next.arrivals()).isEqualTo(new NextHour.Range(1, 2, 3));
        assertThat(next.fields().get("dat-dai")).isEqualTo(new NextHour.Range(1, 2, 3));
        assertThat(next.fields().get("ho-tich")).isEqualTo(new NextHour.Range(0, 0, 0));
    }

    @Test
    void saysNothingOfArrivalsWithoutADayToLookAt() {
        var next = NextHour.of(on(TODAY, "09:00"), List.of(List.of(), List.of()), NOW, PLAN);

        assertThat(next.arrivals()).isNull();
        assertThat(next.days()).isEmpty();
        assertThat(next.fields()).isEmpty();
    }

    @Test
    void countsWhoWasCalledInTheLastHour() {
        var next = NextHour.of(on(TODAY, "08:19", "08:21", "09:00"), List.of(), NOW, PLAN);

        assertThat(next.called()).isEqualTo(2);
    }

    @Test
    void looksBackAtTheWeekdayAndNoOther() {
        assertThat(NextHour.daysBefore(TODAY, 2))
                .containsExactly(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 11));
    }

    /** Visits of one day; each is called ten minutes after it came. */
    private static List<Visit> on(LocalDate day, String... times) {
        return Stream.of(times)
                .map(time -> new Visit(
                        1,
                        day,
                        "D001",
                        "dat-dai.nop",
                        null,
                        Visit.Channel.KIOSK,
                        at(day, time),
                        at(day, time).plus(Duration.ofMinutes(10)),
                        Duration.ofMinutes(5),
                        Ticket.State.SERVED,
                        1,
                        "hong",
                        "Hồng",
                        null))
                .toList();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(PLAN.centre().timeZone())
                .toInstant();
    }
}
