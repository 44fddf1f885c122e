package vn.luot.sim.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareType;
import vn.luot.sim.device.Device;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/** From a visitor's touch to the first byte of the ticket on the printer's line, and how many bytes a ticket takes. */
final class PaperFigures implements Chapter {
    private static final int BAUD = 115_200;
    private static final int WARM_UP = 10;
    private static final int TOUCHES = 40;
    private static final double MILLIS = 150;
    private static final double TEXT_BYTES = 300;
    private static final double RASTER_BYTES = 8_000;
    private static final long PATIENCE_SECONDS = 10;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        try (var hub = BenchHub.start(site.freshFolder())) {
            var text = paper(site, hub, "epson-tcvn3", 1, new Samples(), printer -> {});
            told.accept(bytes("ticket-as-text-bytes", text, TEXT_BYTES));
            var millis = new Samples();
            var raster = paper(
                    site, hub, "generic-80mm", WARM_UP + TOUCHES, millis, printer -> told.accept(opened(hub, printer)));
            told.accept(bytes("ticket-in-raster-lines-bytes", raster, RASTER_BYTES));
            var tail = millis.percentile(99);
            told.accept(new Figure("touch-to-first-byte-on-line-p99-ms", tail, MILLIS, tail / MILLIS, Goal.atMost(1)));
        }
    }

    private static Figure bytes(String name, long bytes, double limit) {
        return new Figure(name, bytes, limit, bytes / limit, Goal.atMost(1));
    }

    /** By a printer that does not tell of changes by itself: the kiosk has to ask. */
    private static Figure opened(BenchHub hub, SimPrinter printer) {
        return KnownFault.figure(
                "printer-cover-open-known-to-hub-s",
                hub,
                HardwareType.PRINTER,
                HardwareCondition.COVER,
                () -> printer.set(PrinterFault.COVER_OPEN, true));
    }

    /**
     * Takes tickets, one after the other; answers the bytes of the last.
     *
     * @param afterwards what else is done with the printer
     */
    private static long paper(
            Site site, BenchHub hub, String profile, int touches, Samples millis, Consumer<SimPrinter> afterwards)
            throws IOException {
        var vertx = Vertx.vertx();
        var printer = new SimPrinter();
        var ear = new FirstByte(printer);
        var line = new Wire(new PtyPort(site.freshFolder().resolve("ttyPrinter"), BAUD), ear);
        // The paper comes out faster than it would; the first byte is not any earlier for that.
        line.speed(20);
        var config = new KioskConfig(
                URI.create("http://127.0.0.1:" + hub.port()),
                hub.tokens().kiosk(),
                LineAddress.parse(line.address()),
                profile,
                0,
                site.freshFolder());
        var kiosk = Kiosk.start(vertx, config).await();
        try {
            for (var touch = 0; touch < touches; touch++) {
                var took = touch(kiosk.port(), ear, printer);
                if (touch >= WARM_UP) millis.add(took);
            }
            afterwards.accept(printer);
            return printer.tickets().get(printer.tickets().size() - 1).bytes();
        } finally {
            kiosk.close().await();
            line.close();
            vertx.close().await();
        }
    }

    private static double touch(int port, FirstByte ear, SimPrinter printer) {
        var service = BenchPlan.USUAL;
        // A kiosk that was only just started may not have found its hub and its printer yet.
        while (true) {
            var begun = System.nanoTime();
            var printed = new CompletableFuture<Void>();
            printer.onTicket(ticket -> printed.complete(null));
            var first = ear.next();
            var answer = Touchscreen.touch(port, service);
            if (answer.contains("\"ISSUED\"")) {
                printed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
                return (first.join() - begun) / 1e6;
            }
            if (!answer.contains("\"NOT_ISSUED\"")) throw new IllegalStateException(answer);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Passes everything on, and notes when a ticket begins: its first command is an ESC, which no question about the printer's state is. */
    private static final class FirstByte implements Device {
        private static final byte ESC = 0x1B;

        private final Device printer;
        private volatile CompletableFuture<Long> next = new CompletableFuture<>();

        private FirstByte(Device printer) {
            this.printer = printer;
        }

        private CompletableFuture<Long> next() {
            next = new CompletableFuture<>();
            return next;
        }

        @Override
        public void connect(Consumer<byte[]> answers) {
            printer.connect(answers);
        }

        @Override
        public void receive(byte[] bytes) {
            for (var each : bytes) {
                if (each == ESC) next.complete(System.nanoTime());
            }
            printer.receive(bytes);
        }

        @Override
        public void silence() {
            printer.silence();
        }
    }
}
