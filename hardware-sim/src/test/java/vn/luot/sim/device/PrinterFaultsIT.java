package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.kiosk.printer.EscPosTicket;
import vn.luot.kiosk.printer.FieldShape;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.protocol.line.LineAddress;

/** F10: whatever befalls the printer, the kiosk never takes for printed what is not, and goes on when it is mended. */
@Timeout(300)
class PrinterFaultsIT {
    private static final int BAUD = 115_200;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path ports;

    private SimPrinter device;
    private Wire wire;
    private Printer printer;
    private long lastPrinted;

    @AfterEach
    void close() {
        printer.close();
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER_OUT,     PAPER_OUT",
        "PAPER_JAMMED,  ERROR",
        "COVER_OPEN,    COVER_OPEN",
        "CUTTER_JAMMED, CUTTER",
        "HEAD_HOT,      HOT",
        "OFFLINE,       OFFLINE",
        "POWER_OFF,     NOT_ANSWERING",
        "STATUS_LATE,   NOT_ANSWERING",
        "STATUS_ABSENT, NOT_ANSWERING",
        "STATUS_GARBLED, NOT_ANSWERING",
    })
    void sendsNothingWhileThePrinterCannotPrint(PrinterFault fault, PrinterState state) {
        serial(PrinterModel.EPSON, "epson-tcvn3");
        device.set(fault, true);

        assertThat(print("D001")).isEqualTo(new PrintOutcome.NotPrinted(state));

        device.set(fault, false);
        Await.until(SOON, "it can print again", () -> printer.state() == PrinterState.READY);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
        assertThat(numbers()).containsExactly("D002");
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER_OUT,     PAPER_OUT",
        "PAPER_JAMMED,  ERROR",
        "COVER_OPEN,    COVER_OPEN",
        "CUTTER_JAMMED, CUTTER",
        "HEAD_HOT,      HOT",
        "OFFLINE,       OFFLINE",
        "POWER_OFF,     NOT_ANSWERING",
    })
    void doesNotKnowWhatIsOnPaperWhenItBreaksMidTicketAndLetsNoBacklogOut(PrinterFault fault, PrinterState state) {
        serial(PrinterModel.EPSON, "epson-raster");

        var outcome = brokenMidTicket(() -> device.set(fault, true));

        assertThat(outcome).isEqualTo(new PrintOutcome.Unknown(state));
        device.set(fault, false);
        Await.until(SOON, "it can print again", () -> printer.state() == PrinterState.READY);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
        assertThat(numbers()).containsExactly("D002");
    }

    /** At 9600 baud this ticket is on the wire for eight seconds: nobody waits for its end to know. */
    @Test
    void aPrinterThatFallsSilentInALongTicketIsKnownBeforeTheRestIsSent() {
        open(new PtyPort(ports.resolve("ttyPrinter"), 9_600), PrinterModel.EPSON, "generic-80mm");
        var ticket = new ArrayList<PrintLine>();
        for (var i = 0; i < 5; i++) ticket.addAll(LINES);
        var whole = new EscPosTicket(PrinterProfile.named("generic-80mm")).bytes(ticket).length;

        var printing = printer.print(ticket);
        Await.until(SOON, "a part of it is on its way", () -> wire.carried() > 1_000);
        device.set(PrinterFault.STATUS_ABSENT, true);

        Await.until(SOON, "it is known to be silent", () -> printer.state() == PrinterState.NOT_ANSWERING);
        assertThat(printing.orTimeout(60, TimeUnit.SECONDS).join())
                .isEqualTo(new PrintOutcome.Unknown(PrinterState.NOT_ANSWERING));
        assertThat(wire.carried()).isLessThan(whole - 1_000);
        device.set(PrinterFault.STATUS_ABSENT, false);
        Await.until(SOON, "it can print again", () -> printer.state() == PrinterState.READY);
        wire.speed(10);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
        assertThat(numbers()).containsExactly("D002");
        assertThat(device.misunderstood()).isEmpty();
    }

    @Test
    void theBacklogOfAPrinterThatCannotBeEmptiedIsNeverTakenForTheNextTicket() {
        serial(PrinterModel.EPSON, "generic-80mm");

        assertThat(brokenMidTicket(() -> device.set(PrinterFault.PAPER_OUT, true)))
                .isEqualTo(new PrintOutcome.Unknown(PrinterState.PAPER_OUT));
        device.set(PrinterFault.PAPER_OUT, false);
        Await.until(SOON, "it can print again", () -> printer.state() == PrinterState.READY);

        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
        assertOnPaperOfItsOwn("D002");
    }

    @Test
    void noiseOnTheLineNeitherProvesNorPreventsATicket() {
        serial(PrinterModel.EPSON, "epson-tcvn3");
        device.set(PrinterFault.GARBAGE, true);

        assertThat(print("D001")).isEqualTo(new PrintOutcome.Printed());
        assertThat(numbers()).containsExactly("D001");
    }

    @Test
    void thePortPulledOutMidTicketIsUnknownAndHealsWithinThreeSeconds() {
        serial(PrinterModel.EPSON, "epson-raster");

        assertThat(brokenMidTicket(wire::unplug)).isEqualTo(new PrintOutcome.Unknown(PrinterState.GONE));
        assertThat(printer.state()).isEqualTo(PrinterState.GONE);
        wire.plugIn();

        Await.until(SOON, "it is found again", () -> printer.state() == PrinterState.READY);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
        assertOnPaperOfItsOwn("D002");
    }

    @Test
    void aPrinterThatStopsReadingEndsTheTicketInTime() {
        serial(PrinterModel.EPSON, "epson-raster");

        var outcome = brokenMidTicket(() -> wire.reading(false));

        assertThat(outcome).isInstanceOf(PrintOutcome.Unknown.class);
        wire.reading(true);
        Await.until(SOON, "it is found again", () -> printer.state() == PrinterState.READY);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void aNetworkPrinterBreaksAndHealsTheSame() throws IOException {
        open(new TcpPort(0), PrinterModel.EPSON, "epson-tcvn3");
        assertThat(print("D001")).isEqualTo(new PrintOutcome.Printed());

        wire.unplug();
        Await.until(SOON, "it is gone", () -> printer.state() == PrinterState.GONE);
        assertThat(print("D002")).isEqualTo(new PrintOutcome.NotPrinted(PrinterState.GONE));
        wire.plugIn();

        Await.until(SOON, "it is found again", () -> printer.state() == PrinterState.READY);
        assertThat(print("D003")).isEqualTo(new PrintOutcome.Printed());
        assertThat(numbers()).containsExactly("D001", "D003");
    }

    @Test
    void fixedLinesAreWrittenToThePrintersMemoryOnceAndNamedFromThenOn() {
        serial(PrinterModel.EPSON, "epson-raster");
        assertThat(print("D001")).isEqualTo(new PrintOutcome.Printed());
        var before = lastBytes();

        printer.keep(LINES);
        Await.until(SOON, "its memory is used", () -> printedAfterAPause("D002") < before / 4);

        var writes = device.memoryWrites();
        printer.close();
        printer = opened("epson-raster");
        printer.keep(LINES);
        Await.until(SOON, "what is there is used", () -> printedAfterAPause("D003") < before / 4);
        assertThat(device.memoryWrites()).isEqualTo(writes);
        assertThat(device.misunderstood()).isEmpty();
        assertThat(device.tickets())
                .allSatisfy(ticket -> assertThat(ticket.lines()).contains("[picture 64×64]"));
    }

    private static final List<PrintLine> LINES = List.of(
            new PrintLine.Words("Trung tâm Phục vụ hành chính công thị xã Hương Trà"),
            new PrintLine.Words("Đăng ký đất đai, nộp hồ sơ và nhận kết quả"),
            new PrintLine.Mark(FieldShape.STAR));

    private CompletableFuture<PrintOutcome> begin(String number) {
        var ticket = new ArrayList<PrintLine>(LINES);
        ticket.add(new PrintLine.BigNumber(number));
        ticket.add(new PrintLine.Cut());
        return printer.print(ticket);
    }

    /** Bytes of a ticket that is printed now and then: a printer that prints all the time has no time for its memory. */
    private long printedAfterAPause(String number) {
        if (System.nanoTime() - lastPrinted > 3_000_000_000L) {
            assertThat(print(number)).isEqualTo(new PrintOutcome.Printed());
            lastPrinted = System.nanoTime();
        }
        return lastBytes();
    }

    private PrintOutcome print(String number) {
        return begin(number).orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** At a tenth of the speed a ticket takes some seconds, so that it can be met on its way. */
    private PrintOutcome brokenMidTicket(Runnable breaking) {
        wire.speed(0.1);
        var printing = begin("D001");
        Await.until(SOON, "a part of it is on its way", () -> wire.carried() > 1_000);
        breaking.run();
        // What is still on its way must not make the printer's answer late.
        wire.speed(10);
        return printing.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void assertOnPaperOfItsOwn(String number) {
        var slips = device.tickets();
        assertThat(numbers(slips.get(slips.size() - 1))).containsExactly(number);
    }

    private List<String> numbers() {
        return device.tickets().stream().flatMap(slip -> numbers(slip).stream()).toList();
    }

    private static List<String> numbers(PrintedTicket slip) {
        return slip.lines().stream().filter(line -> line.matches("[A-Z]\\d{3}")).toList();
    }

    private long lastBytes() {
        var tickets = device.tickets();
        return tickets.get(tickets.size() - 1).bytes();
    }

    private void serial(PrinterModel model, String profile) {
        open(new PtyPort(ports.resolve("ttyPrinter"), BAUD), model, profile);
    }

    private void open(Port port, PrinterModel model, String profile) {
        device = new SimPrinter(model);
        wire = new Wire(port, device);
        printer = opened(profile);
    }

    private Printer opened(String profile) {
        var opened = new Printer(LineAddress.parse(wire.address()), PrinterProfile.named(profile), state -> {}).start();
        assertThat(opened.greeting().orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(PrinterState.READY);
        return opened;
    }
}
