package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.MORNING;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.Hardware.Condition;
import vn.luot.hub.queue.Hardware.Type;

class UpkeepTest {
    private static final Actor KIOSK = Halls.KIOSK;

    private final Hall hall = Halls.open();

    @Test
    void takesAStepOnlyForWhatChanged() {
        report(MORNING, printer(Condition.OK, null), scanner(Condition.OK));

        var same = hall.report("K1", List.of(printer(Condition.OK, null), scanner(Condition.OK)), KIOSK, later(1));
        var out = hall.report(
                "K1", List.of(printer(Condition.OUT, "Thay cuộn giấy mới"), scanner(Condition.OK)), KIOSK, later(2));

        assertThat(same).isEqualTo(new Decision.Already(null));
        assertThat(out)
                .isInstanceOfSatisfying(
                        Step.class,
                        step -> assertThat(Hardware.parse(step.reason()))
                                .isEqualTo(printer(Condition.OUT, "Thay cuộn giấy mới")));
    }

    @Test
    void raisesAnAlarmAndClearsItWithTheirTimes() {
        report(MORNING, printer(Condition.OK, null));
        report(later(1), printer(Condition.OUT, "Thay cuộn giấy mới"));
        report(later(2), printer(Condition.COVER, "Đóng nắp máy in"));
        report(later(3), printer(Condition.LOW, null));

        assertThat(hall.alarms())
                .containsExactly(
                        new Hardware.Alarm(printer(Condition.COVER, "Đóng nắp máy in"), later(2), later(3)),
                        new Hardware.Alarm(printer(Condition.OUT, "Thay cuộn giấy mới"), later(1), later(2)));
        assertThat(hall.hardware()).containsExactly(new Hardware.Known(printer(Condition.LOW, null), later(3)));
    }

    @Test
    void losesAllThatHangsOnASilentDeviceAndFindsItAgain() {
        report(MORNING, printer(Condition.OK, null), scanner(Condition.OK));

        Halls.take(hall, hall.silenced("K1", KIOSK, later(1)));

        assertThat(hall.hardware()).extracting(known -> known.now().condition()).containsOnly(Condition.GONE);
        assertThat(hall.silenced("K1", KIOSK, later(2))).isEqualTo(new Decision.Already(null));
        report(later(3), printer(Condition.OK, null), scanner(Condition.OK));
        assertThat(hall.alarms()).hasSize(2).extracting(Hardware.Alarm::cleared).containsOnly(later(3));
    }

    @Test
    void forgetsWhatADeviceNoLongerHas() {
        report(MORNING, printer(Condition.OK, null), scanner(Condition.GONE));
        report(later(1), printer(Condition.OK, null));

        assertThat(hall.hardware()).extracting(Hardware.Known::now).containsExactly(printer(Condition.OK, null));
        assertThat(hall.alarms()).extracting(Hardware.Alarm::cleared).containsExactly(later(1));
    }

    @Test
    void knowsHardwareBeforeTheFirstDayAndOverTheNight() {
        var fresh = Halls.closed();
        Halls.take(fresh, fresh.report("K1", List.of(printer(Condition.OUT, null)), KIOSK, MORNING));
        Halls.take(fresh, fresh.openDay(Halls.LAN, later(1)));

        assertThat(fresh.hardware()).hasSize(1);
        assertThat(fresh.alarms()).hasSize(1);
    }

    private void report(Instant at, Hardware... parts) {
        Halls.take(hall, hall.report("K1", List.of(parts), KIOSK, at));
    }

    private static Instant later(int minutes) {
        return MORNING.plusSeconds(60L * minutes);
    }

    private static Hardware printer(Condition condition, String detail) {
        return new Hardware("K1", "printer", Type.PRINTER, condition, detail);
    }

    private static Hardware scanner(Condition condition) {
        return new Hardware("K1", "scanner", Type.SCANNER, condition, null);
    }
}
