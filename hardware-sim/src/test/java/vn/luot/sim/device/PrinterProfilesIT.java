package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.TestPages;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.protocol.line.LineAddress;

/** Every profile on the printer it is for: all is understood, proved, and reads right. Pictures are in target/tickets. */
@Timeout(300)
class PrinterProfilesIT {
    private static final Path PICTURES = Path.of("target/tickets");

    @ParameterizedTest
    @CsvSource({
        "generic-80mm,    EPSON,   false",
        "generic-80mm,    POS_80,  false",
        "generic-58mm,    POS_58_WITH_QR, false",
        "epson-tcvn3,     EPSON,   true",
        "epson-cp1258,    EPSON,   true",
        "epson-raster,    EPSON,   false",
        "citizen-ct-s651, CITIZEN, true",
        "bixolon,         BIXOLON, true",
        "xprinter,        POS_80,  false",
        "pos-80,          POS_80,  false",
        "pos-58,          POS_58,  false",
    })
    void printsTheSampleTicketAndTheSelfTest(String name, PrinterModel model, boolean isText) throws IOException {
        var profile = PrinterProfile.named(name);
        var sample = TestPages.sampleTicket(TicketLayout.ofPlan(), Instant.parse("2026-11-23T01:15:00Z"));
        var device = new SimPrinter(model);
        try (var wire = new Wire(new TcpPort(0), device);
                var printer = new Printer(LineAddress.parse(wire.address()), profile, state -> {}).start()) {
            printer.greeting().orTimeout(60, TimeUnit.SECONDS).join();

            assertThat(printed(printer, sample)).isEqualTo(new PrintOutcome.Printed());
            assertThat(printed(printer, TestPages.selfTest(name, profile))).isEqualTo(new PrintOutcome.Printed());
        }

        assertThat(device.misunderstood()).isEmpty();
        assertThat(device.tickets()).hasSize(2);
        var ticket = device.tickets().get(0);
        assertThat(ticket.bytes()).isLessThanOrEqualTo(isText ? 300 : 8_192);
        assertThat(String.join("\n", ticket.lines())).contains("A000", "08:15, 23/11/2026");
        if (isText) assertThat(ticket.lines()).contains("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Quét mã xem lượt");
        if (isText) assertThat(device.tickets().get(1).lines()).anyMatch(line -> line.contains("UBND TỈNH:"));
        keep(name + "-" + model, device.tickets());
    }

    private static PrintOutcome printed(Printer printer, List<PrintLine> ticket) {
        return printer.print(ticket).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void keep(String name, List<PrintedTicket> tickets) throws IOException {
        Files.createDirectories(PICTURES);
        ImageIO.write(
                tickets.get(0).picture(), "png", PICTURES.resolve(name + ".png").toFile());
        ImageIO.write(
                tickets.get(1).picture(),
                "png",
                PICTURES.resolve(name + "-test.png").toFile());
    }
}
