package vn.luot.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.PrinterModel;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.hall.Folders;

@Command(
        name = "printer",
        mixinStandardHelpOptions = true,
        description = "Máy in ESC/POS mô phỏng; in ra địa chỉ của nó rồi từng phiếu"
                + " / a simulated ESC/POS printer; prints its address, then each ticket",
        footer = TypedFaults.HOW)
final class PrinterCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Lưu hình từng phiếu vào đây / keeps a picture of each ticket here")
    private Path pictures;

    @Option(names = "--fault", description = "Hỏng hóc: ${COMPLETION-CANDIDATES} / what is wrong with it")
    private List<PrinterFault> faults = List.of();

    @Option(
            names = "--model",
            defaultValue = "EPSON",
            description = "Loại máy: ${COMPLETION-CANDIDATES} / what it is like (${DEFAULT-VALUE})")
    private PrinterModel model;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (pictures != null) Folders.made("pictures", pictures);
        var printer = new SimPrinter(model);
        faults.forEach(fault -> printer.set(fault, true));
        printer.onTicket(ticket -> show(ticket, printer.misunderstood()));
        return line.run(printer, printer.switches());
    }

    private void show(PrintedTicket ticket, List<String> misunderstood) {
        System.out.printf("--- %d: %d bytes%n", ticket.number(), ticket.bytes());
        ticket.lines().forEach(System.out::println);
        misunderstood.forEach(fault -> System.out.println("!!! " + fault));
        if (pictures != null) save(ticket, pictures.resolve(ticket.number() + ".png"));
    }

    private static void save(PrintedTicket ticket, Path file) {
        try {
            ImageIO.write(ticket.picture(), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the picture of a ticket in " + file, e);
        }
    }
}
