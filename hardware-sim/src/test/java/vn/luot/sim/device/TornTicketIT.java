package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.protocol.line.LineAddress;

/**
 * S4: a ticket that broke off at any byte never becomes the beginning of another's, and what is called printed is whole. A
 * printer in the middle of a picture takes everything for dots, also the commands that should end it.
 */
@Timeout(300)
class TornTicketIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path ports;

    private SimPrinter device;
    private Wire wire;
    private Cable cable;
    private Printer printer;

    @AfterEach
    void close() {
        printer.close();
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POS_80,  pos-80,        25, in the head of a picture",
        "POS_58,  pos-58,       700, in a picture; torn off by hand",
        "BIXOLON, bixolon,       60, in a line of text",
        "EPSON,   generic-80mm, 700, in a picture; the better printer does not end it either",
    })
    void aCablePulledOutInTheMiddleSpoilsNoOtherTicket(PrinterModel model, String profile, int at) {
        plugIn(model, profile);
        assertThat(print("D000")).isEqualTo(new PrintOutcome.Printed());

        cable.breakAfter(at);
        var torn = begin("D001");
        Await.until(SOON, "it broke off", cable::isBroken);
        wire.unplug();
        assertThat(outcome(torn)).isInstanceOf(PrintOutcome.Unknown.class);
        cable.mend();
        wire.plugIn();

        awaitOneWholeTicketOfItsOwn("D002");
    }

    @Test
    void neitherDoesAKioskThatLostItsPower() {
        plugIn(PrinterModel.POS_80, "pos-80");
        assertThat(print("D000")).isEqualTo(new PrintOutcome.Printed());

        cable.breakAfter(700);
        begin("D001");
        Await.until(SOON, "it broke off", cable::isBroken);
        printer.close();
        // What is still on its way is lost too.
        wire.unplug();
        cable.mend();
        wire.plugIn();
        printer = opened("pos-80");

        awaitOneWholeTicketOfItsOwn("D002");
    }

    @Test
    void whatAKioskThatWasKilledBetweenTwoLinesLeftSaysThatItIsNoTicket() {
        plugIn(PrinterModel.BIXOLON, "bixolon");
        assertThat(print("D000")).isEqualTo(new PrintOutcome.Printed());

        cable.breakAfter(60);
        begin("D001");
        Await.until(SOON, "it broke off", cable::isBroken);
        printer.close();
        cable.mend();
        printer = greeted(new Printer(LineAddress.parse(wire.address()), PrinterProfile.named("bixolon"), state -> {})
                .afterTornTicket());

        awaitOneWholeTicketOfItsOwn("D002");
        var torn = device.tickets().get(1).lines();
        assertThat(torn.subList(torn.size() - 2, torn.size()))
                .containsExactly("Không phải phiếu, xin bỏ", "Not a ticket");
    }

    private void awaitOneWholeTicketOfItsOwn(String number) {
        Await.until(SOON, "it can print again", () -> printer.state().canPrint());
        assertThat(print(number)).isEqualTo(new PrintOutcome.Printed());

        var slips = device.tickets().stream().map(PrintedTicket::lines).toList();
        assertThat(slips).allSatisfy(slip -> assertThat(numbers(slip)).hasSizeLessThanOrEqualTo(1));
        assertThat(slips.get(slips.size() - 1)).isEqualTo(renumbered(slips.get(0), number));
    }

    private static List<String> numbers(List<String> slip) {
        return slip.stream().filter(line -> line.matches("D\\d{3}")).toList();
    }

    private static List<String> renumbered(List<String> slip, String number) {
        return slip.stream().map(line -> line.equals("D000") ? number : line).toList();
    }

    private CompletableFuture<PrintOutcome> begin(String number) {
        return printer.print(List.of(
                new PrintLine.Words("Trung tâm Phục vụ hành chính công"),
                new PrintLine.BigNumber(number),
                new PrintLine.Words("Đăng ký đất đai, nộp hồ sơ"),
                new PrintLine.Cut()));
    }

    private PrintOutcome print(String number) {
        return outcome(begin(number));
    }

    private static PrintOutcome outcome(CompletableFuture<PrintOutcome> printing) {
        return printing.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void plugIn(PrinterModel model, String profile) {
        device = new SimPrinter(model);
        cable = new Cable(device);
        wire = new Wire(new PtyPort(ports.resolve("ttyPrinter"), 115_200), cable);
        printer = opened(profile);
    }

    private Printer opened(String profile) {
        return greeted(new Printer(LineAddress.parse(wire.address()), PrinterProfile.named(profile), state -> {}));
    }

    private static Printer greeted(Printer printer) {
        var opened = printer.start();
        assertThat(opened.greeting().orTimeout(60, TimeUnit.SECONDS).join().canPrint())
                .isTrue();
        return opened;
    }
}
