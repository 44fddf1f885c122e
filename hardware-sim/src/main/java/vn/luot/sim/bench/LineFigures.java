package vn.luot.sim.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.Wire;

/**
 * What sixteen serial lines cost on which nothing happens, in hundredths of one core; and how soon one is there again
 * after its cable was pulled out and put back.
 */
final class LineFigures implements Chapter {
    private static final int LINES = 16;
    private static final int BAUD = 9_600;
    private static final int PATIENCE_SECONDS = 30;
    private static final double MOST_PERCENT = 2;
    /** A line looks more often for a while after it was opened. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long WATCH_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final int PULLED_OUT = 3;
    private static final double HEALS_SECONDS = 3;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        var folder = site.freshFolder();
        var wires = IntStream.range(0, LINES)
                .mapToObj(line -> new Wire(new PtyPort(folder.resolve("tty" + line), BAUD), new Bus(List.of())))
                .toList();
        var ups = new Semaphore(0);
        var downs = new Semaphore(0);
        var lines = wires.stream()
                .map(wire -> Line.open(LineAddress.parse(wire.address()), new Watched(ups, downs)))
                .toList();
        try {
            await(ups, LINES);
            var percent = percentOfACore();
            told.accept(new Figure(
                    "16-idle-lines-percent-of-a-core", percent, MOST_PERCENT, percent / MOST_PERCENT, Goal.atMost(1)));
            var seconds = new Samples();
            for (var pulled = 0; pulled < PULLED_OUT; pulled++) seconds.add(secondsToHeal(wires.get(0), ups, downs));
            var slowest = seconds.percentile(100);
            told.accept(new Figure(
                    "line-there-again-after-plugged-in-s",
                    slowest,
                    HEALS_SECONDS,
                    slowest / HEALS_SECONDS,
                    Goal.atMost(1)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lines.forEach(Line::close);
            wires.forEach(Wire::close);
        }
    }

    private static void await(Semaphore told, int times) throws InterruptedException {
        if (!told.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a line does not open or close");
        }
    }

    private static double secondsToHeal(Wire wire, Semaphore ups, Semaphore downs) throws InterruptedException {
        wire.unplug();
        await(downs, 1);
        var begun = System.nanoTime();
        wire.plugIn();
        await(ups, 1);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double percentOfACore() {
        LockSupport.parkNanos(SETTLE_NANOS);
        var before = nanosOfLines();
        var began = System.nanoTime();
        LockSupport.parkNanos(WATCH_NANOS);
        return 100.0 * (nanosOfLines() - before) / (System.nanoTime() - began);
    }

    /** What the threads of all open lines took of a processor; not those of the simulated ends. */
    private static long nanosOfLines() {
        var threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.dumpAllThreads(false, false, 0))
                .filter(thread -> thread.getThreadName().startsWith("line serial:"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private record Watched(Semaphore ups, Semaphore downs) implements Line.Listener {
        @Override
        public void up() {
            ups.release();
        }

        @Override
        public void down(String reason) {
            downs.release();
        }

        @Override
        public void received(byte[] bytes) {}
    }
}
