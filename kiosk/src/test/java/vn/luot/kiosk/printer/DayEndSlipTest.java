package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.DayEnd;
import vn.luot.protocol.message.Plan;

class DayEndSlipTest {
    private static final DayEnd END = new DayEnd(
            Instant.parse("2026-11-23T10:05:00Z"),
            123_456,
            123_456,
            "0123456789abcdef".repeat(4),
            4_321,
            "fedcba9876543210".repeat(4),
            "MEUCIQDz".repeat(11));

    /** At 9600 baud a longer one is not out before the hub gives up waiting for it, and somebody prints a second. */
    @Test
    void isPrintedInLessThanTenSecondsOnAnyPrinter() {
        isShort(Tickets.plan());
    }

    /** As long as a plan may call it. */
    @Test
    void isNoLongerForALongNameOfTheCentre() {
        var name = "Trung tâm Phục vụ hành chính công ".repeat(3).substring(0, 100);

        isShort(Tickets.plan(name, "Đất đai", "Nộp hồ sơ"));

        assertThat(DayEndSlip.lines(END, Tickets.plan(name, "Đất đai", "Nộp hồ sơ"))
                        .get(0))
                .isInstanceOfSatisfying(
                        PrintLine.Words.class,
                        words -> assertThat(words.text())
                                .startsWith(name.substring(0, 45))
                                .endsWith("..."));
    }

    private static void isShort(Plan plan) {
        for (var name : PrinterProfile.names()) {
            var profile = PrinterProfile.named(name);
            var most = switch (profile.qr()) {
                case NATIVE -> 8_000;
                case RASTER -> 9_200;
            };

            var slip = new EscPosTicket(profile).bytes(DayEndSlip.lines(END, plan));

            assertThat(slip).as(name).hasSizeLessThanOrEqualTo(most);
        }
    }

    @Test
    void saysAllThatTheHubSigned() {
        var words = DayEndSlip.lines(END, Tickets.plan()).stream()
                .filter(PrintLine.Words.class::isInstance)
                .map(line -> ((PrintLine.Words) line).text())
                .toList();

        assertThat(words)
                .contains("17:05, 23/11/2026", "123456 / 123456", "4321")
                .contains("01234567 89abcdef " + "01234567 89abcdef ".repeat(2) + "01234567 89abcdef")
                .contains("fedcba98 76543210 " + "fedcba98 76543210 ".repeat(2) + "fedcba98 76543210")
                .contains(("MEUCIQDz ".repeat(11)).strip());
        assertThat(DayEndSlip.lines(END, Tickets.plan()))
                .contains(new PrintLine.Qr("LUOT:123456:123456:" + END.head()));
    }
}
