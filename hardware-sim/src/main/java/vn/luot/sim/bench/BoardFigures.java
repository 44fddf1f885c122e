package vn.luot.sim.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.luot.board.BoardAgent;
import vn.luot.board.BoardConfig;
import vn.luot.board.BoardPlan;
import vn.luot.board.led.BoardProtocol;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareType;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimModbusDisplay;
import vn.luot.sim.device.Wire;

/**
 * From a clerk's key to the first byte on the wire of the display at the counter: 50 counters on four lines of 9600 baud,
 * five calls a second, while what was called just before still blinks and every display is drawn again from time to time.
 */
final class BoardFigures implements Chapter {
    static final int COUNTERS = 50;
    private static final int LINES = 4;
    private static final int BAUD = 9_600;
    private static final int KIOSKS = 16;
    private static final int WARM_UP = 8;
    private static final long EVERY_MILLIS = 200;

    /** A frame of 21 bytes, ten bits each; a display is lit when its last byte is there. */
    private static final double FRAME_MILLIS = 21 * 10 * 1_000.0 / BAUD;

    private static final long PATIENCE_MILLIS = 10_000;
    private static final double MOST_MILLIS = 100;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        var millis = samples(site, (hub, displays) -> told.accept(silenced(hub, displays.get(0))));
        var p99 = millis.percentile(99);
        told.accept(new Figure("call-to-50-led-displays-p99-ms", p99, MOST_MILLIS, p99 / MOST_MILLIS, Goal.atMost(1)));
    }

    private static Figure silenced(BenchHub hub, SimModbusDisplay display) {
        return KnownFault.figure(
                "display-silent-known-to-hub-s",
                hub,
                HardwareType.BOARD,
                HardwareCondition.GONE,
                () -> display.silent(true));
    }

    /**
     * Milliseconds from a key to its display's line, once for each counter.
     *
     * @param afterwards what else is done with the displays
     */
    static Samples samples(Site site, BiConsumer<BenchHub, List<SimModbusDisplay>> afterwards) throws IOException {
        try (var hub = BenchHub.start(site.freshFolder());
                var keys = new Press(site, hub.port(), hub.tokens().clerk())) {
            hub.openCounters();
            var kiosk = hub.kiosk();
            Load.send(hub.port(), KIOSKS, WARM_UP + COUNTERS, any -> kiosk.ticket());
            try (var displays = new Displays(site, hub, site.freshFolder())) {
                var millis = displays.called(keys);
                afterwards.accept(hub, displays.all);
                return millis;
            }
        }
    }

    /** The displays of all counters, and the agent that drives them. */
    private static final class Displays implements AutoCloseable {
        private final List<SimModbusDisplay> all = IntStream.rangeClosed(1, COUNTERS)
                .mapToObj(SimModbusDisplay::new)
                .toList();
        private final List<Wire> wires = new ArrayList<>();
        private final AtomicLongArray pressed = new AtomicLongArray(COUNTERS + 1);
        private final AtomicLongArray lit = new AtomicLongArray(COUNTERS + 1);
        private final BoardAgent agent;

        Displays(Site site, BenchHub hub, Path folder) {
            all.forEach(display -> display.onChange(text -> changed(display.unit(), text)));
            var buses = IntStream.range(0, LINES)
                    .mapToObj(line -> bus(folder, line))
                    .toList();
            agent = BoardAgent.start(
                    site.bare(),
                    URI.create("http://127.0.0.1:" + hub.port()),
                    DeviceToken.of(hub.tokens().board()),
                    new BoardConfig(buses));
            await(() -> all.stream().allMatch(display -> display.text().contains("----")));
        }

        private BoardConfig.Bus bus(Path folder, int line) {
            var here = all.stream()
                    .filter(display -> display.unit() % LINES == line)
                    .toList();
            var wire = new Wire(new PtyPort(folder.resolve("tty" + line), BAUD), new Bus(here));
            wires.add(wire);
            return new BoardConfig.Bus(
                    LineAddress.parse(wire.address()),
                    BoardProtocol.MODBUS,
                    here.stream()
                            .map(display -> new BoardConfig.Board(
                                    "" + display.unit(), new BoardPlan.CounterDisplay(display.unit())))
                            .toList());
        }

        private void changed(int counter, String text) {
            if (!text.isBlank() && !text.contains("-")) lit.compareAndSet(counter, 0, System.nanoTime());
        }

        Samples called(Press keys) {
            warmUp(keys);
            var millis = new Samples();
            for (var counter = 1; counter <= COUNTERS; counter++) call(keys, counter);
            awaitLit(COUNTERS);
            for (var counter = 1; counter <= COUNTERS; counter++) {
                millis.add((lit.get(counter) - pressed.get(counter)) / 1e6 - FRAME_MILLIS);
            }
            return millis;
        }

        /** The first calls of all load the code that the others run. */
        private void warmUp(Press keys) {
            for (var counter = 1; counter <= WARM_UP; counter++) call(keys, counter);
            awaitLit(WARM_UP);
            for (var counter = 1; counter <= WARM_UP; counter++) keys.at(counter, "finish");
            await(() -> all.stream().allMatch(display -> display.text().contains("----")));
        }

        private void awaitLit(int counters) {
            await(() -> IntStream.rangeClosed(1, counters).allMatch(counter -> lit.get(counter) != 0));
        }

        private void call(Press keys, int counter) {
            lit.set(counter, 0);
            pressed.set(counter, System.nanoTime());
            keys.at(counter, "next");
            LockSupport.parkNanos(EVERY_MILLIS * 1_000_000);
        }

        private static void await(BooleanSupplier happened) {
            var deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (!happened.getAsBoolean()) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("the displays do not follow");
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void close() {
            agent.close().await();
            wires.forEach(Wire::close);
        }
    }
}
