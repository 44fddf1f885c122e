package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;

/**
 * A port that another program has, or that this one may not open: the technician is told which of the two, and the line heals
 * by itself. The driver is a program of its own, without the privileges that would open anything.
 */
@Timeout(120)
class SerialLineTroubleTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path ports;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final SimScanner device = new SimScanner();
    private Wire wire;
    private Process driver;

    /** The driver: tells what its line tells. */
    public static final class Driver implements Line.Listener {
        public static void main(String... args) throws InterruptedException {
            Line.open(LineAddress.parse(args[0]), new Driver());
            Thread.currentThread().join();
        }

        @Override
        public void up() {
            System.out.println("up");
        }

        @Override
        public void down(String reason) {
            System.out.println(reason);
        }

        @Override
        public void received(byte[] bytes) {
            System.out.println(new String(bytes, StandardCharsets.UTF_8).strip());
        }
    }

    @BeforeEach
    void plugIn() {
        wire = new Wire(new PtyPort(ports.resolve("tty"), 9_600), device);
    }

    @AfterEach
    void end() {
        if (driver != null) driver.destroyForcibly();
        wire.close();
    }

    @Test
    void aPortOfAnotherProgramIsSaidToBeSoAndTakenWhenItIsFree() throws Exception {
        var up = new ConcurrentLinkedQueue<Boolean>();
        var other = Line.open(LineAddress.parse(wire.address()), new Ups(up));
        Await.until(SOON, "the other program has it", () -> !up.isEmpty());

        startDriver();
        Await.until(SOON, "it is told", () -> says("đang do chương trình khác dùng / another program uses the port"));
        other.close();

        isThere();
    }

    @Test
    void aPortThatMayNotBeOpenedIsSaidToBeSoAndOpenedWhenItMay() throws Exception {
        var port = ports.resolve("tty").toRealPath();
        Files.setPosixFilePermissions(port, PosixFilePermissions.fromString("---------"));

        startDriver();
        Await.until(SOON, "it is told", () -> says("hãy thêm người dùng vào nhóm dialout / no permission"));
        Files.setPosixFilePermissions(port, PosixFilePermissions.fromString("rw-------"));

        isThere();
    }

    private void isThere() {
        Await.until(SOON, "it is open", () -> told.contains("up"));
        device.scan("A012");
        Await.until(SOON, "its bytes arrive", () -> told.contains("A012"));
        assertThat(told.stream().filter(line -> line.contains(" / "))).hasSize(1);
    }

    private boolean says(String trouble) {
        return told.stream().anyMatch(line -> line.contains(trouble));
    }

    private void startDriver() throws IOException {
        var command = new ArrayList<String>();
        // Whoever is root may open what is forbidden and what is taken.
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--bounding-set=-all"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Driver.class.getName(), wire.address()));
        driver = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var says = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        var ears = new Thread(() -> says.lines().forEach(told::add), "what the driver says");
        ears.setDaemon(true);
        ears.start();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private record Ups(Queue<Boolean> seen) implements Line.Listener {
        @Override
        public void up() {
            seen.add(true);
        }

        @Override
        public void down(String reason) {}

        @Override
        public void received(byte[] bytes) {}
    }
}
