package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.line.LineGone;

/** The drivers' serial lines against ports of our own: what a cable does, and what an unplugged one does. */
@Timeout(120)
class SerialLineOnPtyTest {
    /** For a busy machine; how soon a line that was pulled out heals is for the bench. */
    private static final Duration SOON = Duration.ofSeconds(60);

    /** A thread that never rests takes a whole core, or on a busy machine its share of one; what lines cost is for the bench. */
    private static final double SPINS = 0.25;

    @TempDir
    private Path ports;

    private final ArrayList<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var one : open) one.close();
    }

    @Test
    void carriesEveryByteThereAndBackUnchanged() {
        var wire = wire("echo", 115_200, new Echo());
        var driver = driver(wire);
        var bytes = new byte[4_000];
        new Random(7).nextBytes(bytes);

        driver.line.send(bytes);

        Await.until(SOON, "all bytes are back", () -> driver.heard().length >= bytes.length);
        assertThat(driver.heard()).isEqualTo(bytes);
    }

    @Test
    void takesAsLongAsTheBaudRateSays() {
        var wire = wire("slow", 9600, new Echo());
        wire.speed(4);
        var driver = driver(wire);
        var began = System.nanoTime();

        driver.line.send(new byte[960]);
        Await.until(SOON, "all bytes are back", () -> driver.heard().length >= 960);

        // A quarter of a second there; back they go on the same wire, as this device works half-duplex.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(450));
        assertThat(wire.time(960)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void findsTheDeviceAgainAfterItWasPulledOutAndPutBack() {
        var wire = wire("pulled", 115_200, new Echo());
        var driver = driver(wire);

        wire.unplug();
        Await.until(SOON, "the driver sees it go", () -> driver.downs == 1);
        assertThatThrownBy(() ->
                        driver.line.send(new byte[] {1}).toCompletableFuture().get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(LineGone.class);
        wire.plugIn();
        Await.until(SOON, "the driver sees it again", () -> driver.ups == 2);
        driver.line.send(new byte[] {42});

        Await.until(SOON, "it answers again", () -> driver.heard().length == 1);
    }

    @Test
    void givesUpADeviceThatTakesNoBytesAndFindsItAgain() {
        var wire = wire("hung", 115_200, new Echo());
        var driver = driver(wire);
        wire.reading(false);

        var sent = driver.line.send(new byte[100_000]).toCompletableFuture();

        assertThatThrownBy(() -> sent.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(LineGone.class);
        wire.reading(true);
        Await.until(SOON, "the driver sees it again", () -> driver.ups == 2);
    }

    @Test
    void closesALineWhoseDeviceTakesNoBytes() {
        var wire = wire("stuck", 115_200, new Echo());
        var driver = driver(wire);
        wire.reading(false);
        driver.line.send(new byte[100_000]);
        var began = System.nanoTime();

        driver.line.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    @Test
    void noIdleLineKeepsACoreBusy() {
        for (var i = 0; i < 16; i++) driver(wire("idle" + i, 9600, new Echo()));

        assertThat(costOfLines()).as("of a core").isLessThan(SPINS);
    }

    @Test
    void noUnpluggedLineKeepsACoreBusy() {
        for (var i = 0; i < 16; i++) {
            var wire = wire("gone" + i, 9600, new Echo());
            var driver = driver(wire);
            wire.unplug();
            Await.until(SOON, "the driver sees it go", () -> driver.downs == 1);
        }

        assertThat(costOfLines()).as("of a core").isLessThan(SPINS);
    }

    /** Share of one core that the threads of all open lines take, once they are idle; of both ends only the drivers'. */
    private static double costOfLines() {
        pass(Duration.ofMillis(1_500));
        var before = timeOfLines();
        var began = System.nanoTime();
        pass(Duration.ofSeconds(3));
        return (double) (timeOfLines() - before) / (System.nanoTime() - began);
    }

    private static long timeOfLines() {
        var threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.dumpAllThreads(false, false, 0))
                .filter(thread -> thread.getThreadName().startsWith("line serial:"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void pass(Duration time) {
        var began = System.nanoTime();
        Await.until(time.plus(SOON), "time has passed", () -> System.nanoTime() - began > time.toNanos());
    }

    @Test
    void waitsWhileTheDeviceSaysStop() {
        var stopping = new Stopping();
        var wire = wire("stopping", 115_200, stopping);
        var driver = new Driver();
        driver.line = Line.open(LineAddress.parse(wire.address() + ",XONXOFF"), driver);
        open.add(0, driver.line);
        Await.until(SOON, "the line is open", () -> driver.ups == 1);
        driver.line.send(new byte[] {1});
        Await.until(SOON, "the device said stop", () -> stopping.heard == 1);
        pass(Duration.ofMillis(200));

        driver.line.send(new byte[2_000]);
        pass(Duration.ofMillis(500));
        assertThat(stopping.heard).isEqualTo(1);
        stopping.goOn();

        Await.until(SOON, "the rest arrives", () -> stopping.heard == 2_001);
    }

    private Wire wire(String name, int baud, Device device) {
        var wire = new Wire(new PtyPort(ports.resolve(name), baud), device);
        open.add(0, wire);
        return wire;
    }

    private Driver driver(Wire wire) {
        var driver = new Driver();
        driver.line = Line.open(LineAddress.parse(wire.address()), driver);
        open.add(0, driver.line);
        Await.until(SOON, "the line is open", () -> driver.ups == 1);
        return driver;
    }

    /** A device that says back what it hears. */
    private static final class Echo implements Device {
        private Consumer<byte[]> answers;

        @Override
        public void connect(Consumer<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void receive(byte[] bytes) {
            answers.accept(bytes);
        }
    }

    /** A device that says stop after the first byte. */
    private static final class Stopping implements Device {
        private Consumer<byte[]> answers;
        private volatile int heard;

        @Override
        public void connect(Consumer<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void receive(byte[] bytes) {
            if (heard == 0) answers.accept(new byte[] {0x13});
            heard += bytes.length;
        }

        void goOn() {
            answers.accept(new byte[] {0x11});
        }
    }

    /** The program's end of a line. */
    private static final class Driver implements Line.Listener {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private Line line;
        private volatile int ups, downs;

        @Override
        public void up() {
            ups++;
        }

        @Override
        public void down(String reason) {
            downs++;
        }

        @Override
        public synchronized void received(byte[] bytes) {
            heard.writeBytes(bytes);
        }

        synchronized byte[] heard() {
            return heard.toByteArray();
        }
    }
}
